import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors.ts';
import type { Context } from '../services/context.ts';
import { takeShare } from '../services/rateLimit.ts';
import { addressOf } from './client.ts';

/** For routes that cost something: each visitor has a share a minute. Throws `RATE_LIMITED`. */
export const rateLimit =
  (context: Context): MiddlewareHandler =>
  async (c, next) => {
    const share = await takeShare(context, addressOf(c, context.config));
    if (share) {
      c.header('RateLimit-Policy', `"minute";q=${share.limit};w=60`);
      c.header('RateLimit', `"minute";r=${share.remaining};t=${share.secondsLeft}`);
    }
    if (share && !share.allowed) {
      c.header('Retry-After', String(share.secondsLeft));
      throw new AppError('RATE_LIMITED');
    }
    await next();
  };
