/** Real processes on one database, killed and told to end while sheets are at work. */
import { utimes } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CreateBatchResponse } from '@heatsync/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBatch } from '../src/db/queries/batches.ts';
import { findJobs } from '../src/db/queries/jobs.ts';
import { checksumOf, holdReading, untilJobs } from './support/atWork.ts';
import { follow, isGapless } from './support/follower.ts';
import { brokenPromises } from './support/invariants.ts';
import { startProgram, type Program } from './support/processes.ts';
import { drawSheets } from './support/sheets.ts';
import { testApp, toForm, type TestApp, type Upload } from './support/testApp.ts';

const LIMIT = 120_000;
let t: TestApp;
let sheet: Upload;
const programs: Program[] = [];
const start = async (role: 'api' | 'worker' | 'all') => {
  const program = await startProgram({ ...t.env, DATABASE_DIRECT_URL: t.url, ROLE: role });
  programs.push(program);
  return program;
};

let worker: Program;
let apis: [Program, Program];
beforeAll(async () => {
  const [app, sheets] = await Promise.all([testApp(), drawSheets()]);
  [t, sheet] = [app, sheets.first];
  [worker, ...apis] = await Promise.all([start('all'), start('api'), start('api')]);
}, LIMIT);
afterAll(async () => {
  await Promise.all(programs.map((program) => program.end('SIGKILL')));
  await t.close();
}, LIMIT);

/** Three sheets as nobody has read them yet: a comment at the end makes another file of each. */
const freshSheets = (mark: string): Upload[] =>
  [1, 2, 3].map((number) => ({
    name: `${number}.pdf`,
    bytes: new Uint8Array([...sheet.bytes, ...Buffer.from(`\n%${mark}${number}\n`)]),
  }));

/** Hands a batch in at one of the programs. */
const handIn = async ({ url }: Program, files: Upload[]) => {
  const form = { method: 'POST', body: toForm({ files }) };
  const answer = await fetch(`${url}/api/batch/extract`, form);
  return CreateBatchResponse.parse(await answer.json());
};
/** A batch whose three sheets are at work, with the worker if it takes batches in itself, and stay so until `release`. */
const batchAtWork = async (mark: string, create = (files: Upload[]) => handIn(worker, files)) => {
  const files = freshSheets(mark);
  const release = await holdReading(t.context.db, files.map(checksumOf));
  const { batchId } = await create(files);
  await untilJobs(t.context.db, batchId, (job) => job.status === 'processing');
  return { batchId, release };
};
const jobsOf = (batchId: string) => findJobs(t.context.db, batchId);

it(
  'gives a killed worker’s sheets to another, while a browser moves from a killed server to the next',
  async () => {
    const { batchId, release } = await batchAtWork('killed');
    const [first] = await jobsOf(batchId);
    const followed = follow(
      apis.map(({ url }) => url),
      batchId,
    );
    const next = await start('all');
    await Promise.all([worker.end('SIGKILL'), apis[0].end('SIGKILL')]);
    await untilJobs(
      t.context.db,
      batchId,
      (job) => job.status === 'processing' && job.leaseOwner !== first?.leaseOwner,
    );
    await release();
    const events = await followed;
    expect(isGapless(events)).toBe(true);
    expect(events.filter(({ type }) => type === 'batch_completed')).toHaveLength(1);
    for (const job of await jobsOf(batchId))
      expect(job).toMatchObject({ status: 'completed', retryCount: 0, lostLeases: 1 });
    worker = next;
  },
  LIMIT,
);

it(
  'hands back within its time what a worker has at work when it is told to end',
  async () => {
    const { batchId, release } = await batchAtWork('ended');
    expect(await worker.end('SIGTERM')).toBe(0);
    for (const job of await jobsOf(batchId))
      expect(job).toMatchObject({ status: 'pending', retryCount: 0, lostLeases: 0 });
    await release();
    worker = await start('worker');
    await untilJobs(t.context.db, batchId, (job) => job.status === 'completed');
  },
  LIMIT,
);

