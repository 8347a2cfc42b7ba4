/** The door to the web: what it reaches, what it refuses, and when it gives up. */
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError, TransientError } from '../src/errors.ts';
import { createSafeFetch, type FetchOptions, type Resolve } from '../src/services/safeFetch.ts';
import { startCanary, startWebsite, type Pages } from './support/website.ts';

const pages: Pages = {};
let site: Awaited<ReturnType<typeof startWebsite>>;
let canary: Awaited<ReturnType<typeof startCanary>>;
beforeAll(async () => {
  [site, canary] = await Promise.all([startWebsite(pages), startCanary()]);
});
afterAll(() => Promise.all([site.close(), canary.close()]));

const NAMES: Record<string, string[]> = {
  'meet.example': ['127.0.0.1'],
  'mixed.example': ['8.8.8.8', '127.0.0.1'],
  'mixed6.example': ['2606:4700::1', '::1'],
  'nobody.example': [],
};
const byTable: Resolve = async (name) => {
  const addresses = NAMES[name];
  if (!addresses) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return addresses;
};
const door = (
  resolve: Resolve = byTable,
  timing = { connectMs: 5000, headersMs: 5000, bodyMs: 5000 },
) =>
  createSafeFetch({
    allow: [{ address: '127.0.0.1', port: site.port }],
    userAgent: 'HeatSync (+https://swim.example)',
    resolve,
    timing,
  });
const OPTIONS: FetchOptions = { maxBytes: 1000, signal: new AbortController().signal };
const read = async (url: string, fetch = door(), options = OPTIONS) => {
  const fetched = await fetch(url, options);
  return { ...fetched, text: await text(fetched.body) };
};
const failureOf = async (url: string, fetch = door(), options = OPTIONS) => {
  const error: unknown = await read(url, fetch, options).catch((failure: unknown) => failure);
  if (error instanceof AppError) return error;
  throw new Error(`not refused as it should be: ${String(error)}`);
};
const named = (path = '/') => `http://meet.example:${site.port}${path}`;

