/** The AI model's answers as they are stored, each about one swimmer in one part of a PDF. */
import { z } from 'zod';
import { findAiAnswers, savePart, type Part } from '../../db/queries/aiAnswers.ts';
import { saveExtraction, type ExtractionRow } from '../../db/queries/extractions.ts';
import { hasBatch, keepSheets } from '../../db/queries/sheets.ts';
import type { Context } from '../context.ts';
import { AiRace } from './check.ts';
import type { AiAnswer } from './merge.ts';

const AiWarning = z.object({ page: z.int(), text: z.string() });

/** The same person’s name however it is spaced or capitalised. */
const nameKey = (swimmer: string): string => swimmer.trim().toLowerCase().replace(/\s+/g, ' ');

const toAnswer = ({
  kind,
  meetName,
  meetStart,
  meetEnd,
  venue,
  ...row
}: ExtractionRow): AiAnswer => ({
  ...{ kind, meetName, meetStart, meetEnd, venue },
  races: AiRace.array().parse(row.events),
  warnings: AiWarning.array().parse(row.warnings),
});

/** All that was answered about these swimmers, by the PDF's checksum. */
export const answersOf = async (
  { db }: Pick<Context, 'db'>,
  checksums: string[],
  swimmers: readonly string[],
): Promise<Map<string, AiAnswer[]>> => {
  const rows = await findAiAnswers(db, checksums, swimmers.map(nameKey));
  const byPdf = Map.groupBy(rows, ({ checksum }) => checksum);
  return new Map(
    [...byPdf].map(([checksum, found]) => [checksum, found.map(({ answer }) => toAnswer(answer))]),
  );
};

/** Which of the swimmers the model was not yet asked about in a part. */
export const unasked = async (
  { db }: Pick<Context, 'db'>,
  { checksum, key }: Part,
  swimmers: readonly string[],
): Promise<string[]> => {
  const rows = await findAiAnswers(db, [checksum], swimmers.map(nameKey));
  const known = rows.filter(({ part }) => part === key).map(({ answer }) => answer);
  const names = new Set(known.map(({ swimmerNameNormalized }) => swimmerNameNormalized));
  return swimmers.filter((swimmer) => !names.has(nameKey(swimmer)));
};

/** Keeps nothing of a PDF whose last batch was deleted meanwhile. */
export const saveAnswer = async (
  { db }: Pick<Context, 'db'>,
  part: Part,
  swimmer: string,
  { races, ...answer }: AiAnswer,
): Promise<void> => {
  await db.transaction(async (tx) => {
    await keepSheets(tx, [part.checksum]);
    if (!(await hasBatch(tx, part.checksum))) return;
    const pdfId = await savePart(tx, part);
    const row = { ...answer, events: races, swimmerNameNormalized: nameKey(swimmer) };
    await saveExtraction(tx, pdfId, { ...row, engine: 'ai' });
  });
};
