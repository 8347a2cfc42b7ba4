import { expect, it } from 'vitest';
import { loadConfig } from '../packages/backend/src/config.ts';
import { startRows, startTable } from './startTable.ts';

const SECRETS = {
  DATABASE_URL: 'postgres://me:hush@db.example.org/x',
  DATABASE_DIRECT_URL: 'postgres://me:hush@db.example.org/x',
  S3_BUCKET: 'hush-bucket',
  S3_ACCESS_KEY_ID: 'hush-id',
  S3_SECRET_ACCESS_KEY: 'hush-key',
  SMTP_URL: 'smtp://me:hush@mail.example.org',
  NOTIFICATION_FROM_EMAIL: 'hush@example.org',
  ADMIN_KEY: 'hush-admin',
  OPENAI_API_KEY: 'hush-ai',
};

it('says what is off and how to switch it on', () => {
  const table = startTable(loadConfig({ ENABLE_CRAWLER: 'false' }));
  expect(table).toMatch(/^ {2}Database {2,}built-in, in \.\/data {2,}your own: DATABASE_URL$/m);
  expect(table).toMatch(/^ {2}Meets’ pages {2,}off {2,}on: ENABLE_CRAWLER=true$/m);
  expect(table).toMatch(/^ {2}Mail {2,}off {2,}on: NOTIFICATION_FROM_EMAIL/m);
  expect(table).toMatch(/^ {2}Operator page {2,}off {2,}on: ADMIN_KEY$/m);
});

it('tells no address and no key, and begins each column at one place', () => {
  const config = loadConfig(SECRETS);
  const table = startTable(config);
  expect(table).not.toMatch(/hush|example/);
  const starts = startRows(config).map(({ what, state }) => {
    const line = table.split('\n').find((text) => text.startsWith(`  ${what} `));
    return line?.indexOf(state);
  });
  expect(new Set(starts).size).toBe(1);
});
