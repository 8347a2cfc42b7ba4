import { Hono } from 'hono';
import { DiscoverRequest } from '@heatsync/shared';
import { jsonLimit, readJson } from '../http/body.ts';
import { rateLimit } from '../http/rateLimit.ts';
import type { Context } from '../services/context.ts';
import { discoverSheets } from '../services/pdfDiscovery.ts';

/** Searches a meet's page for its sheets. */
export const discoverRoutes = (context: Context) =>
  new Hono().post('/', rateLimit(context), jsonLimit, async (c) => {
    const { url } = await readJson(c, DiscoverRequest);
    return c.json({ success: true, ...(await discoverSheets(context, url, c.req.raw.signal)) });
  });
