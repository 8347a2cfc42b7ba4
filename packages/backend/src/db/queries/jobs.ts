import { and, asc, count, eq, inArray, lt, notInArray, sql } from 'drizzle-orm';
import type { HeatSheet } from '@heatsync/heatsheet';
import type { ErrorCode, JobStage, JobStatus } from '@heatsync/shared';
import type { Db } from '../client.ts';
import { batchJobs } from '../schema.ts';
import { JOB_IS_DUE } from './due.ts';

export type JobRow = typeof batchJobs.$inferSelect;
export type NewJob = typeof batchJobs.$inferInsert;

const AT_WORK: JobStatus[] = ['downloading', 'processing'];
const ENDED: JobStatus[] = ['completed', 'failed', 'cancelled'];
const NO_LEASE = { leaseOwner: null, leaseUntil: null };
const until = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
const READING = 'Reading the sheet.';
/** What a claimed job does first: an address is fetched, a file is read. */
const eitherWay = (ofUrl: string, ofFile: string) =>
  sql`case ${batchJobs.sourceType} when 'url' then ${ofUrl} else ${ofFile} end`;
/** Only the owner of a job at work may change it. */
const owned = (id: string, worker: string) =>
  and(eq(batchJobs.id, id), eq(batchJobs.leaseOwner, worker), inArray(batchJobs.status, AT_WORK));

export const insertJobs = (tx: Db, jobs: NewJob[]): Promise<JobRow[]> =>
  tx.insert(batchJobs).values(jobs).returning();

/** A batch's jobs in their order. */
export const findJobs = (db: Db, batchId: string): Promise<JobRow[]> =>
  db
    .select()
    .from(batchJobs)
    .where(eq(batchJobs.batchId, batchId))
    .orderBy(asc(batchJobs.sequence));

/** Jobs of a batch per status. Exact while the batch is locked. */
export const countJobs = async (db: Db, batchId: string): Promise<Map<JobStatus, number>> => {
  const rows = await db
    .select({ status: batchJobs.status, jobs: count() })
    .from(batchJobs)
    .where(eq(batchJobs.batchId, batchId))
    .groupBy(batchJobs.status);
  return new Map(rows.map((row) => [row.status, row.jobs]));
};

/** Takes the next due job of a locked batch, if it has less than `limit` at work. */
export const claimJob = async (
  tx: Db,
  batchId: string,
  worker: string,
  { limit, leaseSeconds }: { limit: number; leaseSeconds: number },
): Promise<JobRow | null> => {
  const [row] = await tx
    .update(batchJobs)
    .set({
      status: eitherWay('downloading', 'processing'),
      stage: eitherWay('downloading', 'extracting'),
      progressMessage: eitherWay('Downloading the sheet.', READING),
      leaseOwner: worker,
      leaseUntil: until(leaseSeconds),
      startedAt: sql`now()`,
    })
    .where(
      and(
        sql`${batchJobs.id} = (select job.id from ${batchJobs} job where job.batch_id = ${batchId}
          and ${JOB_IS_DUE} order by job.sequence limit 1)`,
        sql`(select count(*) from ${batchJobs} where batch_id = ${batchId}
          and status in ('downloading', 'processing')) < ${limit}`,
      ),
    )
    .returning();
  return row ?? null;
};

/** Prolongs the leases that are still held; a job missing from the answer is lost. */
export const renewLeases = async (
  db: Db,
  worker: string,
  ids: string[],
  leaseSeconds: number,
): Promise<{ id: string; batchId: string }[]> =>
  db
    .update(batchJobs)
    .set({ leaseUntil: until(leaseSeconds) })
    .where(
      and(
        inArray(batchJobs.id, ids),
        eq(batchJobs.leaseOwner, worker),
        inArray(batchJobs.status, AT_WORK),
      ),
    )
    .returning({ id: batchJobs.id, batchId: batchJobs.batchId });

export type JobProgress = {
  pagesRead?: number;
  pages?: number;
  stage?: JobStage;
  progressMessage: string;
};

export const saveProgress = async (
  tx: Db,
  id: string,
  worker: string,
  progress: JobProgress,
): Promise<JobRow | null> => {
  const [row] = await tx.update(batchJobs).set(progress).where(owned(id, worker)).returning();
  return row ?? null;
};

export type Download = { filename: string; checksum: string };

/** What an address led to is here and is read now; hold its `keepSheets`. Null when no longer owned. */
export const saveDownload = async (
  tx: Db,
  id: string,
  worker: string,
  { filename, checksum }: Download,
): Promise<JobRow | null> => {
  const [row] = await tx
    .update(batchJobs)
    .set({
      filename,
      fileChecksum: checksum,
      status: 'processing',
      stage: 'extracting',
      progressMessage: READING,
    })
    .where(owned(id, worker))
    .returning();
  return row ?? null;
};

