import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
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

type Sql = ReturnType<typeof connect>;

const withSql = async <T>(database: string | null, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const sql = connect(database === null ? inject('databaseUrl') : urlOf(database), 1);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

/** Runs on the server's own database; whoever comes first makes the migrated template. */
const withTemplate = (work: (sql: Sql) => Promise<unknown>) =>
  withSql(null, async (admin) => {
    await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    const found = await admin`select 1 from pg_database where datname = ${TEMPLATE}`;
    if (found.length === 0) {
      await admin`create database ${admin(TEMPLATE)}`;
      await migrateDatabase(urlOf(TEMPLATE));
    }
    await work(admin);
  });

const make = async (): Promise<string> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withTemplate((admin) => admin`create database ${admin(name)} template ${admin(TEMPLATE)}`);
  return name;
};

/** What tests have made of it, but for rows: tables of other names, functions, settings. */
const shapeOf = async (sql: Sql): Promise<string> => {
  const rows = await sql`
    select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
    union all select proname from pg_proc where pronamespace = 'public'::regnamespace
    union all select setconfig::text from pg_db_role_setting
      where setdatabase = (select oid from pg_database where datname = current_database())
    order by name`;
  return rows.map(({ name }) => name as string).join(' ');
};

const LOOKS = 10;
const LOOK_MS = 20;

/** Whether nobody else is connected: who has just left may be seen for a moment. */
const isAlone = async (sql: Sql): Promise<boolean> => {
  for (let look = 0; look < LOOKS; look++) {
    const others = await sql`select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    if (others.length === 0) return true;
    await pause(LOOK_MS);
  }
  return false;
};

/** Whatever hangs on each other: the database need not look. (To truncate takes twenty times as long.) */
const empty = async (sql: Sql): Promise<void> => {
  const tables = await sql`select tablename::text from pg_tables where schemaname = 'public'`;
  const deletions = tables.map(({ tablename }) => `delete from "${tablename as string}"`);
  await sql.unsafe(['set session_replication_role = replica', ...deletions].join('; '));
};

/** A new one takes ten times as long as emptying one: those that came back as they were made are used again. */
const idle: string[] = [];
let asMade: Promise<string> | undefined;

const giveBack = async (name: string): Promise<void> => {
  const isFit = await withSql(name, async (sql) => {
    if (!(await isAlone(sql)) || (await shapeOf(sql)) !== (await asMade)) return false;
    await empty(sql);
    return true;
  });
  if (isFit) idle.push(name);
  else await withTemplate((admin) => admin`drop database ${admin(name)} with (force)`);
};

/** A migrated database of one's own, without a row. */
export const createDatabase = async (): Promise<{ url: string; giveBack(): Promise<void> }> => {
  const name = idle.pop() ?? (await make());
  await (asMade ??= withSql(name, shapeOf));
  return { url: urlOf(name), giveBack: () => giveBack(name) };
};
