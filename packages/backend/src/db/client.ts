import { join } from 'node:path';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { CLOSE_SECONDS, connect, withConnections } from './connect.ts';
import * as schema from './schema.ts';

const MIGRATIONS = join(import.meta.dirname, '../../drizzle');
const MIGRATION_LOCK = 7_245_001;
const CHANGE_CHANNEL = 'heatsync_batch_changed';

/** A connection pool or a transaction: whatever a statement can be run on. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
export type Database = { db: Db; listen: Listen; close(): Promise<void> };
type Listen = (onChange: (batchId: string) => void) => Promise<() => Promise<void>>;

/**
 * Opens a pool, with prepared statements where the direct line is the same. `listen` uses a connection of its own to `directUrl` and does nothing without one,
 * as LISTEN through a pooler gets nothing and no error; polling alone suffices.
 */
export const openDatabase = (url: string, directUrl: string | null, max = 20): Database => {
  const client = connect(url, max, url === directUrl);
  const listen: Listen = async (onChange) => {
    if (!directUrl) return async () => undefined;
    const listener = connect(directUrl, 1);
    await listener.listen(CHANGE_CHANNEL, onChange);
    return () => listener.end({ timeout: CLOSE_SECONDS });
  };
  return {
    db: drizzle(client, { schema }),
    listen,
    close: () => client.end({ timeout: CLOSE_SECONDS }),
  };
};

/** Brings the schema up to date; several processes may start at once. Rejects when `stop` is aborted meanwhile. */
export const migrateDatabase = (url: string, stop?: AbortSignal): Promise<void> =>
  withConnections({ url, max: 2, stop }, (sql) =>
    sql.begin(async (lock) => {
      await lock`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    }),
  );

export { CHANGE_CHANNEL };