it(
  'loses nothing when its workers are told to end one after the other under load',
  async () => {
    const handed: string[] = [];
    for (const round of ['a', 'b', 'c']) {
      const batches = [1, 2].map((one) => t.create({ files: freshSheets(`load ${round}${one}`) }));
      const now = (await Promise.all(batches)).map(({ batchId }) => batchId);
      handed.push(...now);
      const next = await start('worker');
      const begun = async () =>
        (await Promise.all(now.map(jobsOf))).flat().some((job) => job.status !== 'pending');
      await expect.poll(begun, { timeout: 60_000 }).toBe(true);
      expect(await worker.end('SIGTERM')).toBe(0);
      worker = next;
    }
    for (const batchId of handed) {
      await untilJobs(t.context.db, batchId, (job) => job.status === 'completed');
      for (const job of await jobsOf(batchId))
        expect(job).toMatchObject({ retryCount: 0, lostLeases: 0 });
    }
  },
  LIMIT,
);

it(
  'drops what a worker brings after another process has cancelled',
  async () => {
    const { batchId, release } = await batchAtWork('cancelled', (files) => t.create({ files }));
    const answer = await fetch(`${apis[1].url}/api/batch/${batchId}/cancel`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ success: true, batch: { status: 'cancelled' } });
    const before = await findBatch(t.context.db, batchId);
    await release();
    const other = await t.create({ files: freshSheets('after') });
    await untilJobs(t.context.db, other.batchId, (job) => job.status === 'completed');
    expect(await findBatch(t.context.db, batchId)).toEqual(before);
    expect((await jobsOf(batchId)).map((job) => job.status)).toEqual(Array(3).fill('cancelled'));
  },
  LIMIT,
);

it('tells the same state from any process, by stream and by asking', async () => {
  const { batchId } = await t.create({ files: freshSheets('killed') });
  const [events, here] = await Promise.all([
    follow([apis[1].url], batchId, { from: 0 }),
    t.events(batchId, 0),
  ]);
  expect(events).toEqual(here);
  const asked = await (await fetch(`${apis[1].url}/api/batch/${batchId}`)).text();
  const own = await t.request(`/api/batch/${batchId}`);
  expect(JSON.parse(asked)).toEqual(await own.json());
  expect(events.at(-1)).toMatchObject({ batch: JSON.parse(asked).batch });
  const etag = own.headers.get('etag') ?? '';
  const again = await fetch(`${apis[1].url}/api/batch/${batchId}`, {
    headers: { 'If-None-Match': etag },
  });
  expect(again.status).toBe(304);
});

it(
  'sweeps the half file of a server that was killed while it took an upload',
  async () => {
    const before = new Set(await t.storedFiles());
    const half = async () => (await t.storedFiles()).filter((key) => !before.has(key));
    const receiver = await start('api');
    const { port } = new URL(receiver.url);
    const socket = connect(Number(port)).on('error', () => undefined);
    const head = '--x\r\nContent-Disposition: form-data; name="pdfs"; filename="a.pdf"\r\n\r\n';
    socket.write(
      'POST /api/batch/extract HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n' +
        `Content-Type: multipart/form-data; boundary=x\r\n\r\n${head}%PDF-1.7 ${'.'.repeat(200_000)}`,
    );
    await expect.poll(half, { timeout: 60_000 }).toHaveLength(1);
    await receiver.end('SIGKILL');
    expect(await half()).toHaveLength(1);
    const twoHoursAgo = Date.now() / 1000 - 2 * 60 * 60;
    for (const key of await half())
      await utimes(join(t.context.config.tempFileDir, key), twoHoursAgo, twoHoursAgo);
    await start('worker');
    await expect.poll(half, { timeout: 60_000 }).toEqual([]);
  },
  LIMIT,
);

it('has kept every promise, and no file', async () => {
  expect(await brokenPromises(t.context.db)).toEqual([]);
  await expect.poll(() => t.storedFiles()).toEqual([]);
});
