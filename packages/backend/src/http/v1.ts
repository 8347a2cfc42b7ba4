import type { ErrorHandler, MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import { toAppError } from './errorResponse.ts';

const SINCE = new Date('2026-11-24');
const UNTIL = new Date('2027-11-24');
const LINKS = [
  '</api/batch/extract>; rel="successor-version"',
  '</api/docs>; rel="deprecation"; type="text/html"',
];

/** Says on every answer that the route is old (RFC 9745), until when it stays (RFC 8594), and what replaces it. */
export const deprecated: MiddlewareHandler = async (c, next) => {
  c.header('Deprecation', `@${SINCE.getTime() / 1000}`);
  c.header('Sunset', UNTIL.toUTCString());
  c.header('Link', LINKS.join(', '));
  await next();
};

/** Errors in the shape of v1. */
export const toV1Error =
  (log: Log): ErrorHandler =>
  (raw, c) => {
    const error = toAppError(log, raw, c);
    return c.json({ success: false, error: error.code, details: error.message }, error.status);
  };
