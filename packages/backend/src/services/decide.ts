import { AppError, TransientError } from '../errors.ts';
import type { JobFailure } from './jobReports.ts';

export const MAX_RETRIES = 3;
const FIRST_BACKOFF_MS = 1000;

/** A job that was stopped because the program ends: it goes back to the queue at no cost. */
export class HandedBack extends Error {}

/** Not now, say because of a rate limit: waiting costs none of the job's retries. */
export class RetryLater extends Error {
  readonly delayMs: number;

  constructor(delayMs: number, options?: ErrorOptions) {
    super(`not before ${delayMs} ms are over`, options);
    this.delayMs = delayMs;
  }
}

/** `retry` says whether putting the job back costs it a retry. */
export type Verdict =
  { type: 'back'; delayMs: number; retry: boolean } | { type: 'fail'; failure: JobFailure };

/** 1 s, 2 s, 4 s…, each stretched by up to a half so that jobs do not come back in step. */
export const backoffMs = (retry: number, random: number): number =>
  Math.round(FIRST_BACKOFF_MS * 2 ** retry * (1 + random / 2));

const toFailure = (error: AppError): JobFailure => ({
  errorCode: error.code,
  errorMessage: error.message,
});

/** What becomes of a job that threw: permanent errors fail at once, others after three retries. */
export const decide = (error: unknown, retryCount: number, random: number): Verdict => {
  if (error instanceof HandedBack) return { type: 'back', delayMs: 0, retry: false };
  if (error instanceof RetryLater) return { type: 'back', delayMs: error.delayMs, retry: false };
  const known = error instanceof AppError ? error : null;
  const final = known !== null && !(known instanceof TransientError);
  if (final || retryCount >= MAX_RETRIES)
    return { type: 'fail', failure: toFailure(known ?? new AppError('INTERNAL')) };
  return { type: 'back', delayMs: backoffMs(retryCount, random), retry: true };
};
