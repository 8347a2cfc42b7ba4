import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';

const answer = (c: Context, error: AppError) =>
  c.json({ success: false, error: error.code, message: error.message }, error.status);

/** The one place where errors become HTTP. An unknown one is logged and says nothing. */
export const toErrorResponse =
  (log: Log): ErrorHandler =>
  (error, c) => {
    if (error instanceof AppError) return answer(c, error);
    log.error({ err: error, route: c.req.routePath }, 'a request failed');
    return answer(c, new AppError('INTERNAL'));
  };

export const toNotFound: NotFoundHandler = (c) => answer(c, new AppError('NOT_FOUND'));
