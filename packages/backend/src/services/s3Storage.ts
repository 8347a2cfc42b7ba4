import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Config } from '../config.ts';
import { StartError } from '../startError.ts';
import type { FileStorage } from './fileStorage.ts';
import { isStorageKey } from './storageKeys.ts';

export type S3Config = NonNullable<Config['s3']>;

/** What of an upload is in memory at a time: the least that S3 takes as a part. */
const PART_BYTES = 5 * 1024 * 1024;
const REMOVE_AT_ONCE = 8;
/** In milliseconds. A server that is silent for so long is gone: nobody waits for it for ever. */
const PATIENCE = { connectionTimeout: 5000, socketTimeout: 20_000 };

export const createClient = (
  { endpoint, region, accessKeyId, secretAccessKey }: S3Config,
  patience = PATIENCE,
): S3Client =>
  new S3Client({
    ...(endpoint && { endpoint, forcePathStyle: true }),
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Servers other than Amazon's may not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: patience,
  });

/** Objects of one bucket. Throws `StartError` when the bucket cannot be reached. */
export const createS3Storage = async (
  config: S3Config,
  patience = PATIENCE,
): Promise<FileStorage> => {
  const client = createClient(config, patience);
  const Bucket = config.bucket;
  await client.send(new HeadBucketCommand({ Bucket })).catch((error: unknown) => {
    const { name, code } = error as NodeJS.ErrnoException;
    const reason = code ?? name;
    throw new StartError(
      `The bucket of S3_BUCKET cannot be used (${reason}). Check the S3_ settings.`,
    );
  });
  const removeOne = (Key: string) => client.send(new DeleteObjectCommand({ Bucket, Key }));
  return {
    put: async (Key, body) => {
      const params = { Bucket, Key, Body: body, ContentType: 'application/pdf' };
      const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: 1 });
      body.once('error', () => void upload.abort());
      await upload.done();
    },
    get: async (Key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return Body ? await Body.transformToByteArray() : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    // One at a time: not every server knows how to delete many.
    remove: async (keys) => {
      const waiting = [...keys];
      const lane = async () => {
        for (let key = waiting.pop(); key; key = waiting.pop()) await removeOne(key);
      };
      await Promise.all(Array.from({ length: REMOVE_AT_ONCE }, lane));
    },
    list: async function* (before) {
      for (let ContinuationToken: string | undefined; ;) {
        const page = await client.send(new ListObjectsV2Command({ Bucket, ContinuationToken }));
        yield (page.Contents ?? [])
          .filter(({ LastModified }) => LastModified !== undefined && LastModified < before)
          .flatMap(({ Key }) => (Key !== undefined && isStorageKey(Key) ? [Key] : []));
        ContinuationToken = page.NextContinuationToken;
        if (ContinuationToken === undefined) return;
      }
    },
    dropUnfinished: async (before) => {
      const begun = await client.send(new ListMultipartUploadsCommand({ Bucket }));
      const old = (begun.Uploads ?? []).filter(
        ({ Key, Initiated }) => isStorageKey(Key ?? '') && Initiated && Initiated < before,
      );
      for (const { Key, UploadId } of old)
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      return old.length;
    },
  };
};
