import { AppError } from '../errors.ts';
import type { JobFailure } from '../db/queries/jobs.ts';

const MAX_RETRIES = 3;
const FIRST_BACKOFF_MS = 1000;

/** A job that was stopped because the program ends: it goes back to the queue at no cost. */
export class HandedBack extends Error {}

export type Verdict =
  | { type: 'hand_back' }
  | { type: 'retry'; delayMs: number }
  | { type: 'fail'; failure: JobFailure };

/** 1 s, 2 s, 4 s…, each stretched by up to a half so that jobs do not come back in step. */
export const backoffMs = (retry: number, random: number): number =>
  Math.round(FIRST_BACKOFF_MS * 2 ** retry * (1 + random / 2));

const toFailure = (error: AppError): JobFailure => ({
  errorCode: error.code,
  errorMessage: error.message,
});

/** What becomes of a job that threw: permanent errors fail at once, others after three retries. */
export const decide = (error: unknown, retryCount: number, random: number): Verdict => {
  if (error instanceof HandedBack) return { type: 'hand_back' };
  if (error instanceof AppError) return { type: 'fail', failure: toFailure(error) };
  if (retryCount >= MAX_RETRIES)
    return { type: 'fail', failure: toFailure(new AppError('INTERNAL')) };
  return { type: 'retry', delayMs: backoffMs(retryCount, random) };
};
