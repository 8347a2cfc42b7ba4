/** One contract for both kinds of storage, and what an upload is told when it cannot be kept. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it, type TestContext } from 'vitest';
import { createDiskStorage } from '../src/services/diskStorage.ts';
import type { FileStorage } from '../src/services/fileStorage.ts';
import { createS3Storage } from '../src/services/s3Storage.ts';
import { newStorageKey } from '../src/services/storageKeys.ts';
import { need } from './support/outside.ts';
import { startProgram } from './support/processes.ts';
import { stub } from './support/sheets.ts';
import { startSwift, type S3Server } from './support/swift.ts';
import { testApp } from './support/testApp.ts';
import { startCanary } from './support/website.ts';

const BUCKET = 'heatsync-uploads';
const MB = 1024 * 1024;
const future = () => new Date(Date.now() + 60 * 60 * 1000);

type Kind = {
  storage: FileStorage;
  addForeign(name: string): Promise<void>;
  /** What whoever is killed in the middle of an upload leaves. */
  addHalf(key: string): Promise<void>;
};
let folder: string;
let swift: (S3Server & { stop(): Promise<void> }) | null = null;

const openDisk = async (): Promise<Kind> => ({
  storage: await createDiskStorage(folder),
  addForeign: (name) => writeFile(join(folder, name), 'x'),
  addHalf: (key) => writeFile(join(folder, key), 'x'),
});
const clientFor = ({ endpoint, region, ...credentials }: S3Server) =>
  new S3Client({ endpoint, region, forcePathStyle: true, credentials });
const openS3 = async (context: TestContext): Promise<Kind> => {
  need(context, inject('swift'));
  if (!swift) throw new Error('the S3 server was not started');
  const client = clientFor(swift);
  return {
    storage: await createS3Storage({ ...swift, bucket: BUCKET }),
    addForeign: async (Key) => {
      await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }));
    },
    addHalf: async (Key) => {
      const object = { Bucket: BUCKET, Key };
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(object));
      await client.send(new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: 'x' }));
    },
  };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hs-storage-'));
  if (!inject('swift').found) return;
  swift = await startSwift();
  await clientFor(swift).send(new CreateBucketCommand({ Bucket: BUCKET }));
}, 180_000);
afterAll(async () => {
  await swift?.stop();
  await rm(folder, { recursive: true });
});

const listAll = async (storage: FileStorage, before: Date): Promise<string[]> => {
  const keys: string[] = [];
  for await (const page of storage.list(before)) keys.push(...page);
  return keys;
};
/** In pieces of odd sizes, as from a socket. */
const stream = (bytes: Uint8Array): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += 300_007) yield bytes.subarray(at, at + 300_007);
    })(),
  );

describe.each([
  ['on disk', openDisk],
  ['in a bucket', openS3],
])('storage %s', (_, open) => {
  it.for([
    ['nothing', 0],
    ['a small file', 5000],
    ['a file of several parts', 12 * MB],
  ] as const)('keeps %s as it came', async ([, size], context) => {
    const { storage } = await open(context);
    const [key, bytes] = [newStorageKey(), randomBytes(size)];
    await storage.put(key, stream(bytes));
    const kept = await storage.get(key);
    expect(kept && Buffer.compare(kept, bytes)).toBe(0);
    await storage.remove([key, newStorageKey()]);
    expect(await storage.get(key)).toBeNull();
  });

  it('can be rid of what a killed upload left, once it is old', async (context) => {
    const { storage, addHalf } = await open(context);
    await addHalf(newStorageKey());
    const gone = async (before: Date) => {
      const keys = await listAll(storage, before);
      await storage.remove(keys);
      return keys.length + (await storage.dropUnfinished(before));
    };
    expect(await gone(new Date(Date.now() - 60_000))).toBe(0);
    expect(await gone(future())).toBe(1);
    expect(await gone(future())).toBe(0);
  });

  it.for([
    ['small', 1],
    ['large', 9 * MB],
  ] as const)('leaves nothing of a %s upload that breaks off', async ([, size], context) => {
    const { storage } = await open(context);
    const key = newStorageKey();
    const breaking = Readable.from(
      (function* () {
        yield randomBytes(size);
        throw new Error('the line is dead');
      })(),
    );
    await expect(storage.put(key, breaking)).rejects.toThrow();
    expect(await storage.get(key)).toBeNull();
  });

  it('lists uploads by age, and nothing of others', async (context) => {
    const { storage, addForeign } = await open(context);
    const keys = [newStorageKey(), newStorageKey()];
    for (const key of keys) await storage.put(key, stream(randomBytes(10)));
    await addForeign('notes.txt');
    expect((await listAll(storage, future())).toSorted()).toEqual(keys.toSorted());
    expect(await listAll(storage, new Date(Date.now() - 60 * 60 * 1000))).toEqual([]);
    await storage.remove(keys);
    expect(await listAll(storage, future())).toEqual([]);
  });
});

