/** `npm run doctor`: what works says so, what does not is one line. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diagnose } from '../../../scripts/doctor.ts';
import type { Finding } from '../../../scripts/doctor/finding.ts';
import { loadConfig } from '../src/config.ts';
import { createDatabase } from './support/database.ts';
import { freePort } from './support/net.ts';
import { startOpenAi } from './support/openai/server.ts';
import { need } from './support/outside.ts';
import { findPgBouncer, startPgBouncer } from './support/pgbouncer.ts';

let folder: string;
let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hs-doctor-test-'));
  database = await createDatabase();
});
afterAll(async () => {
  await database.giveBack();
  await rm(folder, { recursive: true });
});

const examine = async (env: Record<string, string>): Promise<Record<string, string>> => {
  const findings = await diagnose(loadConfig({ DATA_DIR: folder, ...env }));
  const line = ({ what, state, detail }: Finding) => [what, `${state} ${detail}`] as const;
  return Object.fromEntries(findings.map(line));
};

it('finds nothing wrong with what works', async () => {
  const env = { DATABASE_URL: database.url, DATABASE_DIRECT_URL: database.url };
  const found = await examine(env);
  expect(Object.values(found).filter((text) => text.startsWith('BAD'))).toEqual([]);
  expect(found).toMatchObject({
    Database: 'ok answers; the schema is there',
    'Wake-ups': 'ok NOTIFY is heard through DATABASE_DIRECT_URL',
    Pooler: 'ok 20 connections at once; DATABASE_URL reaches PostgreSQL straight',
    Uploads: 'ok a file was written, read and deleted on disk',
  });
});

it('asks the AI model’s server, sends it no question, and knows one that has only chats', async () => {
  for (const options of [{}, { only: 'chat' as const }]) {
    const ai = await startOpenAi(() => ({}), options);
    const found = await examine({ OPENAI_API_KEY: 'hush', OPENAI_BASE_URL: ai.url });
    await ai.close();
    expect(found['AI model']).toBe('ok the AI server takes our key');
    expect(ai.asked).toEqual([]);
  }
});

it('tells a pooler, and one that stands where a direct connection should', async (context) => {
  need(context, await findPgBouncer());
  const pooler = await startPgBouncer(database.url);
  try {
    const both = { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: pooler.url };
    const found = await examine(both);
    expect(found['Pooler']).toMatch(/^ok .* goes through a pooler$/);
    expect(found['Wake-ups']).toMatch(/^BAD NOTIFY is not heard: DATABASE_DIRECT_URL is a pooler/);
  } finally {
    await pooler.stop();
  }
});

it('says in one line each what is wrong, a fault only once and without a secret', async () => {
  const port = await freePort();
  const found = await examine({
    DATABASE_URL: `postgres://me:hush@127.0.0.1:${port}/x`,
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_BUCKET: 'x',
    S3_ACCESS_KEY_ID: 'x',
    S3_SECRET_ACCESS_KEY: 'hush',
    SMTP_URL: `smtp://me:hush@127.0.0.1:${port}`,
    NOTIFICATION_FROM_EMAIL: 'mail@example.org',
    OPENAI_API_KEY: 'hush',
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    USE_PLAYWRIGHT_CRAWLER: 'true',
    CHROME_PATH: join(folder, 'no-browser'),
    BASE_URL: 'https://heatsync.example.org',
  });
  expect(found).toMatchObject({
    Database: `BAD The database at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}. Check DATABASE_URL.`,
    Pooler: 'off not asked: see Database',
    Uploads: 'BAD The bucket of S3_BUCKET cannot be used (ECONNREFUSED). Check the S3_ settings.',
    Mail: 'BAD The server of SMTP_URL takes no mail from us (esocket).',
    'AI model':
      'BAD the AI server says server (no connection): check OPENAI_API_KEY, and OPENAI_BASE_URL if it is set',
    Browser: `BAD ${join(folder, 'no-browser')} does not run: check CHROME_PATH`,
    Proxy: 'BAD https means a proxy, but TRUST_PROXY is not set: all visitors count as one address',
  });
  expect(JSON.stringify(found)).not.toMatch(/hush|\n/);
});
