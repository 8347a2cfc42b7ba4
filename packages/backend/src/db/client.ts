import { join } from 'node:path';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import * as schema from './schema.ts';

const MIGRATIONS = join(import.meta.dirname, '../../drizzle');
const MIGRATION_LOCK = 7_245_001;
const CHANGE_CHANNEL = 'heatsync_batch_changed';
const CLOSE_SECONDS = 5;

/** A connection pool or a transaction: whatever a statement can be run on. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
export type Database = { db: Db; listen: Listen; close(): Promise<void> };
type Listen = (onChange: (batchId: string) => void) => Promise<() => Promise<void>>;

/**
 * Connects to a PostgreSQL URL; `?host=/folder` names a Unix socket's folder, as in libpq. Prepared statements hang behind
 * PgBouncer in transaction mode: none are used.
 */
export const connect = (url: string, max: number) => {
  const target = new URL(url);
  const socket = target.searchParams.get('host');
  target.searchParams.delete('host');
  const quiet = { max, prepare: false, onnotice: () => undefined };
  return postgres(target.href, socket ? { ...quiet, host: socket } : quiet);
};

/**
 * Opens a pool. `listen` uses a connection of its own to `directUrl` and does nothing without one,
 * as LISTEN through a pooler gets nothing and no error; polling alone suffices.
 */
export const openDatabase = (url: string, directUrl: string | null, max = 20): Database => {
  const client = connect(url, max);
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

/** Brings the schema up to date; several processes may start at once. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const client = connect(url, 2);
  try {
    await client.begin(async (lock) => {
      await lock`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
    });
  } finally {
    await client.end({ timeout: CLOSE_SECONDS });
  }
};

export { CHANGE_CHANNEL };
