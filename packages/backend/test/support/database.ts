import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { migrateDatabase } from '../../src/db/client.ts';
import { connect } from '../../src/db/connect.ts';

const TEMPLATE = 'heatsync_template';
const TEMPLATE_LOCK = 7_245_002;

const urlOf = (database: string): string => {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
};

/** Runs on the server's own database; whoever comes first makes the migrated template. */
const withTemplate = async (work: (sql: ReturnType<typeof connect>) => Promise<unknown>) => {
  const admin = connect(inject('databaseUrl'), 1);
  try {
    await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    const found = await admin`select 1 from pg_database where datname = ${TEMPLATE}`;
    if (found.length === 0) {
      await admin`create database ${admin(TEMPLATE)}`;
      await migrateDatabase(urlOf(TEMPLATE));
    }
    await work(admin);
  } finally {
    await admin.end();
  }
};

/** A migrated database of one's own. */
export const createDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withTemplate((admin) => admin`create database ${admin(name)} template ${admin(TEMPLATE)}`);
  const drop = () => withTemplate((admin) => admin`drop database ${admin(name)} with (force)`);
  return { url: urlOf(name), drop };
};
