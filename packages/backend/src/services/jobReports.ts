/** What the worker that has a job says of it. Each report is dropped when the job is no longer the worker's. */
import type { HeatSheet } from '@heatsync/heatsheet';
import type { ErrorCode, JobStage } from '@heatsync/shared';
import { AT_WORK, exchangeJobs, type JobReport } from '../db/queries/exchange.ts';
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import { keepSheets } from '../db/queries/sheets.ts';
import type { Context } from './context.ts';

export type JobProgress = {
  pagesRead?: number;
  pages?: number;
  stage?: JobStage;
  progressMessage: string;
};
export type JobResult = { sheet: HeatSheet; eventCount: number; cached: boolean };
export type JobFailure = { errorCode: ErrorCode; errorMessage: string };
export type Download = { filename: string; checksum: string };

export type Report = Omit<JobReport, 'id' | 'batchId'>;

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

const NOTHING_TAKEN = { places: 0, limit: 0, leaseSeconds: 0 };

/** What an address led to is here and is read now. False when the job is no longer the worker's. */
export const noteDownload = async (
  { db, bus }: Pick<Context, 'db' | 'bus'>,
  { id, batchId, leaseOwner }: ChangedJob,
  { filename, checksum }: Download,
): Promise<boolean> => {
  const change = { ...AT_WORK.file, filename, fileChecksum: checksum };
  const saved = await db.transaction(async (tx) => {
    await keepSheets(tx, [checksum]);
    const reports = [{ id, batchId, change, delayMs: 0 }];
    return exchangeJobs(tx, { ...NOTHING_TAKEN, worker: leaseOwner ?? '', reports });
  });
  bus.changed(batchId);
  return saved.length > 0;
};
