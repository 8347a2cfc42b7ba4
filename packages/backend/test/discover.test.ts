/** Finding a meet's sheets on its page, and what is said when there are none. */
import { DiscoverResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchConnections } from './support/connections.ts';
import { MEET_PAGES } from './support/meetPages.ts';
import { testApp, type TestApp } from './support/testApp.ts';
import { startWebsite, type Pages } from './support/website.ts';

const PDF = { headers: { 'Content-Type': 'application/pdf', 'Content-Length': '4321' } };
const pages: Pages = {
  '/download?id=1': PDF,
  '/notes': { body: 'old ones' },
  '/inside.pdf': { status: 302, headers: { Location: 'http://127.0.0.1/heat-sheet.pdf' } },
  '/files/a1.pdf': PDF,
};
for (const [name, { html }] of Object.entries(MEET_PAGES)) pages[`/${name}`] = { body: html };

let site: Awaited<ReturnType<typeof startWebsite>>;
let t: TestApp;
beforeAll(async () => {
  site = await startWebsite(pages);
  const resolve = async () => ['10.0.0.1'];
  t = await testApp({ FETCH_ALLOW: site.place }, (url) => ({ url, directUrl: url, resolve }));
});
afterAll(async () => {
  await t.close();
  await site.close();
});

const ask = (url: string, app = t) =>
  app.json('/api/discover-heatsheets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url }),
  });
const discover = async (path: string) => DiscoverResponse.parse(await ask(`${site.url}${path}`));

describe('a meet’s page', () => {
  it.each(Object.entries(MEET_PAGES))('like that of %s is searched', async (name, page) => {
    const found = await discover(`/${name}`);
    expect(found.heatsheets.map(({ url, kind }) => [url.replace(site.url, ''), kind])).toEqual(
      page.expected.map(([path, kind]) => [path, kind]),
    );
    expect(found.meetName).toBe(page.meetName);
  });

  it('has its sheets named and sized', async () => {
    const { heatsheets } = await discover('/swimtopia');
    expect(heatsheets[0]).toMatchObject({ name: 'Friday Heat Sheet', size: 4321 });
    const named = (await discover('/teamunify')).heatsheets.map((sheet) => sheet.name);
    expect(named[0]).toBe('heat sheets sat am 0231');
    expect((await discover('/league')).heatsheets[0]?.name).toBe('Frogs at Herons Heat Sheet');
    expect((await discover('/hostile')).heatsheets[0]?.name).toBe('Heat sheet <script>');
  });

  it('may be a PDF itself', async () => {
    pages['/plain'] = { ...PDF, body: '%PDF-1.7' };
    for (const path of ['/plain', '/session-1.pdf'])
      expect((await discover(path)).heatsheets).toMatchObject([{ url: `${site.url}${path}` }]);
  });
});

describe('a page without sheets', () => {
  it.each([
    ['/empty', { body: '<h1>Pond news</h1><a href="/x">x</a>' }, 'NO_PDFS_FOUND'],
    [
      '/shell',
      { body: '<div id="root"></div><script src="/app.js"></script>' },
      'REQUIRES_JAVASCRIPT',
    ],
    ['/huge', { body: 'a'.repeat(6 * 1024 * 1024) }, 'PAGE_TOO_LARGE'],
    ['/gone', { status: 404 }, 'FETCH_FAILED'],
  ])('%s says so, and what to do', async (path, page, error) => {
    pages[path] = page;
    expect(await ask(`${site.url}${path}`)).toMatchObject({
      success: false,
      error,
      message: expect.any(String),
      hint: expect.any(String),
    });
  });

  it('is not searched where searching is switched off', async () => {
    const app = await testApp({ ENABLE_CRAWLER: 'false' });
    expect(await ask(`${site.url}/swimtopia`, app)).toMatchObject({ error: 'CRAWLER_DISABLED' });
    await app.close();
  });
});

describe('an address that must not be reached', () => {
  it('is neither opened nor offered', async () => {
    const watch = watchConnections();
    expect(await ask('http://127.0.0.1/')).toMatchObject({ error: 'BLOCKED_URL' });
    expect(await ask('https://swim.example/')).toMatchObject({ error: 'BLOCKED_URL' });
    expect(await ask('pond')).toMatchObject({ error: 'INVALID_URL' });
    expect(await ask('')).toMatchObject({ error: 'INVALID_REQUEST' });
    expect((await discover('/hostile')).heatsheets).toHaveLength(1);
    watch.stop();
    const others = watch.attempts.filter((attempt) => attempt !== site.place.replace(':', ' '));
    expect(others).toEqual([]);
  });
});
