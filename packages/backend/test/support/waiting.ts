import type { connect } from '../../src/db/connect.ts';

/** How many connections to this database wait for somebody's lock. */
export const countWaiting = async (sql: ReturnType<typeof connect>): Promise<number> => {
  const [row] = await sql`select count(*)::int from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.['count'] as number;
};