describe('a page', () => {
  it('is fetched under its own name, with an honest agent and nothing about us', async () => {
    pages['/hello'] = { body: 'hello' };
    expect(await read(named('/hello'))).toMatchObject({ text: 'hello' });
    expect(site.requests.at(-1)).toMatchObject({
      method: 'GET',
      headers: {
        host: `meet.example:${site.port}`,
        'user-agent': 'HeatSync (+https://swim.example)',
      },
    });
    expect(Object.keys(site.requests.at(-1)?.headers ?? {})).not.toContain('cookie');
  });

  it('over https is asked for by its name', async () => {
    const allow = [{ address: '127.0.0.1', port: canary.port }];
    const timing = { connectMs: 200, headersMs: 200, bodyMs: 200 };
    const fetch = createSafeFetch({ allow, userAgent: 'x', resolve: byTable, timing });
    expect(await failureOf(`https://meet.example:${canary.port}/`, fetch)).toMatchObject({
      code: 'FETCH_FAILED',
    });
    expect(canary.heard()).toContain('meet.example');
  });

  it('that is asked for by HEAD has headers and no body', async () => {
    pages['/size'] = { headers: { 'Content-Length': '123456' } };
    const fetched = await door()(named('/size'), { ...OPTIONS, method: 'HEAD' });
    expect(fetched.headers['content-length']).toBe('123456');
    fetched.close();
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('in %s is unpacked, and cut where it would become too long', async (encoding, pack) => {
    const headers = { 'Content-Encoding': encoding };
    pages['/packed'] = { headers, body: pack('a'.repeat(1000)) };
    const whole = await read(named('/packed'));
    expect([whole.text.length, whole.isTruncated()]).toEqual([1000, false]);
    pages['/packed'] = { headers, body: pack('a'.repeat(5_000_000)) };
    const cut = await read(named('/packed'));
    expect(cut.text.length).toBeLessThanOrEqual(1000);
    expect(cut.isTruncated()).toBe(true);
  });

  it('that is longer than allowed is cut, whether it says its length or not', async () => {
    pages['/long'] = { body: 'a'.repeat(1001) };
    expect((await read(named('/long'))).isTruncated()).toBe(true);
    pages['/endless'] = (_request, response) => {
      const more = () => void response.write('a'.repeat(500), () => setImmediate(more));
      response.once('close', () => response.destroy());
      more();
    };
    expect((await read(named('/endless'))).isTruncated()).toBe(true);
  });

  it.each([
    [404, AppError],
    [403, AppError],
    [500, TransientError],
    [503, TransientError],
    [429, TransientError],
  ])('with status %i fails', async (status, kind) => {
    pages['/status'] = { status };
    const error = await failureOf(named('/status'));
    expect(error).toMatchObject({ code: 'FETCH_FAILED' });
    expect(error.constructor).toBe(kind);
  });

  it('in an unknown or broken packing fails', async () => {
    pages['/odd'] = { headers: { 'Content-Encoding': 'zip' }, body: 'a' };
    expect(await failureOf(named('/odd'))).toMatchObject({ code: 'FETCH_FAILED' });
    pages['/odd'] = { headers: { 'Content-Encoding': 'gzip' }, body: 'no gzip' };
    expect(await failureOf(named('/odd'))).toMatchObject({ code: 'FETCH_FAILED' });
  });
});

describe('a redirect', () => {
  const to = (location: string, status = 302) => ({ status, headers: { Location: location } });
  it('is followed up to five times, and tells where it ended', async () => {
    pages['/0'] = { body: 'there' };
    for (let hop = 1; hop <= 6; hop++) pages[`/${hop}`] = to(`/${hop - 1}`, hop % 2 ? 301 : 307);
    const fetched = await read(named('/5'));
    expect([fetched.text, fetched.url.pathname]).toEqual(['there', '/0']);
    expect(await failureOf(named('/6'))).toMatchObject({ code: 'FETCH_FAILED' });
  });

  it.each([
    ['/x', 'http://127.0.0.1:CANARY/', 'BLOCKED_URL'],
    ['/x', 'http://[::1]:CANARY/', 'BLOCKED_URL'],
    ['/x', '//169.254.169.254/latest', 'BLOCKED_URL'],
    ['/x', 'http://mixed.example/', 'BLOCKED_URL'],
    ['/x', 'http://me:secret@meet.example/', 'BLOCKED_URL'],
    ['/x', 'file:///etc/passwd', 'INVALID_URL'],
    ['/x', 'http://', 'INVALID_URL'],
    ['/x', 'http://gone.example/', 'FETCH_FAILED'],
  ])('%s to %s is judged like a first address', async (path, target, code) => {
    const before = canary.reached();
    pages[path] = to(target.replace('CANARY', String(canary.port)));
    expect(await failureOf(named(path))).toMatchObject({ code });
    expect(canary.reached()).toBe(before);
  });
});

describe('a name', () => {
  it('of which one address is private is never connected to', async () => {
    const before = canary.reached();
    for (const name of ['mixed.example', 'mixed6.example', 'nobody.example'])
      for (const url of [`http://${name}/`, `http://${name}:${site.port}/`])
        expect(await failureOf(url)).toMatchObject({ code: 'BLOCKED_URL' });
    expect(canary.reached()).toBe(before);
  });

  it('that does not resolve fails', async () => {
    expect(await failureOf('https://gone.example/')).toMatchObject({ code: 'FETCH_FAILED' });
  });

  it('is asked for once: an answer that changes after the check changes nothing', async () => {
    const before = canary.reached();
    let asked = 0;
    const changing: Resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']);
    pages['/once'] = { body: 'once' };
    expect(await read(named('/once'), door(changing))).toMatchObject({ text: 'once' });
    expect(asked).toBe(1);
    expect(await failureOf(named('/once'), door(changing))).toMatchObject({ code: 'BLOCKED_URL' });
    expect(canary.reached()).toBe(before);
  });

  it('is asked for again at each redirect', async () => {
    let asked = 0;
    const changing: Resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']);
    pages['/again'] = { status: 302, headers: { Location: '/once' } };
    expect(await failureOf(named('/again'), door(changing))).toMatchObject({ code: 'BLOCKED_URL' });
  });
});

describe('giving up', () => {
  const short = { connectMs: 5000, headersMs: 5000, bodyMs: 5000 };
  const silent = () => undefined;
  it('when the name, the headers or the body do not come', async () => {
    pages['/headers'] = silent;
    pages['/body'] = (_request, response) => void response.write('a');
    const never: Resolve = () => new Promise(silent);
    const failures = await Promise.all([
      failureOf(named(), door(never, { ...short, connectMs: 50 })),
      failureOf(named('/headers'), door(byTable, { ...short, headersMs: 50 })),
      failureOf(named('/body'), door(byTable, { ...short, bodyMs: 50 })),
    ]);
    for (const error of failures) {
      expect(error).toBeInstanceOf(TransientError);
      expect(error.code).toBe('FETCH_FAILED');
    }
  });

  it('when a connection breaks off', async () => {
    pages['/broken'] = (_request, response) => {
      response.writeHead(200, { 'Content-Length': '900' });
      response.write('a', () => response.destroy());
    };
    expect(await failureOf(named('/broken'))).toBeInstanceOf(TransientError);
  });

  it('when the caller does, for the caller’s reason', async () => {
    const stop = new AbortController();
    const reason = new Error('cancelled');
    pages['/slow'] = () => stop.abort(reason);
    const options = { ...OPTIONS, signal: stop.signal };
    await expect(read(named('/slow'), door(), options)).rejects.toBe(reason);
  });
});
