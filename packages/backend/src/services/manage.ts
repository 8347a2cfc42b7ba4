import type { AnswersRequest, BatchView, ResultsResponse } from '@heatsync/shared';
import { mergeAnswers } from '@heatsync/shared/results';
import { findAnswers, saveAnswers } from '../db/queries/answers.ts';
import { AppError } from '../errors.ts';
import { changeBatch } from './batchChange.ts';
import { checkManageToken, getBatch, getBatchRow } from './batches.ts';
import type { Context } from './context.ts';
import { removeBatch } from './deleteBatch.ts';
import { renameSwimmers } from './rename.ts';
import { getResults } from './results.ts';

/** An answer about nobody, or about a session that no sheet has, would change nothing: say so. */
const checkKnown = (
  { people, sources, swimmers }: ResultsResponse,
  asked: AnswersRequest,
): void => {
  const keys = new Set(people.map(({ key }) => key));
  const sessions = new Set(sources.flatMap((source) => source.sessions.map(({ key }) => key)));
  const known =
    (!asked.person || keys.has(asked.person)) &&
    (asked.people ?? []).every(({ key }) => keys.has(key)) &&
    (asked.sessions ?? []).every(({ key }) => sessions.has(key)) &&
    (asked.names ?? []).every(({ swimmer }) => swimmer < swimmers.length) &&
    // Whom the AI model was not asked about, it has not seen; and the sheet is gone.
    !(asked.names?.length && sources.some(({ engine }) => engine === 'ai'));
  if (!known) throw new AppError('INVALID_REQUEST');
};

/**
 * Keeps what the people with the batch say. Throws `BATCH_NOT_FOUND`, `FORBIDDEN`, and
 * `INVALID_REQUEST` for a person or session that is not in the batch, and for another name while sheets are read or where an AI
 * model read one for the first name.
 */
export const changeAnswers = async (
  context: Context,
  batchId: string,
  manageToken: string | null,
  asked: AnswersRequest,
): Promise<BatchView> => {
  checkManageToken(await getBatchRow(context, batchId), manageToken);
  checkKnown(await getResults(context, batchId), asked);
  await changeBatch(context, batchId, async (tx, batch) => {
    await renameSwimmers(tx, batch, asked.names ?? []);
    await saveAnswers(tx, batchId, mergeAnswers(await findAnswers(tx, batchId), asked));
  });
  return (await getBatch(context, batchId)).batch;
};

/** Deletes all of a batch at once. Throws `BATCH_NOT_FOUND` and `FORBIDDEN`. */
export const deleteNow = async (
  context: Context,
  batchId: string,
  manageToken: string | null,
): Promise<void> => {
  checkManageToken(await getBatchRow(context, batchId), manageToken);
  await removeBatch(context, batchId);
};
