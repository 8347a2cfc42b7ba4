/** Before anybody comes the queue's statements are planned on the connections that one sheet's way takes. */
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { warmConnections } from '../src/services/warmUp.ts';
import { testApp, type TestApp } from './support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

/** What the log says of it. */
const warmed = async (): Promise<unknown> => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  await warmConnections({ db: t.context.db, log });
  return JSON.parse(lines.join(''));
};
const one = async (query: ReturnType<typeof sql>): Promise<unknown> =>
  (await t.context.db.execute<{ answer: unknown }>(query))[0]?.answer;

it('leaves planned statements on each connection, and nothing else', async () => {
  expect(await warmed()).toMatchObject({ msg: 'connections are warm' });
  const planned = sql`select sum(generic_plans)::int as answer from pg_prepared_statements
    where statement like '%processing_batches%'`;
  for (let connection = 0; connection < 4; connection++) expect(await one(planned)).toBe(2);
  const rows = sql`select (select count(*) from processing_batches) + (select count(*) from batch_jobs)
    + (select count(*) from batch_events) as answer`;
  expect(await one(rows)).toBe('0');
});

it('goes without where it cannot be', async () => {
  await t.sql('alter table batch_jobs rename to away');
  expect(await warmed()).toMatchObject({ msg: 'connections stay cold', err: {} });
});

it('plans for full tables while they are empty', async () => {
  const plan = await t.context.db.execute(sql`explain select 1 from batch_jobs
    where id = any (array(select gen_random_uuid() from generate_series(1, 20)))`);
  expect(JSON.stringify(plan)).toMatch(/Index (Only )?Scan/);
  expect(JSON.stringify(plan)).not.toContain('Seq Scan');
});
