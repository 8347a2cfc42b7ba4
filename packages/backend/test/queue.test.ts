/** What the queue promises, with several workers on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangedJob } from '../src/db/queries/jobChanges.ts';
import { findJobs, renewLeases } from '../src/db/queries/jobs.ts';
import { giveUpFailedFiles } from '../src/db/queries/upkeep.ts';
import { doneReport, failureReport } from '../src/services/jobReports.ts';
import type { JobHandler } from '../src/services/jobRun.ts';
import { claim, createReporter } from './support/oneWorker.ts';
import { brokenPromises } from './support/invariants.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const DONE = { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
const pdfs = (count: number) => Array.from({ length: count }, (_, index) => stub(`${index}.pdf`));

let t: TestApp;
const claimOne = async (leaseSeconds: number, worker: string = randomUUID()) =>
  (await claim(t.context, { worker, places: 1, leaseSeconds }))[0] ?? null;
const failAll = (worker: string, jobs: ChangedJob[]) => {
  const report = createReporter(t.context, worker);
  const failure = failureReport({ errorCode: 'INTERNAL', errorMessage: 'It did not work.' });
  return Promise.all(jobs.map((job) => report(job, failure)));
};
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

/** Takes a job until it is told to stop, and tells when it has begun. */
const waitingHandler = () => {
  const begun = Promise.withResolvers<AbortSignal>();
  const handler: JobHandler = (_job, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      begun.resolve(signal);
    });
  return { handler, begun: begun.promise };
};

