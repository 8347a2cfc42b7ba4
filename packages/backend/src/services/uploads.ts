import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import type { ErrorCode } from '@heatsync/shared';
import type { FileStorage } from './fileStorage.ts';
import { newStorageKey } from './storageKeys.ts';

/** PDF readers accept some bytes before the header; so do we. */
const HEAD_BYTES = 1024;
const CHECKSUM_DIGITS = 32;

/** An upload as stored. `problem` says why it cannot be read; its file is then gone already. */
export type ReceivedFile = {
  filename: string;
  key: string;
  checksum: string;
  problem: ErrorCode | null;
};

/** Looks at the bytes on their way to storage: hashes all, keeps the first few. */
const createInspector = () => {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      done(null, chunk);
    },
  });
  return {
    stream,
    checksum: () => hash.digest('hex').slice(0, CHECKSUM_DIGITS),
    isPdf: () => head.includes('%PDF-'),
  };
};

/**
 * Streams one upload to storage. `isTruncated` tells, once the stream has ended, whether bytes
 * beyond the size limit were left out.
 */
export const receiveFile = async (
  storage: FileStorage,
  { filename, body, isTruncated }: { filename: string; body: Readable; isTruncated: () => boolean },
): Promise<ReceivedFile> => {
  const key = newStorageKey();
  const inspector = createInspector();
  body.on('error', (error) => inspector.stream.destroy(error));
  await storage.put(key, body.pipe(inspector.stream));
  const problem = isTruncated() ? 'PDF_TOO_LARGE' : inspector.isPdf() ? null : 'INVALID_PDF';
  if (problem) await storage.remove([key]);
  return { filename, key, checksum: inspector.checksum(), problem };
};
