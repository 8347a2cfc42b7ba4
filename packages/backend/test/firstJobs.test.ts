/** A batch that is handed in where a worker has free places is at work from the moment it exists. */
import { once } from 'node:events';
import { CreateBatchResponse } from '@heatsync/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventsAfter } from '../src/db/queries/events.ts';
import { findJobs } from '../src/db/queries/jobs.ts';
import type { JobHandler } from '../src/services/jobRun.ts';
import type { WorkerOptions } from '../src/services/jobWorker.ts';
import { claim } from './support/oneWorker.ts';
import { brokenPromises } from './support/invariants.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp, type Upload } from './support/testApp.ts';

const DONE = { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
const done: JobHandler = async () => DONE;
const pdfs = (count: number): Upload[] =>
  Array.from({ length: count }, (_, index) => stub(`${index}.pdf`));

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

/** Takes jobs and keeps them until they are let go or taken away. */
const holdingHandler = () => {
  const gate = Promise.withResolvers<void>();
  const begun: number[] = [];
  const handler: JobHandler = async (job, { signal }) => {
    begun.push(job.sequence);
    await Promise.race([gate.promise, once(signal, 'abort')]);
    signal.throwIfAborted();
    return DONE;
  };
  return { begun, handler, letGo: gate.resolve };
};
/** The worker of the program that takes the batches, once it has nothing to do. */
const startWorker = async (options: Partial<WorkerOptions>, handler: JobHandler) => {
  const worker = t.startOwnWorker({ pollMs: 60_000, ...options }, handler);
  await untilFree();
  return worker;
};
const untilFree = () => {
  const free = async () => {
    let lent = 0;
    await t.context.places.lend(1, async ({ places }) => {
      lent = places;
      return [];
    });
    return lent;
  };
  return expect.poll(free).toBe(1);
};
/** What the first event of a batch says of it: `processing` only if it was handed in with jobs at work. */
const statusAtFirst = async (batchId: string) => (await t.events(batchId, 0))[0]?.batch?.status;
const statusesOf = async (batchId: string) =>
  (await findJobs(t.context.db, batchId)).map(({ status }) => status);

it('begins its first sheets, as many as it may, and then the others', async () => {
  const { begun, handler, letGo } = holdingHandler();
  await startWorker({ places: 9 }, handler);
  const { batchId } = await t.create({ files: pdfs(5) });
  expect(begun).toEqual([1, 2, 3]);
  expect(await statusesOf(batchId)).toEqual([...Array(3).fill('processing'), 'pending', 'pending']);
  letGo();
  expect(await statusAtFirst(batchId)).toBe('processing');
  expect(await statusesOf(batchId)).toEqual(Array(5).fill('completed'));
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('begins no more than there are places for, and of a sheet given twice the first only', async () => {
  const { begun, handler, letGo } = holdingHandler();
  await startWorker({ places: 2 }, handler);
  const again = { ...stub('0.pdf'), name: 'again.pdf' };
  const first = await t.create({ files: pdfs(3).toSpliced(1, 0, again) });
  expect(begun).toEqual([1, 3]);
  const second = await t.create({ files: pdfs(1) });
  expect(await statusesOf(second.batchId)).toEqual(['pending']);
  letGo();
  expect(await statusAtFirst(first.batchId)).toBe('processing');
  expect(await statusAtFirst(second.batchId)).toBe('pending');
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('tells of a bad sheet and of those at work in one row without a gap', async () => {
  await startWorker({}, done);
  const urls = ['http://127.0.0.1/a.pdf', 'https://sheets.example/b.pdf'];
  const { batchId } = await t.create({ files: pdfs(1), urls });
  const events = await t.events(batchId, 0);
  const told = events.slice(0, 4).map((event) => [event.type, 'job' in event && event.job.status]);
  expect(told).toEqual([
    ['batch_started', false],
    ['job_progress', 'processing'],
    ['job_failed', 'failed'],
    ['job_progress', 'downloading'],
  ]);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('gives places back when nothing was handed in', async () => {
  await startWorker({ places: 1 }, done);
  const headers = { 'Idempotency-Key': 'once' };
  const send = () => t.submit({ files: pdfs(1) }, headers);
  const first = CreateBatchResponse.parse(await (await send()).json());
  await t.events(first.batchId, 0);
  await untilFree();
  expect(await (await send()).json()).toEqual(first);
  expect(await statusAtFirst(first.batchId)).toBe('processing');
  await t.sql('alter table processing_batches rename to away');
  expect((await t.submit({ files: pdfs(1) })).status).toBe(500);
  await t.sql('alter table away rename to processing_batches');
  const next = await t.create({ files: pdfs(1) });
  await t.events(next.batchId, 0);
  expect(await statusesOf(next.batchId)).toEqual(['completed']);
});

it('wakes a worker elsewhere', async () => {
  await t.startWorker({ pollMs: 60_000 }, done);
  await t.sql('select pg_sleep(0.5)');
  const { batchId } = await t.create({ files: pdfs(1) });
  await expect.poll(() => statusesOf(batchId)).toEqual(['completed']);
  expect(await statusAtFirst(batchId)).toBe('pending');
});

it('hands back what begins in lent places while the worker is told to end', async () => {
  const { batchId } = await t.create({ files: pdfs(1) });
  await t.sql(`update batch_jobs set run_at = now() + interval '1 hour'`);
  const worker = await startWorker({ graceMs: 0 }, done);
  const gate = Promise.withResolvers<void>();
  const lent = t.context.places.lend(1, async (loan) => {
    await gate.promise;
    await t.sql('update batch_jobs set run_at = now()');
    return claim(t.context, loan);
  });
  const stopped = worker.stop();
  gate.resolve();
  await Promise.all([lent, stopped]);
  expect(await statusesOf(batchId)).toEqual(['pending']);
  const events = await eventsAfter(t.context.db, batchId, 0);
  expect(events.map(({ type }) => type)).toEqual(['batch_started', 'job_progress', 'job_progress']);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});
