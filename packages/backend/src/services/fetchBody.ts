import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '../errors.ts';
import type { FetchDeadline } from './fetchDeadline.ts';

export const ACCEPT_ENCODING = 'gzip, deflate, br';

const DECODERS: Record<string, (() => Duplex) | null> = {
  '': null,
  identity: null,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const decoded = (response: IncomingMessage): Readable => {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decoder = DECODERS[encoding];
  if (decoder === undefined) throw new AppError('FETCH_FAILED');
  // The reader of the decoder hears of every failure; nobody else need.
  return decoder ? pipeline(response, decoder(), () => undefined) : response;
};

export type FetchBody = { body: Readable; isTruncated: () => boolean };

/**
 * The body, unpacked on the way. After `maxBytes` of it, counted unpacked, it ends, and
 * `isTruncated` then says so. It fails with what a person may be told.
 */
export const bodyOf = (
  response: IncomingMessage,
  maxBytes: number,
  deadline: FetchDeadline,
): FetchBody => {
  const source = decoded(response);
  let truncated = source === response && Number(response.headers['content-length']) > maxBytes;
  const read = async function* () {
    let left = maxBytes;
    try {
      if (truncated) return;
      for await (const chunk of source as AsyncIterable<Buffer>) {
        truncated = chunk.length > left;
        if (truncated) return;
        left -= chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw deadline.toError(error);
    } finally {
      deadline.close();
    }
  };
  return { body: Readable.from(read(), { objectMode: false }), isTruncated: () => truncated };
};
