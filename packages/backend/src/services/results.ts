import type { HeatSheet } from '@heatsync/heatsheet';
import type { ResultsResponse } from '@heatsync/shared';
import * as derive from '@heatsync/shared/results';
import { findAnswers } from '../db/queries/answers.ts';
import { findSwimmers } from '../db/queries/batches.ts';
import { findJobs } from '../db/queries/jobs.ts';
import { findSheets } from '../db/queries/sheets.ts';
import { answersOf } from './ai/answers.ts';
import { withAnswers } from './ai/merge.ts';
import { getBatchRow } from './batches.ts';
import type { Context } from './context.ts';

/** A sheet with what the AI model answered about the batch's swimmers. */
export const withAiAnswers = async (
  { db }: Pick<Context, 'db'>,
  batchId: string,
  checksum: string,
  sheet: HeatSheet,
): Promise<HeatSheet> => {
  const swimmers = await findSwimmers(db, batchId);
  const answers = (await answersOf({ db }, [checksum], swimmers)).get(checksum);
  return answers ? withAnswers(sheet, answers) : sheet;
};

/** The batch's read sheets in their order; the same PDF handed in twice comes once. */
const readSheets = async (
  { db }: Pick<Context, 'db'>,
  batchId: string,
  swimmers: string[],
): Promise<derive.ReadSheet[]> => {
  const jobs = (await findJobs(db, batchId)).filter((job) => job.status === 'completed');
  const checksums = jobs.flatMap((job) => job.fileChecksum ?? []);
  const sheets = await findSheets(db, checksums);
  const answers = await answersOf({ db }, checksums, swimmers);
  const once = new Map(jobs.toReversed().map((job) => [job.fileChecksum, job]));
  return jobs
    .filter((job) => once.get(job.fileChecksum) === job)
    .flatMap(({ sequence, filename, sourceUrl, resultCode, cached, fileChecksum }) => {
      const sheet = sheets.get(fileChecksum ?? '');
      const source = { sequence, filename, sourceUrl, resultCode, cached };
      if (!sheet) return [];
      const answered = answers.get(fileChecksum ?? '');
      const engine: derive.ReadSheet['engine'] = answered ? 'ai' : 'reader';
      return [{ ...source, engine, sheet: answered ? withAnswers(sheet, answered) : sheet }];
    });
};

/** The races of a batch's swimmers, derived from its read sheets. Throws `BATCH_NOT_FOUND`. */
export const getResults = async (
  context: Pick<Context, 'db'>,
  batchId: string,
): Promise<ResultsResponse> => {
  const batch = await getBatchRow(context, batchId);
  const facts = {
    batchId,
    swimmerName: batch.swimmerNameDisplay,
    swimmers: await findSwimmers(context.db, batchId),
    status: batch.status,
    failedCount: batch.failedPdfs,
  };
  const answers = await findAnswers(context.db, batchId);
  return derive.deriveResults(facts, await readSheets(context, batchId, facts.swimmers), answers);
};

/** How many races of the batch's swimmers one sheet holds. */
export const countRaces = async (
  { db }: Pick<Context, 'db'>,
  batchId: string,
  sheet: HeatSheet,
): Promise<number> => derive.countRaces(sheet, await findSwimmers(db, batchId));
