import { Hono } from 'hono';
import { ExtractUrlRequest } from '@heatsync/shared';
import { jsonLimit, readJson } from '../http/body.ts';
import { clientOf } from '../http/client.ts';
import { rateLimit } from '../http/rateLimit.ts';
import { deprecated, toV1Error } from '../http/v1.ts';
import type { Context } from '../services/context.ts';
import { extractOnce } from '../services/extractOnce.ts';

/** v1: one PDF at an address, answered when it is read. */
export const extractUrlRoutes = (context: Context) =>
  new Hono()
    .use(deprecated)
    .onError(toV1Error(context.log))
    .post('/', rateLimit(context), jsonLimit, async (c) => {
      const { url, swimmer } = await readJson(c, ExtractUrlRequest);
      const request = {
        swimmers: [swimmer],
        urls: url.trim() === '' ? [] : [url],
        files: [],
        ...clientOf(c, context.config),
        idempotencyKey: null,
      };
      return c.json({ success: true, ...(await extractOnce(context, request, c.req.raw.signal)) });
    });
