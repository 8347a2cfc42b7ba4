import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

const dialect = new PgDialect();

/**
 * Runs a statement that each connection parses and plans only once, unless a pooler may be in between. For what is long, asked often, and
 * always the same text: each text stays with the connection for ever.
 */
export const runPrepared = async <Row>(db: Db, statement: SQL): Promise<Row[]> => {
  const query = dialect.sqlToQuery(statement);
  const prepared = db._.session.prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(
    query,
    undefined,
    'prepared',
    false,
  );
  return [...(await prepared.execute())];
};
