/** What every answer carries for the browser's own guards, and what the operator's visit counter changes in the page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from './support/testApp.ts';

const SHELL = `<!doctype html><head><meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'"></head><body></body>`;
const BATCH = '/batch/7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11';

let folder: string;
const apps: TestApp[] = [];
const open = async (env: Record<string, string>): Promise<TestApp> => {
  const app = await testApp({ WEBAPP_OUT: folder, ...env });
  apps.push(app);
  return app;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hs-page-'));
  for (const name of ['index.html', 'shell.html']) await writeFile(join(folder, name), SHELL);
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await rm(folder, { recursive: true });
});

describe('the headers', () => {
  it('are on pages, files and answers, good or bad', async () => {
    const app = await open({});
    for (const path of ['/', BATCH, '/api/batch/health', `/api${BATCH}`, '/api/docs', '/none.js']) {
      const { headers } = await app.request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toBeNull();
    }
    const { headers } = await app.request('/api/batch/health');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('keep search engines away from results, and from nothing else', async () => {
    const app = await open({ BASE_URL: 'https://swim.example' });
    const robots = async (path: string) =>
      (await app.request(path)).headers.get('x-robots-tag')?.includes('noindex') ?? false;
    const results = [
      BATCH,
      '/result/abcdefghjkmn',
      `/api${BATCH}/results`,
      '/api/result/abcdefghjkmn',
    ];
    for (const path of results) expect(await robots(path)).toBe(true);
    for (const path of ['/', '/help']) expect(await robots(path)).toBe(false);
    const { headers } = await app.request('/');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  });
});

describe('the visit counter', () => {
  const pageOf = async (app: TestApp, path: string) => (await app.request(path)).text();

  it('is nowhere unless it is named', async () => {
    expect(await pageOf(await open({}), '/')).toBe(SHELL);
  });

  it('is in every page, and its origin alone in their policy', async () => {
    const app = await open({
      UMAMI_SCRIPT_URL: 'https://count.example/script.js',
      UMAMI_WEBSITE_ID: '5f1c',
    });
    for (const path of ['/', BATCH]) {
      const page = await pageOf(app, path);
      expect(page).toContain("script-src 'self' https://count.example 'sha256-x'");
      expect(page).toContain("connect-src 'self' https://count.example;");
      expect(page).toContain('data-website-id="5f1c" data-auto-track="false"');
    }
    expect((await app.request('/api/batch/health')).headers.get('content-type')).toContain('json');
  });
});
