import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const IMMUTABLE = /\/_app\/immutable\//;

/** Holds for scripts that run as workers: they reach this server alone, and only they compile the reading engine. */
const WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The built page. `/` is drawn already; addresses that are no file get `shell.html`, which finds its way by itself. */
export const webappRoutes = (folder: string) =>
  new Hono()
    .use(
      serveStatic({
        root: folder,
        precompressed: true,
        onFound: (path, c) => {
          c.header(
            'Cache-Control',
            IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
          if (/\.js(\.br|\.gz)?$/.test(path)) c.header('Content-Security-Policy', WORKER_POLICY);
        },
      }),
    )
    .get('/_app/*', (c) => c.notFound())
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-cache');
      await next();
    })
    .get('*', serveStatic({ root: folder, path: 'shell.html' }));
