import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import { withRequest } from '../requestScope.ts';

/** A line for each answer, with the route but not the address, and an id that its sender gets too. */
export const requestLog =
  (log: Log): MiddlewareHandler =>
  (c, next) => {
    const id = randomUUID();
    return withRequest(id, async () => {
      const start = performance.now();
      c.header('X-Request-Id', id);
      await next();
      const ms = Math.round(performance.now() - start);
      const { method, routePath: route } = c.req;
      log.info({ method, route, status: c.res.status, ms }, 'answered');
    });
  };
