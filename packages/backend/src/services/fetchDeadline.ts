import { AppError, TransientError } from '../errors.ts';

/** Failures of a connection that may be gone in a moment. */
const PASSING = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'ETIMEDOUT'];

export type FetchDeadline = {
  /** Aborted when the caller gives up, when time is over, or by `close`. */
  signal: AbortSignal;
  /** From now on there are `ms` left. */
  allow(ms: number): void;
  /** Ends whatever still runs. */
  close(): void;
  /** What a person may be told of a failure under this deadline. */
  toError(error: unknown): unknown;
};

const isPassing = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  return error instanceof Error && 'code' in error && PASSING.includes(String(error.code));
};

/** Watches over one request, from the question for addresses to the last byte. */
export const createFetchDeadline = (caller: AbortSignal): FetchDeadline => {
  const late = new AbortController();
  const signal = AbortSignal.any([caller, late.signal]);
  let timer: NodeJS.Timeout | undefined;
  return {
    signal,
    allow: (ms) => {
      clearTimeout(timer);
      timer = setTimeout(() => late.abort(new TransientError('FETCH_FAILED')), ms);
    },
    close: () => {
      clearTimeout(timer);
      late.abort();
    },
    toError: (error) => {
      if (signal.aborted) return signal.reason;
      if (error instanceof AppError) return error;
      const Kind = isPassing(error) ? TransientError : AppError;
      return new Kind('FETCH_FAILED', {}, { cause: error });
    },
  };
};
