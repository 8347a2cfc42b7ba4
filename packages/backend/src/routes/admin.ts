import { Hono } from 'hono';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { runUpkeep } from '../services/cleanup.ts';
import type { Context } from '../services/context.ts';
import { toMetrics } from '../services/metrics.ts';
import {
  checkAdminKey,
  getHours,
  getQueueHealth,
  getRecentBatches,
  getStats,
  recoverNow,
} from '../services/operator.ts';

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';
const whole = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual);
const Limit = whole(500, 50);
const Hours = whole(168, 24);

const parse = <T>(schema: z.ZodType<T>, text: string | undefined): T => {
  const result = schema.safeParse(text);
  if (!result.success) throw new AppError('INVALID_REQUEST');
  return result.data;
};

/** The operator's routes, behind `ADMIN_KEY`. */
export const adminRoutes = (context: Context) =>
  new Hono()
    .use(async (c, next) => {
      checkAdminKey(context, c.req.header('X-Admin-Key') ?? null);
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .get('/stats', async (c) => c.json({ success: true, ...(await getStats(context)) }))
    .get('/health', async (c) => c.json({ success: true, ...(await getQueueHealth(context)) }))
    .get('/batches', async (c) => {
      const limit = parse(Limit, c.req.query('limit'));
      return c.json({ success: true, batches: await getRecentBatches(context, limit) });
    })
    .get('/hours', async (c) => {
      const hours = parse(Hours, c.req.query('hours'));
      return c.json({ success: true, hours: await getHours(context, hours) });
    })
    .get('/metrics', async (c) => {
      const [stats, { queue }] = await Promise.all([getStats(context), getQueueHealth(context)]);
      return c.body(toMetrics(stats, queue), 200, { 'Content-Type': PROMETHEUS });
    })
    .post('/cleanup', async (c) => c.json({ success: true, removed: await runUpkeep(context) }))
    .post('/batch/:id/recover', async (c) =>
      c.json({ success: true, batch: await recoverNow(context, c.req.param('id')) }),
    );
