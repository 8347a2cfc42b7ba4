import { Hono } from 'hono';
import type { Context } from '../services/context.ts';
import { checkHealth } from '../services/health.ts';

export const healthRoutes = (context: Context) =>
  new Hono().get('/', async (c) => {
    await checkHealth(context);
    return c.json({ success: true, status: 'ok' });
  });
