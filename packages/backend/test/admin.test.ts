/** What the operator sees and does. */
import { randomUUID } from 'node:crypto';
import { HoursResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkerApp } from '../src/app.ts';
import { findBatch } from '../src/db/queries/batches.ts';
import { AppError } from '../src/errors.ts';
import type { JobWorker } from '../src/services/jobWorker.ts';
import { claim } from './support/oneWorker.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const KEY = 'only-the-operator-knows';
let t: TestApp;
let worker: JobWorker;
let batchId: string;
const ask = (path: string, init: RequestInit = {}, key = KEY) =>
  t.request(`/api/admin/${path}`, { ...init, headers: { 'X-Admin-Key': key } });
const post = { method: 'POST' };

beforeAll(async () => {
  t = await testApp({ ADMIN_KEY: KEY });
  worker = await t.startWorker({}, async (job) => {
    if (job.filename === 'bad.pdf') throw new AppError('ENCRYPTED_PDF');
    return { sheet: EMPTY_SHEET, eventCount: 0, cached: true };
  });
  ({ batchId } = await t.create({ files: [stub('good.pdf'), stub('bad.pdf')] }));
  await t.events(batchId);
});
afterAll(() => t.close());

describe('the operator’s routes', () => {
  const paths = ['stats', 'health', 'batches', 'hours', 'metrics'];
  it('need the key', async () => {
    for (const path of paths) {
      expect(await (await ask(path, {}, 'wrong')).json()).toMatchObject({ error: 'UNAUTHORIZED' });
      expect((await t.request(`/api/admin/${path}`)).status).toBe(401);
      expect((await ask(path)).status).toBe(200);
    }
    expect((await ask('cleanup', post, 'wrong')).status).toBe(401);
  });

  it('are off without a key', async () => {
    const app = await testApp();
    const response = await app.request('/api/admin/stats', { headers: { 'X-Admin-Key': '' } });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: 'ADMIN_DISABLED' });
    await app.close();
  });

  it('count batches, sheets, error codes and what was read before', async () => {
    expect(await (await ask('stats')).json()).toMatchObject({
      success: true,
      batches: { total: 1, byStatus: { partial: 1 } },
      jobs: {
        total: 2,
        byStatus: { completed: 1, failed: 1 },
        errorCodes: { ENCRYPTED_PDF: 1 },
        cached: 1,
      },
      engines: { reader: 0, ai: 0 },
    });
    expect(await (await ask('metrics')).text()).toContain('heatsync_jobs{status="failed"} 1');
  });

  it('tell what was done in each of the last hours, the one that runs last', async () => {
    const { hours } = HoursResponse.parse(await (await ask('hours?hours=3')).json());
    expect(hours.map(({ read, cached, failed }) => [read, cached, failed])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 1, 1],
    ]);
    const starts = hours.map(({ from }) => Date.parse(from));
    expect(starts.map((start) => start - (starts[0] ?? 0))).toEqual([0, 3_600_000, 7_200_000]);
    expect((await ask('hours?hours=1000')).status).toBe(400);
  });

  it('list recent batches without anybody’s name', async () => {
    const text = await (await ask('batches?limit=1')).text();
    expect(JSON.parse(text)).toMatchObject({ batches: [{ id: batchId, status: 'partial' }] });
    expect(text).not.toContain('Moorhen');
    expect((await ask('batches?limit=0')).status).toBe(400);
  });

  it('delete what has had its time', async () => {
    const old = await t.create({ files: [stub('good.pdf')] });
    await t.events(old.batchId);
    await t.sql(`update processing_batches set expires_at = now() where id = '${old.batchId}'`);
    expect(await (await ask('cleanup', post)).json()).toMatchObject({
      success: true,
      removed: { batches: 1 },
    });
    expect(await findBatch(t.context.db, old.batchId)).toBeNull();
  });

  it('take over at once what a dead worker holds, and tell of it until then', async () => {
    await worker.stop();
    const stuck = await t.create({ files: [stub('stuck.pdf')] });
    await claim(t.context, { worker: randomUUID(), places: 1, leaseSeconds: -1 });
    expect(await (await ask('health')).json()).toMatchObject({
      status: 'degraded',
      queue: { lostLeases: 1 },
    });
    const answer = await ask(`batch/${stuck.batchId}/recover`, post);
    expect(await answer.json()).toMatchObject({ success: true, batch: { id: stuck.batchId } });
    expect(await (await ask('health')).json()).toMatchObject({
      status: 'ok',
      queue: { due: 1, lostLeases: 0 },
    });
    expect(await (await ask('batch/x/recover', post)).json()).toMatchObject({
      error: 'BATCH_NOT_FOUND',
    });
  });
});

it('a process that only works answers whether it lives, and nothing else', async () => {
  const app = createWorkerApp(t);
  expect(await (await app.request('/api/health')).json()).toEqual({ success: true, status: 'ok' });
  const others = [
    '/',
    '/api/docs',
    '/api/batch/health',
    `/api/batch/${batchId}`,
    '/api/admin/stats',
  ];
  for (const path of others)
    expect((await app.request(path, { headers: { 'X-Admin-Key': KEY } })).status).toBe(404);
});
