/** What the worker that has a job says of it. Each report is dropped when the job is no longer the worker's. */
import type { HeatSheet } from '@heatsync/heatsheet';
import type { ErrorCode, JobStage } from '@heatsync/shared';
import { AT_WORK } from '../db/queries/claims.ts';
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import { saveReports, type JobReport } from '../db/queries/jobs.ts';
import { keepSheets } from '../db/queries/sheets.ts';
import type { Context } from './context.ts';
import { createGatherer } from './gatherer.ts';

export type JobProgress = {
  pagesRead?: number;
  pages?: number;
  stage?: JobStage;
  progressMessage: string;
};
export type JobResult = { sheet: HeatSheet; eventCount: number; cached: boolean };
export type JobFailure = { errorCode: ErrorCode; errorMessage: string };
export type Download = { filename: string; checksum: string };

type Report = Omit<JobReport, 'id' | 'batchId'>;

export const progressReport = (change: JobProgress): Report => ({ change, delayMs: 0 });

export const doneReport = ({ sheet, eventCount, cached }: JobResult): Report => ({
  change: {
    status: 'completed',
    stage: 'done',
    progressMessage: null,
    kind: sheet.kind,
    meetName: sheet.meetName,
    eventCount,
    cached,
    pages: sheet.pages,
    pagesRead: sheet.pages,
  },
  delayMs: 0,
});

export const failed = (failure: JobFailure) =>
  ({ ...failure, status: 'failed', stage: 'done', progressMessage: null }) as const;

export const queuedAgain = {
  status: 'pending',
  stage: 'queued',
  progressMessage: 'Waiting to be read again.',
} as const;

export const failureReport = (failure: JobFailure): Report => ({
  change: failed(failure),
  delayMs: 0,
});

/** Back to the queue: `retry` costs one of the job's retries, a hand-back is free. */
export const returnReport = (
  { retryCount }: ChangedJob,
  { delayMs, retry }: { delayMs: number; retry: boolean },
): Report => ({
  change: { ...queuedAgain, ...(retry && { retryCount: retryCount + 1 }) },
  delayMs,
});

/** Whether the job was still the worker's. */
export type Reporter = (job: ChangedJob, report: Report) => Promise<boolean>;

/** Reports that come while others are being written are written together. */
export const createReporter = (
  { db, bus }: Pick<Context, 'db' | 'bus'>,
  worker: string,
): Reporter => {
  const save = async (reports: JobReport[]): Promise<Set<string>> => {
    const jobs = await saveReports(db, worker, reports);
    for (const batchId of new Set(jobs.map((job) => job.batchId))) bus.changed(batchId);
    return new Set(jobs.map((job) => job.id));
  };
  const gather = createGatherer(save);
  return async ({ id, batchId }, report) => {
    const item = { id, batchId, ...report };
    // If it cannot be written together with others it may be one of them that is to blame.
    const saved = await gather(item).catch(() => save([item]));
    return saved.has(id);
  };
};

/** What an address led to is here and is read now. False when the job is no longer the worker's. */
export const noteDownload = async (
  { db, bus }: Pick<Context, 'db' | 'bus'>,
  { id, batchId, leaseOwner }: ChangedJob,
  { filename, checksum }: Download,
): Promise<boolean> => {
  const change = { ...AT_WORK.file, filename, fileChecksum: checksum };
  const saved = await db.transaction(async (tx) => {
    await keepSheets(tx, [checksum]);
    return saveReports(tx, leaseOwner ?? '', [{ id, batchId, change, delayMs: 0 }]);
  });
  bus.changed(batchId);
  return saved.length > 0;
};
