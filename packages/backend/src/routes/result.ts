import { Hono } from 'hono';
import { toV1Error } from '../http/v1.ts';
import type { Context } from '../services/context.ts';
import { getV1Result } from '../services/extractOnce.ts';

/** v1: what a result link shows. */
export const resultRoutes = (context: Context) =>
  new Hono()
    .onError(toV1Error(context.log))
    .get('/:code', async (c) =>
      c.json({ success: true, data: await getV1Result(context, c.req.param('code')) }),
    );
