/** One claim takes jobs for several places at once, of several batches: what each of them is promised holds for all. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../src/db/client.ts';
import type { ChangedJob } from '../src/db/queries/jobChanges.ts';
import { findJobs } from '../src/db/queries/jobs.ts';
import { rescueJobs } from '../src/services/jobQueue.ts';
import { doneReport } from '../src/services/jobReports.ts';
import { claim, createReporter } from './support/oneWorker.ts';
import { brokenPromises } from './support/invariants.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { countWaiting } from './support/waiting.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const DONE = doneReport({ sheet: EMPTY_SHEET, eventCount: 0, cached: false });
const LIMIT = 3;

let t: TestApp;
let sql: ReturnType<TestApp['line']>;
beforeEach(async () => {
  t = await testApp();
  sql = t.line();
});
afterEach(() => t.close());

/** Batches in the order of their age. */
const newBatches = async (count: number, sheets: number): Promise<string[]> => {
  const files = Array.from({ length: sheets }, (_, index) => stub(`${index}.pdf`));
  const ids: string[] = [];
  for (let batch = 0; batch < count; batch++) ids.push((await t.create({ files })).batchId);
  return ids;
};
const take = (places: number, worker: string = randomUUID(), leaseSeconds = 60) =>
  claim(t.context, { worker, places, leaseSeconds });
/** The sequence numbers taken of each batch. */
const takenOf = (batches: string[], jobs: ChangedJob[]): number[][] =>
  batches.map((id) => jobs.filter(({ batchId }) => batchId === id).map(({ sequence }) => sequence));
const finish = (worker: string, jobs: ChangedJob[]) => {
  const report = createReporter(t.context, worker);
  return Promise.all(jobs.map((job) => report(job, DONE)));
};

it('takes of the oldest batches first, of each its first sheets and no more than it may', async () => {
  const batches = await newBatches(4, 5);
  const worker = randomUUID();
  const first = await take(7, worker);
  expect(takenOf(batches, first)).toEqual([[1, 2, 3], [1, 2, 3], [1], []]);
  expect(takenOf(batches, await take(4))).toEqual([[], [], [2, 3], [1, 2]]);
  await finish(worker, first);
  expect(takenOf(batches, await take(4))).toEqual([[4, 5], [4, 5], [], []]);
});

it('gives each job a lease of its own: a dead worker gives all of them back', async () => {
  const batches = await newBatches(2, LIMIT);
  const worker = randomUUID();
  const jobs = await take(5, worker, 0);
  expect(jobs.map(({ leaseOwner }) => leaseOwner)).toEqual(Array(5).fill(worker));
  await rescueJobs(t.context);
  const rows = (await Promise.all(batches.map((id) => findJobs(t.context.db, id)))).flat();
  expect(rows.map(({ status }) => status)).toEqual(Array(6).fill('pending'));
  expect(rows.reduce((lost, { lostLeases }) => lost + lostLeases, 0)).toBe(5);
  expect(await finish(worker, jobs)).toEqual(Array(5).fill(false));
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('keeps to each batch’s limit while several workers take and finish several jobs at once', async () => {
  const batches = await newBatches(4, 12);
  const most = async () => {
    const [row] = await sql`select coalesce(max(busy), 0)::int as most from (select count(*) as busy
      from batch_jobs where status in ('downloading', 'processing') group by batch_id) b`;
    return row?.['most'] as number;
  };
  const work = async (places: number): Promise<ChangedJob[]> => {
    const worker = randomUUID();
    const jobs = await take(places, worker);
    expect(await most()).toBeLessThanOrEqual(LIMIT);
    await finish(worker, jobs);
    return jobs;
  };
  const done: ChangedJob[] = [];
  while (done.length < 4 * 12)
    done.push(...(await Promise.all([2, 5, 7, 11].map((places) => work(places)))).flat());
  expect(new Set(done.map(({ id }) => id)).size).toBe(4 * 12);
  expect(takenOf(batches, done).map((sheets) => sheets.length)).toEqual([12, 12, 12, 12]);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('starts nothing of a batch that was cancelled since, and drops what comes of it', async () => {
  const [cancelled = '', other = ''] = await newBatches(2, LIMIT);
  const worker = randomUUID();
  const jobs = await take(2 * LIMIT, worker);
  await t.request(`/api/batch/${cancelled}/cancel`, { method: 'POST' });
  const kept = await finish(worker, jobs);
  expect(jobs.filter((_, index) => kept[index]).map(({ batchId }) => batchId)).toEqual(
    Array(LIMIT).fill(other),
  );
  expect(await take(2 * LIMIT)).toEqual([]);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('passes over a batch that somebody is changing', async () => {
  const [oldest = '', next = ''] = await newBatches(2, 5);
  await sql.begin(async (tx) => {
    await tx`select 1 from processing_batches where id = ${oldest} for update`;
    expect(takenOf([oldest, next], await take(5))).toEqual([[], [1, 2, 3]]);
  });
  expect(takenOf([oldest, next], await take(5))).toEqual([[1, 2, 3], []]);
});

/** From now on new connections wait for the advisory lock 1 wherever a statement asks for the time: in the midst of it. */
const SLOW_CLOCK = `
  create function public.now() returns timestamptz language plpgsql as
    'begin perform pg_advisory_xact_lock_shared(1); return statement_timestamp(); end';
  do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`;

it('takes nothing of a batch that has changed since it looked', async () => {
  const [batchId = ''] = await newBatches(1, 2 * LIMIT);
  await t.sql(SLOW_CLOCK);
  const { db, close } = openDatabase(t.url, t.url);
  const given: { taking?: Promise<ChangedJob[]> } = {};
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(1)`;
    given.taking = claim(
      { ...t.context, db },
      { worker: randomUUID(), places: 1, leaseSeconds: 60 },
    );
    await expect.poll(() => countWaiting(sql)).toBe(1);
    await sql`update batch_jobs set status = 'processing' where sequence > ${LIMIT}`;
    await sql`update processing_batches set last_event_id = last_event_id + ${LIMIT}`;
  });
  expect(await given.taking).toEqual([]);
  await close();
  expect(takenOf([batchId], await take(1))).toEqual([[]]);
});

it('holds only the batches of which it takes', async () => {
  const [first = '', ...rest] = await newBatches(3, 5);
  const given: { taking?: Promise<ChangedJob[]> } = {};
  await sql.begin(async (tx) => {
    // Then the claim waits with the batches that it has chosen.
    await tx`select 1 from batch_jobs where batch_id = ${first} and sequence = 1 for update`;
    given.taking = take(LIMIT);
    await expect
      .poll(
        () =>
          tx`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      .toHaveLength(1);
    const free =
      await tx`select id from processing_batches order by created_at for update skip locked`;
    expect(free.map(({ id }) => id as string)).toEqual(rest);
  });
  expect(takenOf([first], (await given.taking) ?? [])).toEqual([[1, 2, 3]]);
});
