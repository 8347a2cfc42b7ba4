import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const IMMUTABLE = /\/_app\/immutable\//;

/** The built page. Addresses that are no file get `index.html`, which finds its way by itself. */
export const webappRoutes = (folder: string) =>
  new Hono()
    .use(
      serveStatic({
        root: folder,
        precompressed: true,
        onFound: (path, c) =>
          c.header(
            'Cache-Control',
            IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          ),
      }),
    )
    .get('/_app/*', (c) => c.notFound())
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-cache');
      await next();
    })
    .get('*', serveStatic({ root: folder, path: 'index.html' }));
