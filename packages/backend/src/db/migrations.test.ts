/** Whoever goes back a version keeps the newer schema: no migration may take away or narrow what an older program counts on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../drizzle');
/** Before the first release. */
const EXEMPT = ['0001_answers.sql'];

const statementsOf = (sql: string): string[] =>
  sql
    .split('--> statement-breakpoint')
    .map((text) => text.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '');

/** Whether an older program gets along: it knows neither the table nor the column, and its own rows are still taken. */
const isAddition = (statement: string, made: string[]): boolean => {
  const table = /^ALTER TABLE "(\w+)"|^CREATE (?:UNIQUE )?INDEX "\w+" ON "(\w+)"/.exec(statement);
  if (made.includes(table?.[1] ?? table?.[2] ?? '')) return true;
  const column = /^ALTER TABLE "\w+" ADD COLUMN (.*)$/.exec(statement)?.[1];
  if (column !== undefined)
    return (
      !/PRIMARY KEY|UNIQUE|REFERENCES|CHECK/i.test(column) &&
      (!/NOT NULL/i.test(column) || /DEFAULT/i.test(column))
    );
  return /^CREATE (TABLE|INDEX) /.test(statement);
};

/** What in a migration an older program would stumble over. */
const dangersOf = (sql: string): string[] => {
  const statements = statementsOf(sql);
  const made = statements.flatMap((text) => /^CREATE TABLE "(\w+)"/.exec(text)?.[1] ?? []);
  return statements.filter((statement) => !isAddition(statement, made));
};

describe('a migration', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));

  it.each(files.filter((name) => !EXEMPT.includes(name)))('%s only adds', (name) => {
    expect(dangersOf(readFileSync(join(FOLDER, name), 'utf8'))).toEqual([]);
  });

  it.each([
    'ALTER TABLE "a" DROP COLUMN "b";',
    'ALTER TABLE "a" ADD COLUMN "b" text NOT NULL;',
    'ALTER TABLE "a" ADD COLUMN "b" text UNIQUE;',
    'ALTER TABLE "a" ALTER COLUMN "b" SET NOT NULL;',
    'ALTER TABLE "a" RENAME COLUMN "b" TO "c";',
    'ALTER TABLE "a" ADD CONSTRAINT "c" UNIQUE("b");',
    'CREATE UNIQUE INDEX "i" ON "a" USING btree ("b");',
    'DROP TABLE "a";',
    'UPDATE "a" SET "b" = 1;',
  ])('would be refused with %s', (statement) => {
    expect(
      dangersOf(`CREATE TABLE "other" ("x" text);\n--> statement-breakpoint\n${statement}`),
    ).toEqual([statement]);
  });
});
