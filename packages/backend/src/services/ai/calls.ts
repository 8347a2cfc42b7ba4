/** One request to the AI model: within the budget of the day, in one of the slots of all processes, and in the operator's books. */
import type { z } from 'zod';
import { insertAiCall } from '../../db/queries/aiBudget.ts';
import { createAiSlots } from '../concurrency.ts';
import type { Context } from '../context.ts';
import { createOpenAi, type Question, type Reply } from '../openai.ts';
import { takeFrom, withPages, type TakePages } from './pages.ts';
import { costOf } from './prices.ts';
import { AiError, isUnread, NO_USAGE, toJobError } from './problems.ts';

export type Asked<T> = Omit<Question, 'model' | 'schema'> & {
  purpose: 'sheet' | 'discovery';
  /** How many pages it takes of the day's budget. */
  pages: number;
  answer: z.ZodType<T>;
};

export type Ask = <T>(asked: Asked<T>, signal: AbortSignal) => Promise<T>;

export type Ai = {
  /**
   * Waits for a slot, counts the pages and asks. Throws `AppError` and `RetryLater` of `toJobError`,
   * `AI_BUDGET_SPENT`, and the signal's reason.
   */
  ask: Ask;
  /**
   * Runs `work` with so many pages set aside for what it asks; those it leaves are given back. Throws `AI_BUDGET_SPENT`,
   * and nothing is asked.
   */
  withPages<T>(pages: number, work: (ask: Ask) => Promise<T>): Promise<T>;
  /** Deletes a file at the provider. Never throws. */
  forget(fileId: string): Promise<void>;
};

/** A job does not keep a worker from other sheets while all slots are taken. */
const PATIENCE_MS = 3000;

const parseAnswer = <T>(schema: z.ZodType<T>, { text, ...usage }: Reply): T => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new AiError('bad_answer', { usage });
  }
};

type Needs = Pick<Context, 'config' | 'db' | 'log'>;

/** Null without a key. */
export const createAi = ({ config, db, log }: Needs): Ai | null => {
  const settings = config.ai;
  if (settings === null) return null;
  const slots = createAiSlots({ config, db, log });
  const openAi = createOpenAi(settings);
  const models = { sheet: settings.model, discovery: settings.discoveryModel };

  const note = async (
    { purpose, pages }: Asked<unknown>,
    outcome: string,
    { inputTokens, outputTokens }: typeof NO_USAGE,
    started: number,
  ) => {
    const model = models[purpose];
    const cost = costOf(model, { inputTokens, outputTokens });
    const milliseconds = Math.round(performance.now() - started);
    const call = { purpose, model, pages, outcome, inputTokens, outputTokens, cost, milliseconds };
    await insertAiCall(db, call).catch((error: unknown) =>
      log.warn({ err: error }, 'a call of the AI model was not noted'),
    );
  };

  const failed = async (
    asked: Asked<unknown>,
    error: unknown,
    started: number,
    giveBack: () => Promise<void>,
  ) => {
    const known = error instanceof AiError ? error : null;
    await note(asked, known?.problem ?? 'aborted', known?.usage ?? NO_USAGE, started);
    if (known && isUnread(known)) await giveBack();
    if (known?.problem === 'unusable')
      log.error({ err: known }, 'the AI model cannot be used: key, account or model');
  };

  const askOnce = async <T>(take: TakePages, asked: Asked<T>, signal: AbortSignal): Promise<T> => {
    const giveBack = await take(asked.pages);
    const started = performance.now();
    const { purpose, answer, instructions, text, sheet } = asked;
    const question = { model: models[purpose], instructions, text, sheet };
    try {
      const reply = await openAi.ask(
        { ...question, schema: { name: purpose, of: answer } },
        signal,
      );
      const answered = parseAnswer(answer, reply);
      await note(asked, 'ok', reply, started);
      return answered;
    } catch (error) {
      await failed(asked, error, started, giveBack);
      throw toJobError(error);
    }
  };
  const today = { db, pagesPerDay: settings.pagesPerDay };
  const askWith =
    (take: TakePages): Ask =>
    (asked, signal) =>
      slots.run(signal, (held) => askOnce(take, asked, held), { patienceMs: PATIENCE_MS });
  return {
    forget: openAi.forget,
    ask: askWith(takeFrom(today)),
    withPages: (pages, work) => withPages(today, pages, (take) => work(askWith(take))),
  };
};