describe('a bucket', () => {
  it('takes the uploads of a whole batch and gives them to the worker', async (context) => {
    const { storage } = await openS3(context);
    const t = await testApp({
      S3_ENDPOINT: swift?.endpoint ?? '',
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: swift?.accessKeyId ?? '',
      S3_SECRET_ACCESS_KEY: swift?.secretAccessKey ?? '',
    });
    const { batchId } = await t.create({ files: [stub('a.pdf'), stub('b.pdf', 6)] });
    expect(await listAll(storage, future())).toHaveLength(2);
    const sizes: (number | undefined)[] = [];
    await t.startWorker({}, async (job) => {
      sizes.push((await t.context.storage.get(job.tempFilePath ?? ''))?.length);
      throw new Error('read enough');
    });
    await expect.poll(() => sizes.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sizes)).toEqual(new Set([32, 6 * MB + 32]));
    await t.request(`/api/batch/${batchId}/cancel`, { method: 'POST' });
    expect(await listAll(storage, future())).toEqual([]);
    await t.close();
  });

  it('that is gone while it takes an upload is our fault, and once it is back all goes on', async (context) => {
    need(context, inject('swift'));
    if (!swift) throw new Error('the S3 server was not started');
    const bucket = { Bucket: 'heatsync-gone' };
    const client = clientFor(swift);
    await client.send(new CreateBucketCommand(bucket));
    const t = await testApp({
      S3_ENDPOINT: swift.endpoint,
      S3_BUCKET: bucket.Bucket,
      S3_ACCESS_KEY_ID: swift.accessKeyId,
      S3_SECRET_ACCESS_KEY: swift.secretAccessKey,
    });
    await client.send(new DeleteBucketCommand(bucket));
    for (const megabytes of [0, 6]) {
      const response = await t.submit({ files: [stub('a.pdf', megabytes)] });
      expect(response.status).toBe(500);
      expect(await response.json()).toMatchObject({ success: false, error: 'INTERNAL' });
    }
    await client.send(new CreateBucketCommand(bucket));
    expect((await t.submit({ files: [stub('a.pdf', 6)] })).status).toBe(201);
    await t.close();
  });

  it('that says nothing is not waited for', async () => {
    const silent = await startCanary();
    const config = { endpoint: `http://127.0.0.1:${silent.port}`, region: 'us-east-1' };
    const storage = createS3Storage(
      { ...config, bucket: BUCKET, accessKeyId: 'a', secretAccessKey: 'b' },
      { connectionTimeout: 1000, socketTimeout: 100 },
    );
    await expect(storage).rejects.toThrow(/S3_BUCKET/);
    void silent.close();
  });

  it('that is not there stops the start with one sentence', async (context) => {
    need(context, inject('swift'));
    if (!swift) throw new Error('the S3 server was not started');
    await expect(createS3Storage({ ...swift, bucket: 'no-such-bucket' })).rejects.toThrow(
      /^The bucket of S3_BUCKET cannot be used[^\n]*$/,
    );
    const wrongKey = { ...swift, bucket: BUCKET, secretAccessKey: 'wrong' };
    await expect(createS3Storage(wrongKey)).rejects.toThrow(/S3_BUCKET/);
  });
});

it('an upload that cannot be kept is our fault, and the next one is taken', async () => {
  const t = await testApp();
  const place = t.context.config.tempFileDir;
  await rename(place, `${place}.away`);
  const response = await t.submit({ files: [stub('a.pdf', 2)] });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ success: false, error: 'INTERNAL' });
  await rename(`${place}.away`, place);
  expect(await readdir(place)).toEqual([]);
  expect((await t.submit({ files: [stub('a.pdf', 2)] })).status).toBe(201);
  await t.close();
});

it('of an upload for which the disk has no room nothing stays, and a smaller one is taken', async () => {
  const t = await testApp();
  const limited = await startProgram({ ...t.env, ROLE: 'api' }, { maxFileMb: 1 });
  const send = (megabytes: number) => {
    const form = new FormData();
    form.append('swimmer', 'Moorhen, Ada');
    form.append('pdfs', new File([stub('a.pdf', megabytes).bytes.slice()], 'a.pdf'));
    return fetch(`${limited.url}/api/batch/extract`, { method: 'POST', body: form });
  };
  const response = await send(2);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ success: false, error: 'INTERNAL' });
  expect(await t.storedFiles()).toEqual([]);
  expect((await send(0)).status).toBe(201);
  await limited.end('SIGKILL');
  await t.close();
});
