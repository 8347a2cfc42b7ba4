/** A worker tells what became of its jobs and takes new ones with one statement, which does not see what it changes itself. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { connect } from '../src/db/connect.ts';
import type { ChangedJob } from '../src/db/queries/jobChanges.ts';
import { eventsAfter } from '../src/db/queries/events.ts';
import { findJobs } from '../src/db/queries/jobs.ts';
import { exchange } from '../src/services/exchange.ts';
import { rescueJobs } from '../src/services/jobQueue.ts';
import {
  doneReport,
  progressReport,
  returnReport,
  type Report,
} from '../src/services/jobReports.ts';
import { brokenPromises } from './support/invariants.ts';
import { claim } from './support/oneWorker.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp, type Upload } from './support/testApp.ts';
import { countWaiting } from './support/waiting.ts';

const RESULT = { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
const DONE = doneReport(RESULT);
const LIMIT = 3;
const worker = randomUUID();

let t: TestApp;
let sql: ReturnType<TestApp['line']>;
beforeEach(async () => {
  t = await testApp();
  sql = t.line();
});
afterEach(() => t.close());

const sheets = (count: number): Upload[] =>
  Array.from({ length: count }, (_, index) => stub(`${index}.pdf`));
const newBatch = async (files: Upload[]): Promise<string> => (await t.create({ files })).batchId;
const take = (places: number, leaseSeconds = 60) =>
  claim(t.context, { worker, places, leaseSeconds });
/** The sequence numbers saved and taken. */
const tell = async (jobs: ChangedJob[], report: Report, places: number) => {
  const reports = jobs.map(({ id, batchId }) => ({ id, batchId, ...report }));
  const { saved, taken } = await exchange(t.context, { worker, reports, places, leaseSeconds: 60 });
  const sequences = (some: ChangedJob[]) => some.map(({ sequence }) => sequence);
  return { saved: sequences(jobs.filter(({ id }) => saved.has(id))), taken: sequences(taken) };
};
const statusesOf = async (batchId: string) =>
  (await findJobs(t.context.db, batchId)).map(({ status }) => status);

it('fills the places that its own reports make free, and tells of both in one row', async () => {
  const batchId = await newBatch(sheets(5));
  const jobs = await take(LIMIT);
  expect(await tell(jobs, DONE, 10)).toEqual({ saved: [1, 2, 3], taken: [4, 5] });
  const told = (await eventsAfter(t.context.db, batchId, 4)).map((event) => [
    'job' in event && event.job.sequence,
    event.type,
    'batch' in event && event.batch?.completedPdfs,
  ]);
  expect(told).toEqual([
    [1, 'job_completed', 3],
    [2, 'job_completed', 3],
    [3, 'job_completed', 3],
    [4, 'job_progress', 3],
    [5, 'job_progress', 3],
  ]);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('takes for one that goes back, never for one that only gets on', async () => {
  const batchId = await newBatch(sheets(6));
  const jobs = await take(LIMIT);
  const progress = progressReport({ progressMessage: 'Page 2 of 3.' });
  expect(await tell(jobs, progress, 10)).toEqual({ saved: [1, 2, 3], taken: [] });
  const back = returnReport(jobs[0] as ChangedJob, { delayMs: 0, retry: false });
  expect(await tell(jobs.slice(0, 1), back, 10)).toEqual({ saved: [1], taken: [4] });
  expect((await statusesOf(batchId)).filter((status) => status === 'processing')).toHaveLength(3);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('counts what another worker has at work, whatever is said of it', async () => {
  await newBatch(sheets(6));
  const lost = await take(LIMIT, -1);
  await rescueJobs(t.context);
  await claim(t.context, { worker: randomUUID(), places: LIMIT, leaseSeconds: 60 });
  expect(await tell(lost, DONE, 10)).toEqual({ saved: [], taken: [] });
});

it('takes anew a job that it has lost, and drops what it said of it', async () => {
  const batchId = await newBatch(sheets(1));
  const lost = await take(1, -1);
  await rescueJobs(t.context);
  expect(await tell(lost, DONE, 1)).toEqual({ saved: [], taken: [1] });
  expect(await statusesOf(batchId)).toEqual(['processing']);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('takes a sheet that is given twice when the first has been read, not when that one waits again', async () => {
  const again = { ...stub('0.pdf'), name: 'again.pdf' };
  await newBatch([stub('0.pdf'), again]);
  const [first] = (await take(1)) as [ChangedJob];
  const later = returnReport(first, { delayMs: 0, retry: false });
  expect(await tell([first], later, 1)).toEqual({ saved: [1], taken: [] });
  expect(await tell(await take(1), DONE, 1)).toEqual({ saved: [1], taken: [2] });
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

/** Has `work` wait for a batch's row, in which then a change is found. */
const changeMeanwhile = async <T>(
  batchId: string,
  work: () => Promise<T>,
  look: (tx: ReturnType<typeof connect>) => Promise<void> = async () => undefined,
): Promise<T> => {
  const given: { work?: Promise<T> } = {};
  await sql.begin(async (tx) => {
    await tx`update processing_batches set last_event_id = last_event_id + 1 where id = ${batchId}`;
    given.work = work();
    await expect.poll(() => countWaiting(sql)).toBe(1);
    await look(sql);
  });
  return given.work as Promise<T>;
};

it('takes nothing of a batch that has changed since it looked, though it reports on it', async () => {
  const batchId = await newBatch(sheets(2));
  const jobs = await take(1);
  const told = await changeMeanwhile(batchId, () => tell(jobs, DONE, 5));
  expect(told).toEqual({ saved: [1], taken: [] });
  expect(await statusesOf(batchId)).toEqual(['completed', 'pending']);
});

it('holds no other batch while it waits for one of those that it reports on', async () => {
  const batchId = await newBatch(sheets(1));
  const jobs = await take(1);
  await newBatch(sheets(1));
  const free: unknown[] = [];
  const look = async (other: ReturnType<typeof connect>) => {
    free.push(...(await other`select id from processing_batches for update skip locked`));
  };
  await changeMeanwhile(batchId, () => tell(jobs, DONE, 5), look);
  expect(free).toHaveLength(1);
});

it('looks again when its batch had changed, though nothing wakes the worker', async () => {
  const batchId = await newBatch(sheets(2));
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  await t.startWorker({ places: 1, pollMs: 60_000 }, async () => {
    begun.resolve();
    await gate.promise;
    return RESULT;
  });
  await begun.promise;
  await changeMeanwhile(batchId, async () => gate.resolve());
  await expect.poll(() => statusesOf(batchId)).toEqual(['completed', 'completed']);
});
