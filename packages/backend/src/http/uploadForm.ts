import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { AppError } from '../errors.ts';
import { cleanFilename } from '../services/filenames.ts';

/** A file of the form while it arrives. `body` must be read to its end. */
export type IncomingFile = { filename: string; body: Readable; isTruncated: () => boolean };

export type UploadForm<T> = { fields: { name: string; value: string }[]; files: T[] };

type Options<T> = {
  /** The field whose files are wanted; others are skipped. */
  fileField: string;
  maxFiles: number;
  maxFileBytes: number;
  receive: (file: IncomingFile) => Promise<T>;
};

const MAX_FIELDS = 1100;
const MAX_FIELD_BYTES = 64 * 1024;

const openParser = (request: Request, maxFileBytes: number) => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data;/i.test(type)) throw new AppError('INVALID_REQUEST');
  return new Busboy({
    headers: { 'content-type': type },
    limits: { fileSize: maxFileBytes, fieldSize: MAX_FIELD_BYTES, fields: MAX_FIELDS },
  });
};

/**
 * Reads a multipart form as it streams in, handing each wanted file to `receive` on the way; one
 * file more than `maxFiles` is announced too, so that the caller can tell, the rest is skipped.
 * Rejects with `INVALID_REQUEST` when the form is broken off or no form, else with what `receive`
 * rejects with; `discard` is then given what was received.
 */
export const readUploadForm = async <T>(
  request: Request,
  options: Options<T>,
  discard: (files: T[]) => Promise<void>,
): Promise<UploadForm<T>> => {
  const parser = openParser(request, options.maxFileBytes);
  const fields: UploadForm<T>['fields'] = [];
  const receiving: Promise<T>[] = [];
  parser.on('field', (name, value) => fields.push({ name, value }));
  parser.on('file', (field, body: BusboyFileStream, name) => {
    const filename = cleanFilename(name ?? '');
    if (field !== options.fileField || filename === '' || receiving.length > options.maxFiles)
      return body.resume();
    const received = options.receive({ filename, body, isTruncated: () => body.truncated });
    received.catch(() => body.resume());
    return receiving.push(received);
  });
  const body = request.body ?? new ReadableStream();
  const parsed = await pipeline(Readable.fromWeb(body), parser).then(
    () => null,
    (error: unknown) => new AppError('INVALID_REQUEST', {}, { cause: error }),
  );
  const settled = await Promise.allSettled(receiving);
  const files = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const lost = settled.find((one) => one.status === 'rejected');
  if (!parsed && !lost) return { fields, files };
  await discard(files);
  throw parsed ?? lost?.reason;
};
