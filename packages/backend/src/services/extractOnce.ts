/** v1's way: one sheet, one swimmer, and the answer when it is read. A batch of one does the work. */
import { randomBytes } from 'node:crypto';
import { ERROR_STATUS, type ErrorCode, type ExtractionResult } from '@heatsync/shared';
import {
  insertResultLink,
  saveExtraction,
  savePdf,
  setJobResult,
  viewResult,
  type ExtractionRow,
} from '../db/queries/extractions.ts';
import { findJobs, type JobRow } from '../db/queries/jobs.ts';
import { AppError } from '../errors.ts';
import { cancelBatch, getBatchRow } from './batches.ts';
import type { Context } from './context.ts';
import { createBatch, type BatchRequest } from './createBatch.ts';
import { getResults } from './results.ts';
import { valuesFor } from './sources.ts';
import { toExtraction, toExtractionResult } from './v1Result.ts';
import { createWakeup } from './wakeup.ts';

export type V1Answer = { data: ExtractionResult; resultUrl: string; cached: boolean };

const POLL_MS = 1000;
/** 72 random bits in 12 characters. */
const newResultCode = (): string => randomBytes(9).toString('base64url');

const isOpen = ({ status }: JobRow): boolean =>
  status === 'pending' || status === 'downloading' || status === 'processing';

/** The batch's one job when it has ended. Rejects when nobody waits any more. */
const untilEnded = async (
  { db, bus }: Context,
  batchId: string,
  signal: AbortSignal,
): Promise<JobRow> => {
  const wakeup = createWakeup();
  const leave = bus.subscribe((changed) => {
    if (changed === batchId) wakeup.wake();
  });
  try {
    for (;;) {
      const ticket = wakeup.ticket();
      const [job] = await findJobs(db, batchId);
      if (!job) throw new AppError('BATCH_NOT_FOUND');
      if (!isOpen(job)) return job;
      signal.throwIfAborted();
      await wakeup.wait(ticket, POLL_MS, signal);
    }
  } finally {
    leave();
  }
};

const isCode = (code: string): code is ErrorCode => code in ERROR_STATUS;

const failureOf = ({ errorCode }: JobRow, { config }: Context): AppError => {
  const code = errorCode !== null && isCode(errorCode) ? errorCode : 'INTERNAL';
  return new AppError(code, valuesFor(code, config.limits));
};

const saveResult = async (
  context: Context,
  job: JobRow,
): Promise<{ row: ExtractionRow; code: string }> => {
  const results = await getResults(context, job.batchId);
  const [source] = results.sources;
  if (!source || job.fileChecksum === null) throw new AppError('SOURCE_GONE');
  const { expiresAt } = await getBatchRow(context, job.batchId);
  const [checksum, code] = [job.fileChecksum, newResultCode()];
  return context.db.transaction(async (tx) => {
    const pdfId = await savePdf(tx, checksum, job.filename);
    const row = await saveExtraction(tx, pdfId, toExtraction(results, source));
    await insertResultLink(tx, { shortCode: code, extractionId: row.id, expiresAt });
    await setJobResult(tx, job.id, row.id, code);
    return { row, code };
  });
};

/**
 * Reads one sheet for one swimmer and waits for it. Throws `AppError`; a reader that hangs up stops
 * the work.
 */
export const extractOnce = async (
  context: Context,
  request: BatchRequest,
  signal: AbortSignal,
): Promise<V1Answer> => {
  const { batchId } = await createBatch(context, request);
  const job = await untilEnded(context, batchId, signal).catch(async (error: unknown) => {
    if (signal.aborted) await cancelBatch(context, batchId).catch(() => undefined);
    throw error;
  });
  if (job.status !== 'completed') throw failureOf(job, context);
  const { row, code } = await saveResult(context, job);
  return { data: toExtractionResult(row), resultUrl: `/result/${code}`, cached: job.cached };
};

/** What a result code points at. Throws `RESULT_NOT_FOUND`. */
export const getV1Result = async (
  { db }: Pick<Context, 'db'>,
  code: string,
): Promise<ExtractionResult> => {
  const row = await viewResult(db, code);
  if (!row) throw new AppError('RESULT_NOT_FOUND');
  return toExtractionResult(row);
};
