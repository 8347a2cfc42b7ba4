import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { AppError, hintFor } from '../errors.ts';
import type { Log } from '../log.ts';

const answer = (c: Context, error: AppError) =>
  c.json(
    { success: false, error: error.code, message: error.message, hint: hintFor(error.code) },
    error.status,
  );

/** An unknown error is logged and says nothing. */
export const toAppError = (log: Log, error: unknown, c: Context): AppError => {
  if (error instanceof AppError) return error;
  log.error({ err: error, route: c.req.routePath }, 'a request failed');
  return new AppError('INTERNAL');
};

/** The one place where errors become HTTP; v1's routes have theirs in `v1.ts`. */
export const toErrorResponse =
  (log: Log): ErrorHandler =>
  (error, c) =>
    answer(c, toAppError(log, error, c));

export const toNotFound: NotFoundHandler = (c) => answer(c, new AppError('NOT_FOUND'));
