import type { Context, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';

/** What the page never asks a device for. */
const NO_SENSORS =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()';
const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': NO_SENSORS,
};
const A_YEAR = 'max-age=31536000';

/** The page brings its own policy in its head; only who may frame it cannot be said there. An answer of the API loads nothing. */
const policyFor = ({ req, res }: Context): string => {
  const isData = req.path.startsWith('/api/') && !res.headers.get('Content-Type')?.includes('html');
  return isData ? "default-src 'none'; frame-ancestors 'none'" : "frame-ancestors 'none'";
};

/** Results name children: search engines stay out, links to elsewhere do not tell the address, nobody frames the page. */
export const safetyHeaders =
  ({ baseUrl }: Pick<Config, 'baseUrl'>): MiddlewareHandler =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy'))
      c.header('Content-Security-Policy', policyFor(c));
    if (baseUrl?.startsWith('https:')) c.header('Strict-Transport-Security', A_YEAR);
    if (/^\/(api\/)?(batch|result)\//.test(c.req.path))
      c.header('X-Robots-Tag', 'noindex, nofollow');
  };
