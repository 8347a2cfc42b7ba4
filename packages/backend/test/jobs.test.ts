/** What becomes of jobs that fail, take too long, are cancelled or want what another one reads. */
import { BatchResponse, type JobView } from '@heatsync/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findJobs } from '../src/db/queries/jobs.ts';
import { findSheets } from '../src/db/queries/sheets.ts';
import { AppError } from '../src/errors.ts';
import { readSheet } from '../src/jobs/readSheet.ts';
import { cancelBatch } from '../src/services/batches.ts';
import type { JobHandler } from '../src/services/jobRun.ts';
import type { SheetReader } from '../src/services/sheetReader/index.ts';
import { checksumOf, holdReading, untilJobs } from './support/atWork.ts';
import { brokenPromises } from './support/invariants.ts';
import { drawSheets, EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const DONE = { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const jobsOf = async (batchId: string): Promise<JobView[]> =>
  BatchResponse.parse(await t.json(`/api/batch/${batchId}`)).jobs;
const post = (path: string) => t.json(`/api/batch/${path}`, { method: 'POST' });
/** Whatever waits for its time need not. */
const dueNow = () => t.sql(`update batch_jobs set run_at = now() where status = 'pending'`);

it('a job that keeps failing is tried three times more, then fails with a sentence for people', async () => {
  let tries = 0;
  const { batchId } = await t.create({ files: [stub('a.pdf')] });
  const leave = t.context.bus.subscribe(() => void dueNow());
  await t.startWorker({ pollMs: 20 }, async () => {
    tries += 1;
    throw new Error('no luck');
  });
  const events = await t.events(batchId, 0);
  leave();
  expect(tries).toBe(4);
  expect(events.filter(({ type }) => type === 'job_failed')).toHaveLength(1);
  expect(await jobsOf(batchId)).toMatchObject([
    { status: 'failed', errorCode: 'INTERNAL', errorMessage: expect.stringMatching(/[a-z]\.$/) },
  ]);
});

it('a permanent error fails at once', async () => {
  let tries = 0;
  const { batchId } = await t.create({ files: [stub('a.pdf')] });
  await t.startWorker({}, async () => {
    tries += 1;
    throw new AppError('ENCRYPTED_PDF');
  });
  await t.events(batchId);
  expect(tries).toBe(1);
  expect(await jobsOf(batchId)).toMatchObject([{ errorCode: 'ENCRYPTED_PDF' }]);
});

it('a batch that takes too long fails with what is left, and drops what comes afterwards', async () => {
  const finish = Promise.withResolvers<void>();
  const { batchId } = await t.create({ files: [stub('a.pdf'), stub('b.pdf'), stub('c.pdf')] });
  const handler: JobHandler = async ({ sequence }) => {
    if (sequence > 1) await finish.promise;
    return DONE;
  };
  const worker = await t.startWorker({ places: 2, pollMs: 50, renewMs: 60_000 }, handler);
  await expect
    .poll(async () => (await jobsOf(batchId)).map(({ status }) => status))
    .toEqual(['completed', 'processing', 'processing']);
  await t.sql(`update processing_batches set processing_timeout_at = now() - interval '1 second'`);
  const events = await t.events(batchId);
  expect(events.at(-1)).toMatchObject({
    batch: { status: 'partial', completedPdfs: 1, failedPdfs: 2 },
  });
  finish.resolve();
  await worker.stop();
  const codes = (await jobsOf(batchId)).map(({ errorCode }) => errorCode);
  expect(codes).toEqual([null, 'TIMEOUT', 'TIMEOUT']);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('tells of progress now and then, but of each new stage', async () => {
  const { batchId } = await t.create({ files: [stub('a.pdf')] });
  await t.startWorker({}, async (_job, { onProgress }) => {
    for (let page = 1; page <= 1000; page++)
      onProgress({ pagesRead: page, pages: 1000, progressMessage: `Reading page ${page}.` });
    onProgress({ stage: 'uploading_to_ai', progressMessage: 'Asking.' });
    onProgress({ stage: 'extracting', progressMessage: 'Reading.' });
    return DONE;
  });
  const events = await t.events(batchId, 0);
  const told = events.flatMap((event) => (event.type === 'job_progress' ? event.job.stage : []));
  expect(told.length).toBeLessThan(20);
  expect(told.slice(-2)).toEqual(['uploading_to_ai', 'extracting']);
});

it('a cancel keeps the file of a sheet that had failed: it can be tried again', async () => {
  const { batchId } = await t.create({ files: [stub('bad.pdf'), stub('b.pdf'), stub('c.pdf')] });
  const options = { places: 1, renewMs: 50 };
  const worker = await t.startWorker(options, async ({ filename }, { signal }) => {
    if (filename === 'bad.pdf') throw new AppError('UNREADABLE_SHEET');
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')));
    });
  });
  await expect.poll(async () => (await jobsOf(batchId))[1]?.status).toBe('processing');
  await post(`${batchId}/cancel`);
  const { lastEventId } = BatchResponse.parse(await t.json(`/api/batch/${batchId}`)).batch;
  expect(await t.storedFiles()).toHaveLength(1);
  await worker.stop();
  await post(`${batchId}/retry`);
  await t.startWorker({}, async ({ tempFilePath }) => {
    if (!(await t.context.storage.get(tempFilePath ?? ''))) throw new AppError('SOURCE_GONE');
    return DONE;
  });
  await t.events(batchId, lastEventId);
  const states = (await jobsOf(batchId)).map(({ status }) => status);
  expect(states).toEqual(['completed', 'cancelled', 'cancelled']);
  expect(await brokenPromises(t.context.db)).toEqual([]);
});

it('a cancel holds when the files cannot be deleted now', async () => {
  const { batchId } = await t.create({ files: [stub('a.pdf')] });
  const remove = () => Promise.reject(new Error('the bucket is gone'));
  const context = { ...t.context, storage: { ...t.context.storage, remove } };
  expect(await cancelBatch(context, batchId)).toMatchObject({ status: 'cancelled' });
});

it('two workers never read the same PDF, also of two batches', async () => {
  const { first } = await drawSheets();
  const read: string[] = [];
  const reader: SheetReader = {
    ...t.context.reader,
    read: (...given) => {
      read.push('once');
      return t.context.reader.read(...given);
    },
  };
  const release = await holdReading(t.context.db, [checksumOf(first)]);
  const batches = await Promise.all([t.create({ files: [first] }), t.create({ files: [first] })]);
  for (const _ of batches) await t.startWorker({ places: 1 }, readSheet({ ...t.context, reader }));
  for (const { batchId } of batches)
    await untilJobs(t.context.db, batchId, ({ status }) => status === 'processing');
  await release();
  for (const { batchId } of batches) await t.events(batchId);
  expect(read).toHaveLength(1);
  const jobs = await Promise.all(batches.map(({ batchId }) => findJobs(t.context.db, batchId)));
  expect(
    jobs
      .flat()
      .map(({ cached }) => cached)
      .toSorted(),
  ).toEqual([false, true]);
});

it('nothing is kept of a sheet whose batch is deleted while it is read', async () => {
  const { first } = await drawSheets();
  const { batchId, manageToken } = await t.create({ files: [first] });
  const remove = () =>
    t.request(`/api/batch/${batchId}`, {
      method: 'DELETE',
      headers: { 'X-Manage-Token': manageToken },
    });
  const read: SheetReader['read'] = async (...given) => {
    const sheet = await t.context.reader.read(...given);
    expect((await remove()).status).toBe(200);
    return sheet;
  };
  const watched = t.events(batchId);
  const reader = { ...t.context.reader, read };
  const worker = await t.startWorker({}, readSheet({ ...t.context, reader }));
  await watched;
  await worker.stop();
  expect(await findSheets(t.context.db, [checksumOf(first)])).toEqual(new Map());
});
