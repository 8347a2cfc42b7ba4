/** Who may ask how often, from where, and whom a proxy is believed. */
import { afterEach, describe, expect, it } from 'vitest';
import { findBatch } from '../src/db/queries/batches.ts';
import { stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

let t: TestApp | null = null;
const start = async (env: Record<string, string>) => (t = await testApp(env));
afterEach(async () => {
  await t?.close();
  t = null;
});
const form = { files: [stub('a.pdf')] };

describe('the rate limit', () => {
  it('counts who creates, by address, and says when to come back', async () => {
    const app = await start({ RATE_LIMIT_PER_MINUTE: '2', TRUST_PROXY: 'X-Forwarded-For' });
    const from = (address: string) => app.submit(form, { 'X-Forwarded-For': address });
    const first = await from('203.0.113.7');
    expect(first.headers.get('ratelimit-policy')).toBe('"minute";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"minute";r=1;t=\d+$/);
    // A minute may begin between two requests, so ask until the share is used up.
    let last = await from('203.0.113.7');
    for (let tries = 0; last.status === 201 && tries < 5; tries++) last = await from('203.0.113.7');
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ success: false, error: 'RATE_LIMITED' });
    expect((await from('203.0.113.8')).status).toBe(201);
    expect((await app.request('/api/health')).status).toBe(200);
  });

  it('is one for all processes', async () => {
    const app = await start({ RATE_LIMIT_PER_MINUTE: '1' });
    const other = await app.startOther();
    const ask = (request: TestApp['request']) =>
      request('/api/discover-heatsheets', { method: 'POST' });
    expect((await ask(app.request)).status).toBe(400);
    // A minute may begin between the two.
    await app.sql(`insert into rate_counters
      select bucket, window_start + interval '1 minute', hits from rate_counters`);
    expect((await ask(other)).status).toBe(429);
  });

  it('is off at 0', async () => {
    const app = await start({ RATE_LIMIT_PER_MINUTE: '0' });
    expect((await app.submit(form)).headers.get('ratelimit')).toBeNull();
  });
});

describe('a proxy', () => {
  const storedAddress = async (app: TestApp, headers: Record<string, string>) => {
    const response = await app.submit(form, headers);
    const { batchId } = (await response.json()) as { batchId: string };
    return (await findBatch(app.context.db, batchId))?.clientIp;
  };
  it('is believed only in the header that was named, and there the last address', async () => {
    const app = await start({ TRUST_PROXY: 'X-Forwarded-For' });
    const forwarded = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9' };
    expect(await storedAddress(app, forwarded)).toBe('203.0.113.9');
    expect(await storedAddress(app, { 'X-Real-IP': '203.0.113.9' })).toBeNull();
    expect(await storedAddress(app, { 'X-Forwarded-For': 'x' })).toBeNull();
  });

  it('is not believed unless named', async () => {
    const app = await start({});
    expect(await storedAddress(app, { 'X-Forwarded-For': '203.0.113.9' })).toBeNull();
  });
});

describe('other origins', () => {
  const ask = (app: TestApp, origin: string) =>
    app.request('/api/batch/health', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'PATCH' },
    });
  it('may call the API when they are named', async () => {
    const app = await start({ CORS_ORIGINS: 'https://swim.example, https://other.example' });
    const allowed = (await ask(app, 'https://swim.example')).headers;
    expect(allowed.get('access-control-allow-origin')).toBe('https://swim.example');
    expect(allowed.get('access-control-allow-methods')).toContain('PATCH');
    const refused = (await ask(app, 'https://evil.example')).headers;
    expect(refused.get('access-control-allow-origin')).toBeNull();
  });
});
