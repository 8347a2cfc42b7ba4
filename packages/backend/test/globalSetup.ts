/** One PostgreSQL for the whole integration ring, and what tests need besides; every test file makes a database of its own in it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../src/db/connect.ts';
import { startEmbeddedPostgres } from '../src/db/embedded/index.ts';
import { copyCluster } from './support/cluster.ts';
import type { Outside } from './support/outside.ts';
import { findSwift } from './support/swift.ts';
import { findPgBouncer } from './support/pgbouncer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    /** A folder of PostgreSQL's data as it was made, for `giveCluster`. */
    cluster: string;
    pgBouncer: Outside<object>;
    swift: Outside<object>;
  }
}

const makeCluster = async (home: string): Promise<string> => {
  const dataDir = join(home, 'as-made');
  await (await startEmbeddedPostgres({ dataDir })).stop();
  return join(dataDir, 'postgres');
};

/** What it would lose in a power cut is nothing to anybody: it need not wait for the disk. */
const trustTheMachine = async (url: string): Promise<void> => {
  const sql = connect(url, 1);
  await sql`alter system set fsync = off`;
  await sql`select pg_reload_conf()`;
  await sql.end();
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const home = await mkdtemp(join(tmpdir(), 'hs-test-'));
  await chmod(home, 0o755);
  const cluster = await makeCluster(home);
  const dataDir = join(home, 'data');
  await copyCluster(cluster, dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir });
  await trustTheMachine(postgres.url);
  project.provide('cluster', cluster);
  project.provide('databaseUrl', postgres.url);
  project.provide('pgBouncer', await findPgBouncer());
  project.provide('swift', await findSwift());
  return async () => {
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  };
};
