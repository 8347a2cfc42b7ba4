import type { MiddlewareHandler } from 'hono';

/** Results name children: search engines stay out, and links to elsewhere do not tell the address. */
export const safetyHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  if (/^\/(api\/)?(batch|result)\//.test(c.req.path)) c.header('X-Robots-Tag', 'noindex, nofollow');
};
