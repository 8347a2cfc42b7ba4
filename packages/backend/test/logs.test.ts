/** What the log tells of a request and its jobs, and what it never tells. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { saveMailRequest } from '../src/db/queries/mail.ts';
import { stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const PRIVATE = /moorhen|\bada\b|\.pdf|home\.example/i;
const FILE = 'Moorhen, Ada.pdf';
type Line = { msg: string; request?: string; job?: string; route?: string; status?: number };

let t: TestApp;
const lines: string[] = [];
const told = (): Line[] => lines.map((line) => JSON.parse(line) as Line);
beforeAll(async () => {
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  t = await testApp({}, (url) => ({ url, directUrl: url }), log);
});
afterAll(() => t.close());

it('follows a request to its jobs and a retry to its own, and names nobody', async () => {
  const causes = [
    () => JSON.parse('Moorhen, Ada'),
    () => Promise.reject(Object.assign(new Error(`open '/tmp/${FILE}'`), { code: 'ENOENT' })),
    () => t.context.db.execute(sql`select ${'Moorhen, Ada'}::int`),
    () => saveMailRequest(t.context.db, 'no id', 'parent@home.example'),
  ];
  await t.startWorker({ places: 1 }, async (job) => {
    await causes[job.sequence - 1]?.();
    throw new Error('unreachable');
  });
  const files = causes.map((_, index) => stub(`${index} ${FILE}`));
  const response = await t.submit({ files });
  const request = response.headers.get('x-request-id');
  const { batchId } = (await response.json()) as { batchId: string };
  const failed = () => told().filter(({ msg }) => msg === 'a job did not finish');
  await expect.poll(() => failed().length, { timeout: 25_000 }).toBeGreaterThanOrEqual(4);
  expect(request).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(failed().map((line) => line.request))).toEqual(new Set([request]));
  expect(told()).toContainEqual(
    expect.objectContaining({ msg: 'answered', request, route: '/api/batch/extract', status: 201 }),
  );

  await t.sql(`update batch_jobs set status = 'failed', lease_owner = null`);
  const retried = await t.request(`/api/batch/${batchId}/retry`, { method: 'POST' });
  const again = retried.headers.get('x-request-id');
  await expect
    .poll(() => failed().some((line) => line.request === again), { timeout: 25_000 })
    .toBe(true);
  expect(again).not.toBe(request);
  expect(lines.filter((line) => PRIVATE.test(line))).toEqual([]);
});

it('names nobody whose request fails either', async () => {
  const asked = [
    '/api/batch/Moorhen',
    '/api/result/moorhen.pdf',
    '/api/mail/stop/parent@home.example',
    '/api/moorhen?name=Ada',
    `/api/batch/${crypto.randomUUID()}/calendar.ics?tz=moorhen`,
  ];
  for (const path of asked) expect((await t.request(path)).status).toBeGreaterThanOrEqual(400);
  expect(lines.filter((line) => PRIVATE.test(line))).toEqual([]);
});
