/** Sends names and files; XMLHttpRequest because only it tells how much has gone out. */
import type { CreateBatchResponse } from '@heatsync/shared';
import { isWebSheet, type Sheet } from '../model/queue.ts';
import { offline, readAnswer } from './http.ts';
import { isNumber, isText, isTrue, objectOf, schemaOf } from './shape.ts';

const Created = schemaOf(
  objectOf<CreateBatchResponse>({
    success: isTrue,
    batchId: isText,
    totalJobs: isNumber,
    streamUrl: isText,
    manageToken: isText,
  }),
);

export type NewBatch = {
  swimmers: readonly string[];
  sheets: readonly Sheet[];
  /** The same for a second try of the same send, so that it makes no second batch. */
  attempt: string;
};

const toForm = ({ swimmers, sheets }: NewBatch): FormData => {
  const form = new FormData();
  for (const swimmer of swimmers) form.append('swimmer', swimmer);
  for (const sheet of sheets)
    if (isWebSheet(sheet)) form.append('urls', sheet.url);
    else form.append('pdfs', sheet, sheet.name);
  return form;
};

/** A key for one send; works on plain http too, where `randomUUID` does not exist. */
export const newAttempt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** After so long without a byte the line is taken for dead: nobody waits for it as long as a browser does. */
const STALL_MS = 45_000;

/** Ends the call when the device knows that it is offline, or when the line is silent for too long. */
const endWithLine = (call: XMLHttpRequest): void => {
  const giveUp = (): void => call.abort();
  let silence = setTimeout(giveUp, STALL_MS);
  call.upload.addEventListener('progress', () => {
    clearTimeout(silence);
    silence = setTimeout(giveUp, STALL_MS);
  });
  addEventListener('offline', giveUp);
  call.addEventListener('loadend', () => {
    clearTimeout(silence);
    removeEventListener('offline', giveUp);
  });
};

/** Creates a batch; `onProgress` gets the share sent, 0 to 1. Throws `ClientError`. */
export const createBatch = (
  batch: NewBatch,
  onProgress: (share: number) => void,
): Promise<CreateBatchResponse> =>
  new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    for (const end of ['error', 'abort']) call.addEventListener(end, () => reject(offline()));
    call.addEventListener('load', () => {
      try {
        resolve(readAnswer(Created, call.responseText));
      } catch (error) {
        reject(error);
      }
    });
    call.open('POST', '/api/batch/extract');
    call.setRequestHeader('Idempotency-Key', batch.attempt);
    endWithLine(call);
    call.send(toForm(batch));
  });
