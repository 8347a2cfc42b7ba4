import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { HeatSheet } from '@heatsync/heatsheet';
import type { Db } from '../client.ts';
import { parsedSheets } from '../schema.ts';

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

/** Waits until nobody else reads this PDF; held to the end of the transaction. */
export const lockChecksum = async (tx: Db, checksum: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${checksum}, 0))`);
};
