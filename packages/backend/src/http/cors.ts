import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { Config } from '../config.ts';

/** Pages of these origins may call the API; without any, only our own. */
export const corsFor = ({ corsOrigins }: Config): MiddlewareHandler => {
  if (corsOrigins.length === 0) return (_c, next) => next();
  return cors({
    origin: corsOrigins,
    allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Content-Type',
      'Idempotency-Key',
      'X-Manage-Token',
      'Last-Event-ID',
      'If-None-Match',
    ],
    exposeHeaders: [
      'ETag',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'Content-Disposition',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
};
