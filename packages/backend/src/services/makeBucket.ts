import { CreateBucketCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type S3Config } from './s3Storage.ts';

const WAIT_MS = 60_000;
const PAUSE_MS = 1_000;

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof Error && error.name === name;

/** Makes the bucket where it is missing. Keeps trying for a minute: the server may be starting, too. */
export const makeBucket = async (config: S3Config): Promise<void> => {
  const client = createClient(config);
  const Bucket = config.bucket;
  const tryOnce = () =>
    client.send(new HeadBucketCommand({ Bucket })).catch((error: unknown) => {
      if (!isNamed(error, 'NotFound')) throw error;
      return client.send(new CreateBucketCommand({ Bucket }));
    });
  try {
    for (const end = Date.now() + WAIT_MS; ; await sleep(PAUSE_MS)) {
      const failure = await tryOnce().then(
        () => null,
        (error: unknown) => error as Error,
      );
      if (failure === null) return;
      if (Date.now() > end) throw failure;
    }
  } finally {
    client.destroy();
  }
};
