/** Another name for a swimmer of a batch: what was counted and kept for the first one becomes true of the new one. */
import type { AnswersRequest } from '@heatsync/shared';
import { countRaces } from '@heatsync/shared/results';
import type { Db } from '../db/client.ts';
import { findSwimmers, renameSwimmer, type BatchRow } from '../db/queries/batches.ts';
import {
  findExtraction,
  moveResultLink,
  saveExtraction,
  setJobResult,
} from '../db/queries/extractions.ts';
import { findJobs, setRaceCounts, type JobRow } from '../db/queries/jobs.ts';
import { findSheets } from '../db/queries/sheets.ts';
import { AppError } from '../errors.ts';
import { isFinished } from './batches.ts';
import { getResults } from './results.ts';
import { toExtraction } from './v1Result.ts';

type Names = NonNullable<AnswersRequest['names']>;

const recount = async (tx: Db, batchId: string, jobs: readonly JobRow[]): Promise<void> => {
  const swimmers = await findSwimmers(tx, batchId);
  const sheets = await findSheets(
    tx,
    jobs.flatMap((job) => job.fileChecksum ?? []),
  );
  const counts = jobs.flatMap(({ id, fileChecksum }) => {
    const sheet = sheets.get(fileChecksum ?? '');
    return sheet ? [{ id, races: countRaces(sheet, swimmers) }] : [];
  });
  await setRaceCounts(tx, counts);
};

/** The result codes of v1 then lead to the new name's races; those of other batches stay where they are. */
const renewResults = async (tx: Db, batchId: string, jobs: readonly JobRow[]): Promise<void> => {
  const coded = jobs.filter((job) => job.resultCode !== null);
  if (coded.length === 0) return;
  const results = await getResults({ db: tx }, batchId);
  for (const { id, sequence, resultCode, extractionId } of coded) {
    const source = results.sources.find((one) => one.sequence === sequence);
    const before = extractionId === null ? null : await findExtraction(tx, extractionId);
    if (!source || !before || resultCode === null) continue;
    const row = await saveExtraction(tx, before.pdfId, toExtraction(results, source));
    await moveResultLink(tx, resultCode, row.id);
    await setJobResult(tx, id, row.id, resultCode);
  }
};

/**
 * In a transaction that holds the batch's row. Throws `INVALID_REQUEST` while sheets are being read: they are read, and
 * counted, for the names as they were.
 */
export const renameSwimmers = async (
  tx: Db,
  { id, status }: BatchRow,
  names: Names,
): Promise<void> => {
  if (names.length === 0) return;
  if (!isFinished(status)) throw new AppError('INVALID_REQUEST');
  for (const { swimmer, name } of names) await renameSwimmer(tx, id, swimmer, name);
  const jobs = (await findJobs(tx, id)).filter((job) => job.status === 'completed');
  await recount(tx, id, jobs);
  await renewResults(tx, id, jobs);
};
