import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import { withVisitCounter } from './visitCounter.ts';

const IMMUTABLE = /\/_app\/immutable\//;

/** Holds for scripts that run as workers: they reach this server alone, and only they compile the reading engine. */
const WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The page with the operator's visit counter; without one it is a file like the others. */
const counted =
  ({ webappDir, visitCounter }: Settings): MiddlewareHandler =>
  async (c, next) => {
    if (visitCounter === null || extname(c.req.path) !== '') return next();
    const file = join(webappDir, c.req.path === '/' ? 'index.html' : 'shell.html');
    c.header('Cache-Control', 'no-cache');
    return c.html(withVisitCounter(await readFile(file, 'utf8'), visitCounter));
  };

type Settings = Pick<Config, 'webappDir' | 'visitCounter'>;

/** The built page. `/` is drawn already; addresses that are no file get `shell.html`, which finds its way by itself. */
export const webappRoutes = ({ webappDir: folder, visitCounter }: Settings) =>
  new Hono()
    .get('*', counted({ webappDir: folder, visitCounter }))
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
