/**
 * Whoever locks several rows does so in one order, batches by id, then jobs by id: else two could wait for each other. So whoever waits
 * for the first one has none of the others yet.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangedJob } from '../src/db/queries/jobChanges.ts';
import { renewLeases } from '../src/db/queries/jobs.ts';
import { giveUpFailedFiles } from '../src/db/queries/upkeep.ts';
import { rescueJobs } from '../src/services/jobQueue.ts';
import { doneReport, failureReport } from '../src/services/jobReports.ts';
import { claim, createReporter } from './support/oneWorker.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { countWaiting } from './support/waiting.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const JOBS = 3;
const DONE = doneReport({ sheet: EMPTY_SHEET, eventCount: 0, cached: false });
const FAILED = failureReport({ errorCode: 'INTERNAL', errorMessage: 'It did not work.' });
const worker = randomUUID();

let t: TestApp;
let sql: ReturnType<TestApp['line']>;
beforeEach(async () => {
  t = await testApp();
  sql = t.line();
});
afterEach(() => t.close());

type Batch = { batchId: string; manageToken: string };
/** A batch whose jobs' ids run against their sequence. */
const newBatch = async (): Promise<Batch> => {
  const files = Array.from({ length: JOBS }, (_, index) => stub(`${index}.pdf`));
  const batch = await t.create({ files });
  await sql`update batch_jobs set id = overlay(id::text placing to_char(100 - sequence, 'FM00') from 1)::uuid
    where batch_id = ${batch.batchId}`;
  return batch;
};
const claimAll = (places = JOBS, leaseSeconds = 60) =>
  claim(t.context, { worker, places, leaseSeconds });
const report = (jobs: ChangedJob[], outcome: typeof DONE) => {
  const tell = createReporter(t.context, worker);
  return Promise.all(jobs.map((job) => tell(job, outcome)));
};
const failAll = async () => report(await claimAll(), FAILED);

/** Where nothing is said PostgreSQL takes rows as they lie: now the last first. */
const turnRound = async (table: string) => {
  for (const { id } of await sql.unsafe(`select id from ${table} order by id desc`))
    await sql.unsafe(`update ${table} set created_at = created_at where id = '${id}'`);
};

/** How many rows of `looked` are free while `work` waits for the first row of `table`. */
const freeMeanwhile = async (
  table: string,
  work: () => Promise<unknown>,
  looked = table,
): Promise<number> => {
  await turnRound('batch_jobs');
  await turnRound('processing_batches');
  const given: { work?: Promise<unknown>; free: number } = { free: 0 };
  await sql.begin(async (tx) => {
    await tx.unsafe(`select 1 from ${table} order by id limit 1 for update`);
    given.work = work();
    await expect.poll(() => countWaiting(sql)).toBe(1);
    given.free = (await tx.unsafe(`select 1 from ${looked} for update skip locked`)).length;
  });
  await given.work;
  return given.free;
};

type Step = [name: string, prepare: () => Promise<() => Promise<unknown>>];
const cancel = ({ batchId }: Batch) =>
  t.request(`/api/batch/${batchId}/cancel`, { method: 'POST' });
const retry = ({ batchId }: Batch) => t.request(`/api/batch/${batchId}/retry`, { method: 'POST' });
const remove = ({ batchId, manageToken }: Batch) =>
  t.request(`/api/batch/${batchId}`, {
    method: 'DELETE',
    headers: { 'X-Manage-Token': manageToken },
  });

const whileAtWork =
  (work: (batch: Batch, jobs: ChangedJob[]) => Promise<unknown>, leaseSeconds = 60) =>
  async () => {
    const batch = await newBatch();
    const jobs = await claimAll(JOBS, leaseSeconds);
    return () => work(batch, jobs);
  };
const afterFailure = (work: (batch: Batch) => Promise<unknown>) => async () => {
  const batch = await newBatch();
  await failAll();
  return () => work(batch);
};

const CHANGES: Step[] = [
  ['a report', whileAtWork((_, jobs) => report(jobs, DONE))],
  ['a cancel', whileAtWork(cancel)],
  ['a rescue', whileAtWork(() => rescueJobs(t.context), -1)],
  ['a retry', afterFailure(retry)],
  ['a delete', afterFailure(remove)],
];
const ids = (jobs: ChangedJob[]) => jobs.map(({ id }) => id);

describe('jobs by id', () => {
  it.each<Step>([
    ...CHANGES,
    ['a renewal', whileAtWork((_, jobs) => renewLeases(t.context.db, worker, ids(jobs), 60))],
    ['upkeep', afterFailure(() => giveUpFailedFiles(t.context.db, -1))],
  ])('are locked by %s', async (_, prepare) => {
    expect(await freeMeanwhile('batch_jobs', await prepare())).toBe(JOBS);
  });
});

describe('a batch before its jobs', () => {
  it.each(CHANGES)('is locked by %s', async (_, prepare) => {
    expect(await freeMeanwhile('processing_batches', await prepare(), 'batch_jobs')).toBe(JOBS);
  });
});

it('batches by id are locked by reports that are written together', async () => {
  const batches = [await newBatch(), await newBatch(), await newBatch()];
  const jobs = await claimAll(3 * JOBS);
  const backwards = jobs.toSorted((a, b) => (a.batchId < b.batchId ? 1 : -1));
  const free = await freeMeanwhile('processing_batches', () => report(backwards, DONE));
  expect(free).toBe(batches.length);
});
