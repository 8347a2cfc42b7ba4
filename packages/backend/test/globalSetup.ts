/** One PostgreSQL for the whole integration ring, and what tests need besides; every test file makes a database of its own in it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/db/embedded/index.ts';
import type { Outside } from './support/outside.ts';
import { findSwift } from './support/swift.ts';
import { findPgBouncer } from './support/pgbouncer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    pgBouncer: Outside<object>;
    swift: Outside<object>;
  }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hs-test-'));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  project.provide('databaseUrl', postgres.url);
  project.provide('pgBouncer', await findPgBouncer());
  project.provide('swift', await findSwift());
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
};
