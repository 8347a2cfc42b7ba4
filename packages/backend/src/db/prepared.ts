import { sql, type Query, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

const dialect = new PgDialect();
/** A statement is put together once: for a long one that takes as long as sending it. */
const texts = new WeakMap<SQL, Query>();

const textOf = (statement: SQL): Query => {
  const query = texts.get(statement) ?? dialect.sqlToQuery(statement);
  texts.set(statement, query);
  return query;
};

/** Where a constant statement has a value that is given when it runs. */
export const given = (name: string): SQL => sql`${sql.placeholder(name)}`;

/**
 * Runs a constant statement, which each connection parses and plans only once, unless a pooler may be in between. For what is long or asked
 * often: it stays with the connection for ever.
 */
export const runPrepared = async <Row>(
  db: Db,
  statement: SQL,
  values: Record<string, unknown> = {},
): Promise<Row[]> => {
  const prepared = db._.session.prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(
    textOf(statement),
    undefined,
    'prepared',
    false,
  );
  return [...(await prepared.execute(values))];
};