export type JobResult = { sheet: HeatSheet; eventCount: number; cached: boolean };

/** PostgreSQL takes every character but these, which a broken PDF may hold. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Null when the worker no longer owns the job: its outcome is then dropped. */
export const completeJob = async (
  tx: Db,
  id: string,
  worker: string,
  { sheet, eventCount, cached }: JobResult,
): Promise<JobRow | null> => {
  const [row] = await tx
    .update(batchJobs)
    .set({
      ...NO_LEASE,
      status: 'completed',
      stage: 'done',
      progressMessage: null,
      kind: sheet.kind,
      meetName: sheet.meetName === null ? null : storable(sheet.meetName),
      eventCount,
      cached,
      pages: sheet.pages,
      pagesRead: sheet.pages,
      tempFilePath: null,
      completedAt: sql`now()`,
    })
    .where(owned(id, worker))
    .returning();
  return row ?? null;
};

export type JobFailure = { errorCode: ErrorCode; errorMessage: string };
const failed = (failure: JobFailure) => ({
  ...failure,
  ...NO_LEASE,
  status: 'failed' as const,
  stage: 'done' as const,
  progressMessage: null,
  completedAt: sql`now()`,
});

/** Null when the worker no longer owns the job. */
export const failJob = async (
  tx: Db,
  id: string,
  worker: string,
  failure: JobFailure,
): Promise<JobRow | null> => {
  const [row] = await tx
    .update(batchJobs)
    .set(failed(failure))
    .where(owned(id, worker))
    .returning();
  return row ?? null;
};

/** Puts a job back: `retry` counts, a hand-back does not. Null when no longer owned. */
export const putBackJob = async (
  tx: Db,
  id: string,
  worker: string,
  { delayMs, retry, message }: { delayMs: number; retry: boolean; message: string },
): Promise<JobRow | null> => {
  const [row] = await tx
    .update(batchJobs)
    .set({
      ...NO_LEASE,
      status: 'pending',
      stage: 'queued',
      progressMessage: message,
      runAt: until(delayMs / 1000),
      ...(retry && { retryCount: sql`${batchJobs.retryCount} + 1` }),
    })
    .where(owned(id, worker))
    .returning();
  return row ?? null;
};

/** Batches in which a job's worker has died. */
export const findBatchesWithLostJobs = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: batchJobs.batchId })
    .from(batchJobs)
    .where(and(inArray(batchJobs.status, AT_WORK), lt(batchJobs.leaseUntil, sql`now()`)));
  return rows.map((row) => row.id);
};

/** Queues again what dead workers of a locked batch held. */
export const requeueLostJobs = (tx: Db, batchId: string, message: string): Promise<JobRow[]> =>
  tx
    .update(batchJobs)
    .set({
      ...NO_LEASE,
      status: 'pending',
      stage: 'queued',
      progressMessage: message,
      lostLeases: sql`${batchJobs.lostLeases} + 1`,
      runAt: sql`now()`,
    })
    .where(
      and(
        eq(batchJobs.batchId, batchId),
        inArray(batchJobs.status, AT_WORK),
        lt(batchJobs.leaseUntil, sql`now()`),
      ),
    )
    .returning();

/** Fails these jobs whoever owns them, unless they have ended. Files stay for a retry. */
export const failJobs = (tx: Db, ids: string[], failure: JobFailure): Promise<JobRow[]> =>
  tx
    .update(batchJobs)
    .set(failed(failure))
    .where(and(inArray(batchJobs.id, ids), notInArray(batchJobs.status, ENDED)))
    .returning();

/** Queues failed jobs as if they were new. Their files must still be there. */
export const requeueFailedJobs = (
  tx: Db,
  ids: string[],
  requestId: string | null,
): Promise<JobRow[]> =>
  tx
    .update(batchJobs)
    .set({
      status: 'pending',
      stage: 'queued',
      progressMessage: null,
      errorCode: null,
      errorMessage: null,
      requestId,
      retryCount: 0,
      lostLeases: 0,
      pagesRead: null,
      startedAt: null,
      completedAt: null,
      runAt: sql`now()`,
    })
    .where(and(inArray(batchJobs.id, ids), eq(batchJobs.status, 'failed')))
    .returning();

/** Cancels what has not ended. */
export const cancelJobs = (tx: Db, batchId: string): Promise<JobRow[]> =>
  tx
    .update(batchJobs)
    .set({
      ...NO_LEASE,
      status: 'cancelled',
      stage: 'done',
      progressMessage: null,
      tempFilePath: null,
      completedAt: sql`now()`,
    })
    .where(and(eq(batchJobs.batchId, batchId), notInArray(batchJobs.status, ENDED)))
    .returning();
