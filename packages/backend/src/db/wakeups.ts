import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnections } from './connect.ts';

const NOTIFY_MS = 2000;

/**
 * Whether a NOTIFY sent by way of `url` reaches a LISTEN on `listenUrl`. A pooler swallows it without an error, and hangs at prepared
 * statements.
 */
export const hearsWakeups = (
  url: string,
  listenUrl: string,
  stop?: AbortSignal,
): Promise<boolean> =>
  withConnections({ url: listenUrl, max: 1, stop }, (listener) =>
    withConnections({ url, max: 1, stop }, async (sql) => {
      const channel = `heatsync_${randomUUID()}`;
      const heard = Promise.withResolvers<boolean>();
      await listener.listen(channel, () => heard.resolve(true));
      await sql`select pg_notify(${channel}, '')`;
      return Promise.race([heard.promise, sleep(NOTIFY_MS, false, { ref: false })]);
    }),
  );
