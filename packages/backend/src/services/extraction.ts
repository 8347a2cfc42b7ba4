import { setTimeout as sleep } from 'node:timers/promises';
import { READER_VERSION, type HeatSheet, type ReadProgress } from '@heatsync/heatsheet';
import type { ErrorCode } from '@heatsync/shared';
import type { Db } from '../db/client.ts';
import type { JobRow } from '../db/queries/jobs.ts';
import { findSheet, insertSheet, lockReading } from '../db/queries/sheets.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { SheetReadError } from './sheetReader/index.ts';

type Upload = Pick<JobRow, 'fileChecksum' | 'tempFilePath'>;
type Options = { signal: AbortSignal; onProgress: (progress: ReadProgress) => void };

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

const readUpload = async (
  { storage, reader, config }: Context,
  { tempFilePath }: Upload,
  options: Options,
): Promise<HeatSheet> => {
  const bytes = tempFilePath === null ? null : await storage.get(tempFilePath);
  if (!bytes) throw new AppError('SOURCE_GONE');
  const sheet = await reader.read(bytes, options).catch((error: unknown) => {
    throw toAppError(error, config.limits.pdfPages);
  });
  if (isUnreadable(sheet)) throw new AppError('UNREADABLE_SHEET');
  return sheet;
};

type Extracted = { sheet: HeatSheet; cached: boolean };

const findStored = async (db: Db, checksum: string): Promise<Extracted | null> => {
  const sheet = await findSheet(db, checksum, READER_VERSION);
  return sheet && { sheet, cached: true };
};

/** Null when somebody else is reading this PDF. */
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
    await insertSheet(tx, checksum, sheet);
    return { sheet, cached: false };
  });

/**
 * The sheet of an upload: the stored one if this PDF was read before, else read now and stored,
 * while whoever else wants the same PDF waits. Throws `AppError` for a PDF that cannot be read.
 */
export const extractSheet = async (
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
