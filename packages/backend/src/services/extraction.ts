import { setTimeout as sleep } from 'node:timers/promises';
import { READER_VERSION, type HeatSheet, type ReadProgress } from '@heatsync/heatsheet';
import type { ErrorCode, JobStage } from '@heatsync/shared';
import type { Db } from '../db/client.ts';
import { findSwimmers } from '../db/queries/batches.ts';
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import { findSheet, hasBatch, insertSheet, keepSheets, lockReading } from '../db/queries/sheets.ts';
import { AppError, TransientError } from '../errors.ts';
import { readWithAi } from './ai/reading.ts';
import type { Context } from './context.ts';
import { MAX_RETRIES } from './decide.ts';
import type { JobProgress } from './jobReports.ts';
import { countRaces, withAiAnswers } from './results.ts';
import { SheetReadError } from './sheetReader/index.ts';

type Upload = Pick<ChangedJob, 'fileChecksum' | 'tempFilePath'>;
type Options = { signal: AbortSignal; onProgress: (progress: JobProgress) => void };

/** Waiting holds neither a connection nor the end of the program. */
const WAIT_FOR_READER_MS = 100;

const CODES: Partial<Record<SheetReadError['code'], ErrorCode>> = {
  NOT_A_PDF: 'INVALID_PDF',
  DAMAGED: 'INVALID_PDF',
  ENCRYPTED: 'ENCRYPTED_PDF',
  TOO_MANY_PAGES: 'TOO_MANY_PAGES',
  TIMEOUT: 'TIMEOUT',
};

const toAppError = (error: unknown, maxPages: number): unknown => {
  const code = error instanceof SheetReadError ? CODES[error.code] : undefined;
  return code ? new AppError(code, { max: maxPages }, { cause: error }) : error;
};

const isEmpty = ({ events, sessions }: HeatSheet): boolean =>
  events.length === 0 && sessions.every((session) => session.rows.length === 0);

/**
 * Nothing came out of it: a PDF without text (a scan), or with text in no known alphabet. A sheet of
 * which only some pages are pictures is worth what the others say.
 */
const isUnreadable = (sheet: HeatSheet): boolean =>
  isEmpty(sheet) &&
  (sheet.lines.length === 0 ||
    sheet.checks.some((check) => check.name === 'text_decodable' && !check.ok));

const bytesOf = async ({ storage }: Context, { tempFilePath }: Upload): Promise<Uint8Array> => {
  const bytes = tempFilePath === null ? null : await storage.get(tempFilePath);
  if (!bytes) throw new AppError('SOURCE_GONE');
  return bytes;
};

const readUpload = async (
  context: Context,
  upload: Upload,
  options: Options,
): Promise<HeatSheet> => {
  const { reader, config } = context;
  const bytes = await bytesOf(context, upload);
  const onProgress = ({ page, pages }: ReadProgress) =>
    options.onProgress({
      pagesRead: page,
      pages,
      progressMessage: `Reading page ${page} of ${pages}.`,
    });
  const read = reader.read(bytes, { signal: options.signal, onProgress });
  return read.catch((error: unknown) => {
    throw toAppError(error, config.limits.pdfPages);
  });
};

type Extracted = { sheet: HeatSheet; cached: boolean };

const findStored = async (db: Db, checksum: string): Promise<Extracted | null> => {
  const sheet = await findSheet(db, checksum, READER_VERSION);
  return sheet && { sheet, cached: true };
};

/** Null when somebody else is reading this PDF. If its batch is deleted meanwhile nothing of it is stored. */
const readOnce = (
  context: Context,
  upload: Upload,
  checksum: string,
  options: Options,
): Promise<Extracted | null> =>
  context.db.transaction(async (tx) => {
    if (!(await lockReading(tx, checksum))) return null;
    const stored = await findStored(tx, checksum);
    if (stored) return stored;
    const sheet = await readUpload(context, upload, options);
    await keepSheets(tx, [checksum]);
    if (await hasBatch(tx, checksum)) await insertSheet(tx, checksum, sheet);
    return { sheet, cached: false };
  });

/**
 * The sheet of an upload: the stored one if this PDF was read before, else read now and stored,
 * while whoever else wants the same PDF waits.
 */
const extractSheet = async (
  context: Context,
  upload: Upload,
  options: Options,
): Promise<Extracted> => {
  const checksum = upload.fileChecksum;
  if (checksum === null) throw new AppError('SOURCE_GONE');
  for (;;) {
    const extracted =
      (await findStored(context.db, checksum)) ??
      (await readOnce(context, upload, checksum, options));
    if (extracted) return extracted;
    await sleep(WAIT_FOR_READER_MS, undefined, { signal: options.signal });
  }
};

/** What a job comes to when the AI model fails it for good, while the reader understood a part. */
const isGivenUp = (error: unknown, { retryCount }: Pick<ChangedJob, 'retryCount'>): boolean =>
  error instanceof AppError && (!(error instanceof TransientError) || retryCount >= MAX_RETRIES);

/** Has the AI model look at what the reader could not read, if there is one and anything to see. */
const readRest = async (
  context: Context,
  job: ChangedJob,
  upload: Upload,
  { sheet }: Extracted,
  options: Options,
): Promise<boolean> => {
  const { ai, log } = context;
  if (!ai || upload.fileChecksum === null) return false;
  const source = { checksum: upload.fileChecksum, sheet, bytes: () => bytesOf(context, upload) };
  const swimmers = await findSwimmers(context.db, job.batchId);
  const onStage = (stage: JobStage, progressMessage: string) =>
    options.onProgress({ stage, progressMessage });
  const { signal } = options;
  return readWithAi({ ...context, ai }, source, swimmers, { signal, onStage }).catch(
    (error: unknown) => {
      if (isUnreadable(sheet) || !isGivenUp(error, job)) throw error;
      log.warn({ err: error, job: job.id }, 'the AI model did not help; the reader’s races stay');
      return true;
    },
  );
};

/**
 * Reads an upload, by the AI model where the reader cannot, for the swimmers of its batch. Throws
 * `AppError` for a PDF that cannot be read.
 */
export const extractFor = async (
  context: Context,
  job: ChangedJob,
  upload: Upload,
  options: Options,
): Promise<Extracted & { eventCount: number }> => {
  const read = await extractSheet(context, upload, options);
  const shown = read.sheet.confident || (await readRest(context, job, upload, read, options));
  if (!shown && isUnreadable(read.sheet)) throw new AppError('UNREADABLE_SHEET');
  const sheet = await withAiAnswers(context, job.batchId, upload.fileChecksum ?? '', read.sheet);
  return { ...read, sheet, eventCount: await countRaces(context, job.batchId, sheet) };
};