describe('the queue', () => {
  it('never has more at work than a batch may, however many ask at once', async () => {
    const { batchId } = await t.create({ files: pdfs(12) });
    const ask = () => claimOne(60);
    const claimed = [];
    for (const round of [1, 2, 3, 4, 5]) {
      const jobs = await Promise.all(Array.from({ length: 2 * round }, ask));
      claimed.push(...jobs.flatMap((job) => job?.id ?? []));
    }
    expect(new Set(claimed).size).toBe(3);
    expect(claimed).toHaveLength(3);
    const jobs = await findJobs(t.context.db, batchId);
    expect(jobs.filter(({ status }) => status === 'processing')).toHaveLength(3);
  });

  it('keeps to the limit while several workers claim and finish', async () => {
    const busy = new Map<string, number>();
    let most = 0;
    const handler: JobHandler = async ({ batchId }) => {
      busy.set(batchId, (busy.get(batchId) ?? 0) + 1);
      most = Math.max(most, ...busy.values());
      await setImmediate();
      busy.set(batchId, (busy.get(batchId) ?? 0) - 1);
      return DONE;
    };
    const batches = await Promise.all([1, 2, 3].map(() => t.create({ files: pdfs(12) })));
    for (const places of [2, 4, 6]) await t.startWorker({ places }, handler);
    for (const { batchId } of batches) await t.events(batchId);
    expect(most).toBe(3);
    expect(await brokenPromises(t.context.db)).toEqual([]);
  });

  it('gives each job to one worker', async () => {
    const begun: string[] = [];
    const handler: JobHandler = async (job) => {
      begun.push(job.id);
      return DONE;
    };
    const { batchId } = await t.create({ files: pdfs(12) });
    await t.startWorker({ places: 4 }, handler);
    await t.startWorker({ places: 4 }, handler);
    await t.events(batchId);
    expect(new Set(begun).size).toBe(12);
    expect(begun).toHaveLength(12);
  });

  it('gives a dead worker’s job to another at no cost, and drops what the dead one brings', async () => {
    const { batchId } = await t.create({ files: pdfs(1) });
    const dead = randomUUID();
    const job = await claimOne(0.05, dead);
    if (!job) throw new Error('nothing to claim');
    await t.startWorker({ pollMs: 50 }, async () => DONE);
    await t.events(batchId);
    const [row] = await findJobs(t.context.db, batchId);
    expect(row).toMatchObject({ status: 'completed', lostLeases: 1, retryCount: 0 });
    expect(await createReporter(t.context, dead)(job, doneReport(DONE))).toBe(false);
  });

  it('gives up a job that has killed six workers', async () => {
    const { batchId } = await t.create({ files: pdfs(1) });
    await t.startWorker({ places: 0, pollMs: 10 });
    let claims = 0;
    const claimAgain = async () => {
      if (await claimOne(0.01)) claims += 1;
    };
    const leave = t.context.bus.subscribe(() => void claimAgain());
    await claimAgain();
    const events = await t.events(batchId);
    leave();
    expect(claims).toBe(6);
    expect(events.at(-1)).toMatchObject({ type: 'batch_completed', batch: { status: 'failed' } });
  });

  it('leaves a long job with its living worker', async () => {
    const { handler, begun } = waitingHandler();
    const { batchId } = await t.create({ files: pdfs(1) });
    const leaseEnd = async () =>
      (await findJobs(t.context.db, batchId))[0]?.leaseUntil?.getTime() ?? 0;
    await t.startWorker({ leaseSeconds: 0.6, renewMs: 50, pollMs: 50, graceMs: 0 }, handler);
    const signal = await begun;
    const threeLeasesLater = (await leaseEnd()) + 1800;
    while ((await leaseEnd()) < threeLeasesLater) {
      expect(await claimOne(1)).toBeNull();
      await pause(20);
    }
    expect(signal.aborted).toBe(false);
  });

  it('gets a job back at no cost when its worker is told to end', async () => {
    const { handler, begun } = waitingHandler();
    const { batchId } = await t.create({ files: pdfs(1) });
    const worker = await t.startWorker({ graceMs: 0 }, handler);
    await begun;
    await worker.stop();
    const [row] = await findJobs(t.context.db, batchId);
    expect(row).toMatchObject({ status: 'pending', retryCount: 0, lostLeases: 0 });
    expect(await t.storedFiles()).toHaveLength(1);
  });

  it('starts nothing after a cancel, stops what is at work, and keeps no file', async () => {
    const { handler, begun } = waitingHandler();
    const { batchId } = await t.create({ files: pdfs(5) });
    await t.startWorker({ renewMs: 20, places: 1 }, handler);
    const signal = await begun;
    const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
    const cancel = () => t.json(`/api/batch/${batchId}/cancel`, { method: 'POST' });
    expect(await cancel()).toMatchObject({ batch: { status: 'cancelled' } });
    await stopped;
    expect(await claimOne(10)).toBeNull();
    const jobs = await findJobs(t.context.db, batchId);
    expect(jobs.map((job) => job.status)).toEqual(Array(5).fill('cancelled'));
    expect(await t.storedFiles()).toEqual([]);
    expect(await cancel()).toMatchObject({ error: 'BATCH_FINISHED' });
  });

  it('stores a sheet whose meet’s name holds what no database takes', async () => {
    const { batchId } = await t.create({ files: pdfs(1) });
    const sheet = { ...EMPTY_SHEET, meetName: 'Duck\0 Pond\ud800 Open' };
    await t.startWorker({}, async () => ({ ...DONE, sheet }));
    await t.events(batchId);
    expect((await findJobs(t.context.db, batchId))[0]?.meetName).toBe('Duck Pond\ufffd Open');
  });

  it('loses no other report when the database refuses one of those written together', async () => {
    const { batchId } = await t.create({ files: pdfs(3) });
    const worker = randomUUID();
    const jobs = await claim(t.context, { worker, places: 3, leaseSeconds: 60 });
    const report = createReporter(t.context, worker);
    const tooLong = { change: { errorCode: 'x'.repeat(31) }, delayMs: 0 };
    const reports = jobs.map((job, index) => report(job, index === 1 ? tooLong : doneReport(DONE)));
    const outcomes = await Promise.allSettled(reports);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const states = (await findJobs(t.context.db, batchId)).map(({ status }) => status);
    expect(states).toEqual(['completed', 'processing', 'completed']);
  });

  it('lets renewals, reports and a cancel of the same jobs go at once', async () => {
    for (let round = 0; round < 20; round++) {
      const { batchId } = await t.create({ files: pdfs(3) });
      const worker = randomUUID();
      const jobs = await claim(t.context, { worker, places: 3, leaseSeconds: 60 });
      const ids = jobs.map(({ id }) => id);
      const report = createReporter(t.context, worker);
      await Promise.all([
        ...jobs.map((job) => report(job, doneReport(DONE))),
        ...[ids, ids.toReversed(), ids].map((some) => renewLeases(t.context.db, worker, some, 60)),
        t.request(`/api/batch/${batchId}/cancel`, { method: 'POST' }),
      ]);
    }
    expect(await brokenPromises(t.context.db)).toEqual([]);
  });

  it('lets renewals, a retry, a delete and upkeep go at once', async () => {
    for (let round = 0; round < 10; round++) {
      const { batchId, manageToken } = await t.create({ files: pdfs(6) });
      const worker = randomUUID();
      const jobs = await claim(t.context, { worker, places: 3, leaseSeconds: 60 });
      await failAll(worker, jobs);
      const held = await claim(t.context, { worker, places: 3, leaseSeconds: 60 });
      const ids = held.map(({ id }) => id);
      const answers = await Promise.all([
        t.request(`/api/batch/${batchId}/retry`, { method: 'POST' }),
        giveUpFailedFiles(t.context.db, -1),
        ...[ids, ids.toReversed()].map((some) => renewLeases(t.context.db, worker, some, 60)),
        t.request(`/api/batch/${batchId}`, {
          method: 'DELETE',
          headers: { 'X-Manage-Token': manageToken },
        }),
      ]);
      expect((answers.at(-1) as Response).status).toBe(200);
    }
  });

  it('tries again what failed by chance', async () => {
    let tries = 0;
    const { batchId } = await t.create({ files: pdfs(1) });
    const handler: JobHandler = async () => {
      tries += 1;
      if (tries === 1) throw new Error('a hiccup');
      return DONE;
    };
    await t.startWorker({ pollMs: 50 }, handler);
    await t.events(batchId);
    const [row] = await findJobs(t.context.db, batchId);
    expect(row).toMatchObject({ status: 'completed', retryCount: 1 });
  });
});
