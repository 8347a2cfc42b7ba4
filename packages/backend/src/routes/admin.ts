import { Hono } from 'hono';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { runUpkeep } from '../services/cleanup.ts';
import type { Context } from '../services/context.ts';
import { toMetrics } from '../services/metrics.ts';
import {
  checkAdminKey,
  getQueueHealth,
  getRecentBatches,
  getStats,
  recoverNow,
} from '../services/operator.ts';

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';
const Limit = z.coerce.number().int().min(1).max(500).default(50);

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
      const limit = Limit.safeParse(c.req.query('limit'));
      if (!limit.success) throw new AppError('INVALID_REQUEST');
      return c.json({ success: true, batches: await getRecentBatches(context, limit.data) });
    })
    .get('/metrics', async (c) => {
      const [stats, { queue }] = await Promise.all([getStats(context), getQueueHealth(context)]);
      return c.body(toMetrics(stats, queue), 200, { 'Content-Type': PROMETHEUS });
    })
    .post('/cleanup', async (c) => c.json({ success: true, removed: await runUpkeep(context) }))
    .post('/batch/:id/recover', async (c) =>
      c.json({ success: true, batch: await recoverNow(context, c.req.param('id')) }),
    );
