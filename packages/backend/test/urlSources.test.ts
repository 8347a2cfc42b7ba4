/** Sheets that are given by their address: fetched, named, read, and what each bad address is told. */
import { BatchResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchConnections } from './support/connections.ts';
import { drawSheets } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';
import { startWebsite, type Pages } from './support/website.ts';

const MB = 1024 * 1024;
const pages: Pages = {};
let site: Awaited<ReturnType<typeof startWebsite>>;
let sheets: Awaited<ReturnType<typeof drawSheets>>;
let t: TestApp;

/** No name is public here, some do not resolve. */
const resolve = async (name: string): Promise<string[]> => {
  if (name.startsWith('gone.'))
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return name.startsWith('mixed.') ? ['8.8.8.8', '127.0.0.1'] : ['10.0.0.1'];
};

beforeAll(async () => {
  [site, sheets] = await Promise.all([startWebsite(pages), drawSheets()]);
  const env = { FETCH_ALLOW: site.place, MAX_PDF_MB: '1' };
  t = await testApp(env, (url) => ({ url, directUrl: url, resolve }));
  await t.startWorker();
});
afterAll(async () => {
  await t.close();
  await site.close();
});

const pdf = (bytes: Uint8Array, headers: Record<string, string> = {}) => ({
  headers: { 'Content-Type': 'application/pdf', ...headers },
  body: bytes,
});
const at = (path: string) => `${site.url}${path}`;
const jobsOf = async (batchId: string) =>
  BatchResponse.parse(await t.json(`/api/batch/${batchId}`)).jobs;
const outcomeOf = async (...urls: string[]) => {
  const { batchId } = await t.create({ files: [sheets.psych], urls });
  await t.events(batchId);
  return (await jobsOf(batchId)).slice(1);
};

describe('a sheet’s address', () => {
  it('is fetched, called what its server calls it, and read', async () => {
    const name = 'attachment; filename="Friday Finals.pdf"';
    pages['/friday'] = pdf(sheets.first.bytes, { 'Content-Disposition': name });
    pages['/moved'] = { status: 302, headers: { Location: '/friday' } };
    const { batchId } = await t.create({ urls: [at('/moved')] });
    const events = await t.events(batchId, 0);
    const stages = events.flatMap((event) => ('job' in event ? [event.job.stage] : []));
    expect([...new Set(stages)]).toEqual(['downloading', 'extracting', 'done']);
    expect(await jobsOf(batchId)).toMatchObject([
      { status: 'completed', kind: 'heat_sheet', filename: 'Friday Finals.pdf', cached: false },
    ]);
    expect(await t.json(`/api/batch/${batchId}/results`)).toMatchObject({ status: 'completed' });
    await expect.poll(() => t.storedFiles()).toEqual([]);
  });

  it('of a PDF that was read before is not read again', async () => {
    const { batchId } = await t.create({ files: [sheets.psych] });
    await t.events(batchId);
    pages['/copy.pdf'] = pdf(sheets.psych.bytes);
    expect(await outcomeOf(at('/copy.pdf'))).toMatchObject([
      { status: 'completed', kind: 'psych_sheet', filename: 'copy.pdf', cached: true },
    ]);
  });

  it('that leads to no PDF says what is wrong with it', async () => {
    pages['/page'] = { body: '<h1>Spring Splash</h1>' };
    pages['/large.pdf'] = pdf(new Uint8Array(2 * MB).fill(37));
    pages['/loop'] = { status: 301, headers: { Location: '/loop' } };
    const jobs = await outcomeOf(at('/page'), at('/large.pdf'), at('/loop'), at('/missing.pdf'));
    expect(jobs.map((job) => job.errorCode)).toEqual([
      'NOT_A_PDF_URL',
      'PDF_TOO_LARGE',
      'FETCH_FAILED',
      'FETCH_FAILED',
    ]);
    expect(jobs[0]?.errorMessage).toMatch(/search/);
    expect(jobs[1]?.errorMessage).toMatch(/1 MB/);
    await expect.poll(() => t.storedFiles()).toEqual([]);
  });

  it('is tried again by itself when its server is busy', async () => {
    let asked = 0;
    pages['/busy.pdf'] = (_request, response) => {
      response.writeHead(asked++ === 0 ? 503 : 200);
      response.end(sheets.psych.bytes);
    };
    expect(await outcomeOf(at('/busy.pdf'))).toMatchObject([{ status: 'completed' }]);
    expect(asked).toBe(2);
  });

  it('can be tried again later', async () => {
    const { batchId } = await t.create({ urls: [at('/later.pdf')] });
    await t.events(batchId);
    expect(await jobsOf(batchId)).toMatchObject([{ errorCode: 'FETCH_FAILED' }]);
    pages['/later.pdf'] = pdf(sheets.first.bytes);
    await t.json(`/api/batch/${batchId}/retry`, { method: 'POST' });
    await t.events(batchId);
    expect(await jobsOf(batchId)).toMatchObject([{ status: 'completed', errorCode: null }]);
  });

  it('is let go of when the batch is cancelled', async () => {
    const closed = new Promise((done) => {
      pages['/endless.pdf'] = (_request, response) => {
        response.write('%PDF-');
        response.once('close', done);
      };
    });
    const { batchId } = await t.create({ urls: [at('/endless.pdf')] });
    await expect.poll(() => site.requests.at(-1)?.url).toBe('/endless.pdf');
    await t.json(`/api/batch/${batchId}/cancel`, { method: 'POST' });
    await closed;
    expect(await jobsOf(batchId)).toMatchObject([{ status: 'cancelled', errorCode: null }]);
    await expect.poll(() => t.storedFiles()).toEqual([]);
  });
});

