import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { corsFor } from './http/cors.ts';
import { toErrorResponse, toNotFound } from './http/errorResponse.ts';
import { safetyHeaders } from './http/headers.ts';
import { webappRoutes } from './http/webapp.ts';
import { batchRoutes } from './routes/batch.ts';
import { healthRoutes } from './routes/health.ts';

/** The whole HTTP side: API and page. */
export const createApp = ({ context, broadcast }: Deps) =>
  new Hono()
    .use(safetyHeaders)
    .use('/api/*', corsFor(context.config))
    .route('/api/batch', batchRoutes(context, broadcast))
    .route('/api/health', healthRoutes(context))
    .all('/api/*', toNotFound)
    .route('/', webappRoutes(context.config.webappDir))
    .notFound(toNotFound)
    .onError(toErrorResponse(context.log));
