import type { MiddlewareHandler } from 'hono';
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

/** The page brings its own policy in its head; only who may frame it cannot be said there. */
export const PAGE_POLICY = "frame-ancestors 'none'";
/** An answer of the API loads nothing. */
const DATA_POLICY = `default-src 'none'; ${PAGE_POLICY}`;

/**
 * Results name children: search engines stay out, links to elsewhere do not tell the address, nobody frames the page. Set before there is an
 * answer, which may say otherwise: to each header set afterwards Hono makes a new answer around the old.
 */
export const safetyHeaders =
  ({ baseUrl }: Pick<Config, 'baseUrl'>): MiddlewareHandler =>
  async (c, next) => {
    const { path } = c.req;
    for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value);
    c.header('Content-Security-Policy', path.startsWith('/api/') ? DATA_POLICY : PAGE_POLICY);
    if (baseUrl?.startsWith('https:')) c.header('Strict-Transport-Security', A_YEAR);
    if (/^\/(api\/)?(batch|result)\//.test(path)) c.header('X-Robots-Tag', 'noindex, nofollow');
    await next();
  };
