/** What can go wrong with a request to the AI model, and what becomes of the sheet then. */
import type { ErrorCode } from '@heatsync/shared';
import { AppError, TransientError } from '../../errors.ts';
import { RetryLater } from '../decide.ts';

export type AiProblem =
  | 'rate_limited'
  | 'server'
  | 'timeout'
  | 'bad_answer'
  | 'refused'
  | 'truncated'
  | 'too_long'
  /** The key, the account or the model: only the operator can help. */
  | 'unusable';

export type AiUsage = { inputTokens: number; outputTokens: number };
export const NO_USAGE: AiUsage = { inputTokens: 0, outputTokens: 0 };

type Details = { detail?: string; retryAfterMs?: number | undefined; usage?: AiUsage };

/**
 * A request that brought no answer. `usage` is what it cost nevertheless. It carries no other error and nothing of the answer,
 * which may hold a name: it is logged.
 */
export class AiError extends Error {
  override readonly name = 'AiError';
  readonly problem: AiProblem;
  readonly retryAfterMs: number | null;
  readonly usage: AiUsage;

  constructor(problem: AiProblem, { detail, retryAfterMs, usage }: Details = {}) {
    super(detail ? `${problem} (${detail})` : problem);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs ?? null;
    this.usage = usage ?? NO_USAGE;
  }
}

/** When a server that is busy says nothing of how long. */
const WAIT_MS = 20_000;
/** Longer than this a sheet does not wait in the queue. */
const MAX_WAIT_MS = 15 * 60 * 1000;

/** May be gone in a moment: the job's own retries see to it. */
const PASSING: Partial<Record<AiProblem, ErrorCode>> = {
  server: 'AI_SERVER_ERROR',
  timeout: 'AI_TIMEOUT',
  bad_answer: 'AI_BAD_ANSWER',
};
const FINAL: Partial<Record<AiProblem, ErrorCode>> = {
  refused: 'AI_REFUSED',
  truncated: 'AI_TRUNCATED',
  too_long: 'AI_CONTEXT_TOO_LONG',
  rate_limited: 'AI_RATE_LIMITED',
};

/** What the job is told: to wait at no cost, to try again, or that it has failed. */
export const toJobError = (error: unknown): unknown => {
  if (!(error instanceof AiError)) return error;
  const { problem, retryAfterMs } = error;
  const cause = { cause: error };
  const wait = retryAfterMs ?? WAIT_MS;
  if (problem === 'rate_limited' && wait <= MAX_WAIT_MS) return new RetryLater(wait, cause);
  const passing = PASSING[problem];
  if (passing) return new TransientError(passing, {}, cause);
  return new AppError(FINAL[problem] ?? 'AI_UNAVAILABLE', {}, cause);
};

/** Whether the model surely read nothing, so that the pages do not count. */
export const isUnread = ({ problem }: AiError): boolean =>
  ['rate_limited', 'server', 'unusable', 'too_long'].includes(problem);
