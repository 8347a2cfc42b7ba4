import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { corsFor } from './http/cors.ts';
import { toErrorResponse, toNotFound } from './http/errorResponse.ts';
import { safetyHeaders } from './http/headers.ts';
import { requestLog } from './http/requestLog.ts';
import { webappRoutes } from './http/webapp.ts';
import { adminRoutes } from './routes/admin.ts';
import { batchRoutes } from './routes/batch.ts';
import { docsRoutes } from './routes/docs.ts';
import { extractRoutes } from './routes/extract.ts';
import { extractUrlRoutes } from './routes/extractUrl.ts';
import { discoverRoutes } from './routes/discover.ts';
import { healthRoutes } from './routes/health.ts';
import { mailRoutes } from './routes/mail.ts';
import { resultRoutes } from './routes/result.ts';

/** The whole HTTP side: API and page. */
export const createApp = ({ context, broadcast }: Deps) =>
  new Hono()
    .use(safetyHeaders(context.config))
    .use('/api/*', requestLog(context.log))
    .use('/api/*', corsFor(context.config))
    .route('/api/batch', batchRoutes(context, broadcast))
    .route('/api/discover-heatsheets', discoverRoutes(context))
    .route('/api/health', healthRoutes(context))
    .route('/api/extract', extractRoutes(context))
    .route('/api/extractUrl', extractUrlRoutes(context))
    .route('/api/result', resultRoutes(context))
    .route('/api/mail', mailRoutes(context))
    .route('/api/admin', adminRoutes(context))
    .route('/api', docsRoutes())
    .all('/api/*', toNotFound)
    .route('/', webappRoutes(context.config))
    .notFound(toNotFound)
    .onError(toErrorResponse(context.log));

/** What a process that only works answers: whether it lives, for whoever watches over it, and nothing else. */
export const createWorkerApp = ({ context }: Pick<Deps, 'context'>) =>
  new Hono()
    .use(safetyHeaders(context.config))
    .route('/api/health', healthRoutes(context))
    .notFound(toNotFound)
    .onError(toErrorResponse(context.log));
