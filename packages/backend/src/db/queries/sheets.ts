import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { union, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { HeatSheet } from '@heatsync/heatsheet';
import type { Db } from '../client.ts';
import { given, runPrepared } from '../prepared.ts';
import { batchJobs, parsedSheets, pdfFiles } from '../schema.ts';

export const findSheet = async (
  db: Db,
  checksum: string,
  readerVersion: number,
): Promise<HeatSheet | null> => {
  const [row] = await db
    .select({ sheet: parsedSheets.sheet })
    .from(parsedSheets)
    .where(and(eq(parsedSheets.checksum, checksum), eq(parsedSheets.readerVersion, readerVersion)));
  return row?.sheet ?? null;
};

/** The newest reading of each of these PDFs, by checksum. */
export const findSheets = async (db: Db, checksums: string[]): Promise<Map<string, HeatSheet>> => {
  const rows = await db
    .selectDistinctOn([parsedSheets.checksum], {
      checksum: parsedSheets.checksum,
      sheet: parsedSheets.sheet,
    })
    .from(parsedSheets)
    .where(inArray(parsedSheets.checksum, checksums))
    .orderBy(parsedSheets.checksum, desc(parsedSheets.readerVersion));
  return new Map(rows.map((row) => [row.checksum, row.sheet]));
};

export const insertSheet = async (db: Db, checksum: string, sheet: HeatSheet): Promise<void> => {
  const { readerVersion } = sheet;
  await db.insert(parsedSheets).values({ checksum, readerVersion, sheet }).onConflictDoNothing();
};

/** False when somebody else reads this PDF; else nobody may until the transaction ends. */
export const lockReading = async (tx: Db, checksum: string): Promise<boolean> => {
  const [row] = await tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${checksum}, 0)) as got`,
  );
  return row?.got ?? false;
};

/** What `keepSheets` runs, for a larger statement; `checksums` is a JSON array. */
export const KEEP_SHEETS = sql`
  select pg_advisory_xact_lock_shared(hashtextextended(c.checksum, 1)) from (
    select distinct checksum from json_array_elements_text(${given('checksums')}::json) checksum
    order by checksum) c`;

/**
 * Until the transaction ends no sheet of these PDFs is deleted as unused. Whoever gives a job its
 * checksum does this first: else the sheet could go between the job's birth and its reading.
 */
export const keepSheets = async (tx: Db, checksums: string[]): Promise<void> => {
  await runPrepared(tx, KEEP_SHEETS, { checksums: JSON.stringify(checksums) });
};

/** Waits for whoever makes a job of this PDF. */
export const lockSheet = async (tx: Db, checksum: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${checksum}, 1))`);
};

/** The PDF that a row is, or is a part of. */
const wholePdf = sql`coalesce(${pdfFiles.partOf}, ${pdfFiles.checksum})`;

const hasNoJob = (checksum: AnyPgColumn | SQL) =>
  sql`not exists (select 1 from ${batchJobs} where ${batchJobs.fileChecksum} = ${checksum})`;

/** Whether a batch has this PDF. */
export const hasBatch = async (db: Db, checksum: string): Promise<boolean> =>
  (await db.$count(batchJobs, eq(batchJobs.fileChecksum, checksum))) > 0;

/** Deletes what was read of a PDF if no batch has it; hold its `lockSheet`. True if anything went. */
export const deleteUnusedSheet = async (tx: Db, checksum: string): Promise<boolean> => {
  const sheets = await tx
    .delete(parsedSheets)
    .where(and(eq(parsedSheets.checksum, checksum), hasNoJob(parsedSheets.checksum)))
    .returning({ checksum: parsedSheets.checksum });
  await tx.delete(pdfFiles).where(and(eq(wholePdf, checksum), hasNoJob(wholePdf)));
  return sheets.length > 0;
};

/** Checksums of PDFs that no batch has any more. */
export const findUnusedChecksums = async (db: Db): Promise<string[]> => {
  const sheets = db
    .select({ checksum: parsedSheets.checksum })
    .from(parsedSheets)
    .where(hasNoJob(parsedSheets.checksum));
  const pdfs = db
    .select({ checksum: sql<string>`${wholePdf}`.as('checksum') })
    .from(pdfFiles)
    .where(hasNoJob(wholePdf));
  const rows = await union(sheets, pdfs);
  return rows.map((row) => row.checksum);
};
