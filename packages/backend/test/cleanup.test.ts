/** What has had its time goes, and only that. */
import { randomBytes } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBatch } from '../src/db/queries/batches.ts';
import { findUnusedChecksums, insertSheet } from '../src/db/queries/sheets.ts';
import { lockUpkeep } from '../src/db/queries/upkeep.ts';
import { AppError } from '../src/errors.ts';
import { runUpkeep } from '../src/services/cleanup.ts';
import { newStorageKey } from '../src/services/storageKeys.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const nothing = { batches: 0, files: 0, sheets: 0, visitors: 0 };
const age = (batchId: string, column: string, table = 'processing_batches') =>
  t.sql(`update ${table} set ${column} = now() - interval '25 hours'
    where ${table === 'batch_jobs' ? 'batch_id' : 'id'} = '${batchId}'`);

it('deletes an expired batch with its files, and leaves the others alone', async () => {
  const old = await t.create({ files: [stub('a.pdf'), stub('b.pdf')] });
  await t.create({ files: [stub('c.pdf')] });
  expect(await runUpkeep(t.context)).toEqual(nothing);
  await age(old.batchId, 'expires_at');
  expect(await runUpkeep(t.context)).toEqual({ ...nothing, batches: 1 });
  expect(await findBatch(t.context.db, old.batchId)).toBeNull();
  expect(await t.storedFiles()).toHaveLength(1);
});

it('keeps the file of a failed sheet for a day', async () => {
  const { batchId } = await t.create({ files: [stub('a.pdf')] });
  await t.startWorker({}, async () => {
    throw new AppError('UNREADABLE_SHEET');
  });
  await t.events(batchId);
  await runUpkeep(t.context);
  expect(await t.storedFiles()).toHaveLength(1);
  await age(batchId, 'completed_at', 'batch_jobs');
  expect(await runUpkeep(t.context)).toEqual({ ...nothing, files: 1 });
  expect(await t.storedFiles()).toEqual([]);
  const retry = await t.json(`/api/batch/${batchId}/retry`, { method: 'POST' });
  expect(retry).toMatchObject({ error: 'SOURCE_GONE' });
});

it('sweeps uploads that no job knows once they are an hour old', async () => {
  await t.create({ files: [stub('a.pdf')] });
  const [young, old] = [newStorageKey(), newStorageKey()];
  const folder = t.context.config.tempFileDir;
  const past = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of [young, old, 'not-ours.txt']) await writeFile(join(folder, name), 'x');
  for (const name of [old, 'not-ours.txt']) await utimes(join(folder, name), past, past);
  expect(await runUpkeep(t.context)).toEqual({ ...nothing, files: 1 });
  const left = await t.storedFiles();
  expect(left).toHaveLength(3);
  expect(left).toEqual(expect.arrayContaining([young, 'not-ours.txt']));
});

it('forgets after a day who handed a batch in', async () => {
  const form = { files: [stub('a.pdf')] };
  const response = await t.submit(form, { 'User-Agent': 'a phone' });
  const { batchId } = (await response.json()) as { batchId: string };
  expect(await findBatch(t.context.db, batchId)).toMatchObject({ userAgent: 'a phone' });
  await age(batchId, 'created_at');
  expect(await runUpkeep(t.context)).toEqual({ ...nothing, visitors: 1 });
  expect(await findBatch(t.context.db, batchId)).toMatchObject({ userAgent: null, clientIp: null });
});

it('deletes sheets that no batch has any more', async () => {
  await insertSheet(t.context.db, randomBytes(16).toString('hex'), EMPTY_SHEET);
  expect(await runUpkeep(t.context)).toEqual({ ...nothing, sheets: 1 });
  expect(await findUnusedChecksums(t.context.db)).toEqual([]);
});

it('is done by one process at a time', async () => {
  await t.context.db.transaction(async (tx) => {
    expect(await lockUpkeep(tx)).toBe(true);
    expect(await runUpkeep(t.context)).toBeNull();
  });
  expect(await runUpkeep(t.context)).toEqual(nothing);
});
