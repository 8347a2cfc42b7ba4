import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../packages/backend/src/config.ts';
import { checkServer } from '../../packages/backend/src/db/checkServer.ts';
import { withConnections } from '../../packages/backend/src/db/connect.ts';
import { startEmbeddedPostgres } from '../../packages/backend/src/db/embedded/index.ts';
import { hearsWakeups } from '../../packages/backend/src/db/wakeups.ts';
import { off, ok, type Outcome } from './finding.ts';

const CROWD = 20;
const never = new AbortController().signal;

/** Started for a moment, where it lies; where nothing lies yet, in a folder of its own. */
const checkBuiltIn = async (config: Config): Promise<Outcome> => {
  if (existsSync(join(config.dataDir, 'postgres/postmaster.pid')))
    return ok('built-in, running now');
  const isNew = !existsSync(join(config.dataDir, 'postgres'));
  const dataDir = isNew ? await mkdtemp(join(tmpdir(), 'hs-doctor-')) : config.dataDir;
  try {
    const postgres = await startEmbeddedPostgres({ dataDir });
    await postgres.stop();
    return ok(`built-in, starts${isNew ? '; its data is made at the first start' : ''}`);
  } finally {
    if (isNew) await rm(dataDir, { recursive: true, force: true });
  }
};

/** The state of the schema is told too: an account that may not create tables fails at the start only. */
const describeSchema = (url: string): Promise<string> =>
  withConnections({ url, max: 1 }, async (sql) => {
    const [row] = await sql<{ made: boolean; may: boolean }[]>`
      select to_regclass('processing_batches') is not null as made,
        has_schema_privilege(current_schema(), 'create') as may`;
    if (!row?.may) throw new Error('DATABASE_URL: this account may not create tables');
    return row.made ? 'the schema is there' : 'the schema is made at the first start';
  });

export const checkDatabase = async (config: Config): Promise<Outcome> => {
  const { databaseUrl: url } = config;
  if (!url) return checkBuiltIn(config);
  await checkServer('DATABASE_URL', url, never);
  return ok(`answers; ${await describeSchema(url)}`);
};

export const checkDirect = async ({
  databaseUrl,
  databaseDirectUrl: directUrl,
}: Config): Promise<Outcome> => {
  if (!databaseUrl) return ok('the built-in database has them');
  if (!directUrl) return off('without DATABASE_DIRECT_URL workers poll every two seconds');
  await checkServer('DATABASE_DIRECT_URL', directUrl, never);
  if (!(await hearsWakeups(databaseUrl, directUrl)))
    throw new Error(
      'NOTIFY is not heard: DATABASE_DIRECT_URL is a pooler, or another database than DATABASE_URL',
    );
  return ok('NOTIFY is heard through DATABASE_DIRECT_URL');
};

/** As many connections at once as one process takes, each in a transaction. */
const crowd = (url: string): Promise<void> =>
  withConnections({ url, max: CROWD }, async (sql) => {
    const one = () => sql.begin((tx) => tx`select pg_sleep(0.2)`);
    await Promise.all(Array.from({ length: CROWD }, one));
  });

export const checkPooler = async ({ databaseUrl: url }: Config): Promise<Outcome> => {
  if (!url) return off('not needed for the built-in database');
  await crowd(url).catch((error: unknown) => {
    throw new Error(
      `${CROWD} connections at once, what one process takes, are too many: ${(error as Error).message}`,
    );
  });
  const isDirect = await hearsWakeups(url, url);
  return ok(
    `${CROWD} connections at once; DATABASE_URL ${isDirect ? 'reaches PostgreSQL straight' : 'goes through a pooler'}`,
  );
};