describe('an address that must not be reached', () => {
  it.each([
    ['ftp://example.org/a.pdf', 'INVALID_URL'],
    ['http://127.0.0.1/a.pdf', 'BLOCKED_URL'],
    ['http://169.254.169.254/latest/meta-data', 'BLOCKED_URL'],
    ['http://[::1]/a.pdf', 'BLOCKED_URL'],
    ['https://me:secret@swim.example/a.pdf', 'BLOCKED_URL'],
    ['https://swim.example:8443/a.pdf', 'BLOCKED_URL'],
  ])('is refused at once: %s', async (url, error) => {
    expect(await (await t.submit({ urls: [url] })).json()).toMatchObject({ success: false, error });
  });

  it('is never connected to, whichever way it comes', async () => {
    pages['/inside'] = { status: 302, headers: { Location: 'http://127.0.0.1/a.pdf' } };
    pages['/named'] = { status: 302, headers: { Location: 'https://mixed.example/a.pdf' } };
    const watch = watchConnections();
    const urls = ['https://swim.example/a.pdf', 'https://mixed.example/', 'https://gone.example/'];
    const jobs = await outcomeOf(...urls, at('/inside'), at('/named'), 'http://localhost./');
    watch.stop();
    const codes = jobs.map((job) => job.errorCode);
    expect(codes.toSpliced(2, 1)).toEqual(Array<string>(5).fill('BLOCKED_URL'));
    expect(codes[2]).toBe('FETCH_FAILED');
    const reached = watch.attempts.filter((attempt) => attempt !== site.place.replace(':', ' '));
    expect(reached).toEqual([]);
  });

  it('is not reached by v1 either, which reads what may be', async () => {
    const v1 = (url: string) =>
      t.json('/api/extractUrl', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ url, swimmer: sheets.swimmer }),
      });
    pages['/v1.pdf'] = pdf(sheets.first.bytes);
    expect(await v1(at('/v1.pdf'))).toMatchObject({ success: true });
    pages['/inside'] = { status: 302, headers: { Location: 'http://127.0.0.1/a.pdf' } };
    const watch = watchConnections();
    for (const url of ['http://127.1/', 'https://mixed.example/', at('/inside')])
      expect(await v1(url)).toMatchObject({ success: false, error: 'BLOCKED_URL' });
    watch.stop();
    expect(watch.attempts.filter((attempt) => attempt !== site.place.replace(':', ' '))).toEqual(
      [],
    );
  });
});
