/** What was sent of a PDF to the AI model, and what it answered, per person. */
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { batchJobs, extractionResults, pdfFiles } from '../schema.ts';
import type { ExtractionRow } from './extractions.ts';

/** `key` names the part as a checksum names a PDF. */
export type Part = { checksum: string; key: string };

/** The row of a part, made if it is the first time. */
export const savePart = async (tx: Db, { checksum, key }: Part): Promise<string> => {
  const [row] = await tx
    .insert(pdfFiles)
    .values({ checksum: key, partOf: checksum })
    .onConflictDoUpdate({ target: pdfFiles.checksum, set: { partOf: checksum } })
    .returning({ id: pdfFiles.id });
  if (!row) throw new Error('the part was not saved');
  return row.id;
};

/** The AI model's answers about these people in any part of these PDFs, with the PDF's checksum. */
export const findAiAnswers = async (
  db: Db,
  checksums: string[],
  names: string[],
): Promise<{ checksum: string; part: string; answer: ExtractionRow }[]> => {
  const rows = await db
    .select({ checksum: pdfFiles.partOf, part: pdfFiles.checksum, answer: extractionResults })
    .from(extractionResults)
    .innerJoin(pdfFiles, eq(pdfFiles.id, extractionResults.pdfId))
    .where(
      and(
        inArray(pdfFiles.partOf, checksums),
        inArray(extractionResults.swimmerNameNormalized, names),
        eq(extractionResults.engine, 'ai'),
      ),
    )
    .orderBy(pdfFiles.checksum);
  return rows.flatMap(({ checksum, ...row }) => (checksum === null ? [] : [{ checksum, ...row }]));
};

/** The file of a part at the AI provider, if it is there for another `seconds`. */
export const findAiFile = async (db: Db, key: string, seconds: number): Promise<string | null> => {
  const [row] = await db
    .select({ id: pdfFiles.openaiFileId })
    .from(pdfFiles)
    .where(
      and(
        eq(pdfFiles.checksum, key),
        sql`${pdfFiles.openaiFileExpiresAt} > now() + make_interval(secs => ${seconds})`,
      ),
    );
  return row?.id ?? null;
};

/** Notes where a part lies at the AI provider, and for how long; null: nowhere any more. */
export const saveAiFile = async (
  db: Db,
  key: string,
  file: { id: string; expiresAt: Date } | null,
): Promise<void> => {
  await db
    .update(pdfFiles)
    .set({ openaiFileId: file?.id ?? null, openaiFileExpiresAt: file?.expiresAt ?? null })
    .where(eq(pdfFiles.checksum, key));
};

/** Files at the AI provider, of all PDFs or of these, that no job waits for. */
export const findIdleAiFiles = async (
  db: Db,
  checksums?: string[],
): Promise<{ key: string; id: string }[]> => {
  const open = sql`select 1 from ${batchJobs} where ${batchJobs.fileChecksum} = ${pdfFiles.partOf}
    and ${batchJobs.status} in ('pending', 'downloading', 'processing')`;
  const rows = await db
    .select({ key: pdfFiles.checksum, id: pdfFiles.openaiFileId })
    .from(pdfFiles)
    .where(
      and(
        gt(pdfFiles.openaiFileExpiresAt, sql`now()`),
        checksums && inArray(pdfFiles.partOf, checksums),
        sql`not exists (${open})`,
      ),
    );
  return rows.flatMap(({ key, id }) => (id === null ? [] : [{ key, id }]));
};
