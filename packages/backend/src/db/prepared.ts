import type { Query, SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

const dialect = new PgDialect();
/** The text of statements that are constants: putting a long one together takes as long as sending it. */
const texts = new WeakMap<SQL, Query>();

const textOf = (statement: SQL): Query => {
  const query = texts.get(statement) ?? dialect.sqlToQuery(statement);
  texts.set(statement, query);
  return query;
};

/**
 * Runs a statement that each connection parses and plans only once, unless a pooler may be in between. For what is long, asked often, and
 * always the same text: each text stays with the connection for ever. `values` are those of its placeholders.
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
