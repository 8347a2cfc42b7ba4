import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { batchJobs, extractionResults, pdfFiles, resultLinks } from '../schema.ts';

export type ExtractionRow = typeof extractionResults.$inferSelect;
export type NewExtraction = Omit<typeof extractionResults.$inferInsert, 'id' | 'pdfId'>;

/** The row of a PDF, made if it is the first time. */
export const savePdf = async (tx: Db, checksum: string, filename: string): Promise<string> => {
  const [row] = await tx
    .insert(pdfFiles)
    .values({ checksum, filename })
    .onConflictDoUpdate({ target: pdfFiles.checksum, set: { filename } })
    .returning({ id: pdfFiles.id });
  if (!row) throw new Error('the PDF was not saved');
  return row.id;
};

/** What one engine found for one name in one PDF; the newest answer counts. */
export const saveExtraction = async (
  tx: Db,
  pdfId: string,
  extraction: NewExtraction,
): Promise<ExtractionRow> => {
  const { pdfId: onPdf, swimmerNameNormalized, engine } = extractionResults;
  const [row] = await tx
    .insert(extractionResults)
    .values({ ...extraction, pdfId })
    .onConflictDoUpdate({ target: [onPdf, swimmerNameNormalized, engine], set: extraction })
    .returning();
  if (!row) throw new Error('the result was not saved');
  return row;
};

export const findExtraction = async (db: Db, id: string): Promise<ExtractionRow | null> => {
  const [row] = await db.select().from(extractionResults).where(eq(extractionResults.id, id));
  return row ?? null;
};

export const insertResultLink = async (
  tx: Db,
  link: typeof resultLinks.$inferInsert,
): Promise<void> => {
  await tx.insert(resultLinks).values(link);
};

export const setJobResult = async (
  tx: Db,
  jobId: string,
  extractionId: string,
  resultCode: string,
): Promise<void> => {
  await tx.update(batchJobs).set({ extractionId, resultCode }).where(eq(batchJobs.id, jobId));
};

/** From now on the code points at another result. */
export const moveResultLink = async (
  tx: Db,
  shortCode: string,
  extractionId: string,
): Promise<void> => {
  await tx.update(resultLinks).set({ extractionId }).where(eq(resultLinks.shortCode, shortCode));
};

/** What a result code points at, counted as one more view; null when there is none or it has expired. */
export const viewResult = async (db: Db, code: string): Promise<ExtractionRow | null> => {
  const [link] = await db
    .update(resultLinks)
    .set({ viewCount: sql`${resultLinks.viewCount} + 1` })
    .where(and(eq(resultLinks.shortCode, code), gt(resultLinks.expiresAt, sql`now()`)))
    .returning({ id: resultLinks.extractionId });
  if (!link) return null;
  return findExtraction(db, link.id);
};
