/** The ways from the program to its database: with and without wake-ups, through a pooler, and gone for a while. */
import { afterEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { findJobs } from '../src/db/queries/jobs.ts';
import { isGapless, follow } from './support/follower.ts';
import { brokenPromises } from './support/invariants.ts';
import { startCutter } from './support/net.ts';
import { need } from './support/outside.ts';
import { startPgBouncer } from './support/pgbouncer.ts';
import { startProgram } from './support/processes.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const DONE = { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
const files = [1, 2, 3, 4, 5].map((number) => stub(`${number}.pdf`));

let t: TestApp | null = null;
afterEach(async () => {
  await t?.close();
  t = null;
});

/** A worker elsewhere reads a batch while somebody watches here. */
const readBatch = async (app: TestApp) => {
  const { batchId } = await app.create({ files });
  const watched = app.events(batchId);
  await app.startWorker({}, async () => DONE);
  const events = await watched;
  expect(isGapless(events)).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: 'batch_completed', batch: { completedPdfs: 5 } });
  const late = await app.create({ files });
  expect((await app.events(late.batchId)).at(-1)?.type).toBe('batch_completed');
  expect(await brokenPromises(app.context.db)).toEqual([]);
};

describe('a batch is read and watched', () => {
  it('with wake-ups by NOTIFY', async () => {
    t = await testApp();
    await readBatch(t);
  });

  it('by polling alone', async () => {
    t = await testApp({}, (url) => ({ url, directUrl: null }));
    await readBatch(t);
  });
});

describe('a batch is read through PgBouncer in transaction mode', () => {
  const throughPooler = async (direct: boolean) => {
    const pooler = await startPgBouncer(inject('databaseUrl'));
    onTestFinished(pooler.stop);
    t = await testApp({}, (url) => {
      const through = new URL(pooler.url);
      through.pathname = new URL(url).pathname;
      return { url: through.href, directUrl: direct ? url : null };
    });
    await readBatch(t);
    await t.close();
    t = null;
  };
  it('with a direct line for wake-ups', async (context) => {
    need(context, inject('pgBouncer'));
    await throughPooler(true);
  });
  it('by polling alone', async (context) => {
    need(context, inject('pgBouncer'));
    await throughPooler(false);
  });
  it('when it is taken for the direct line, which the start tells of', async (context) => {
    need(context, inject('pgBouncer'));
    const pooler = await startPgBouncer(inject('databaseUrl'));
    onTestFinished(pooler.stop);
    t = await testApp();
    const through = new URL(pooler.url);
    through.pathname = new URL(t.url).pathname;
    const urls = { DATABASE_URL: through.href, DATABASE_DIRECT_URL: through.href };
    const program = await startProgram({ ...t.env, ...urls, ROLE: 'worker' });
    onTestFinished(async () => void (await program.end('SIGKILL')));
    expect(program.log()).toContain('DATABASE_DIRECT_URL is a pooler');
    const { batchId } = await t.create({ files });
    expect((await t.events(batchId)).at(-1)?.type).toBe('batch_completed');
    expect(await program.end('SIGTERM')).toBe(0);
  });
});

describe('while the database is away', () => {
  it('nothing is lost: jobs at work come again, streams go on, no retry is spent', async () => {
    const target = new URL(inject('databaseUrl'));
    const cutter = await startCutter(`${target.searchParams.get('host')}/.s.PGSQL.5432`);
    const app = await testApp({}, (url) => {
      const { username, pathname } = new URL(url);
      const through = `postgres://${username}@127.0.0.1:${cutter.port}${pathname}`;
      return { url: through, directUrl: through };
    });
    const { batchId } = await app.create({ files });
    const followed = follow([''], batchId, {
      get: async (path, init) => app.request(String(path), init),
    });
    let finish = Promise.withResolvers<void>();
    await app.startWorker({ leaseSeconds: 1, renewMs: 200, pollMs: 100 }, async () => {
      await finish.promise;
      return DONE;
    });
    const atWork = async () =>
      (await findJobs(app.context.db, batchId)).filter((job) => job.status === 'processing');
    await expect.poll(atWork).toHaveLength(3);
    cutter.cut();
    finish.resolve();
    finish = Promise.withResolvers<void>();
    await expect(findJobs(app.context.db, batchId)).rejects.toThrow();
    cutter.mend();
    finish.resolve();
    const events = await followed;
    expect(isGapless(events)).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'batch_completed', batch: { completedPdfs: 5 } });
    expect(await brokenPromises(app.context.db)).toEqual([]);
    await app.close();
    await cutter.close();
  });
});
