/** Reads sheets on this device, in a worker that is started for the first file and ended when nothing needs it. */
import type { Picture, ReadProgress } from '@heatsync/heatsheet';
import type { ResultsResponse, SwimEvent } from '@heatsync/shared';
import type { Answers, BatchFacts } from '@heatsync/shared/results';
import type { WorkerAnswer, WorkerOutcome, WorkerTask } from './messages.ts';

/** The engine may come over bad Wi-Fi first; a file that takes longer is left to the server. */
const TASK_LIMIT_MS = 120_000;
/** PDFium's memory never shrinks: a worker without work gives all of it back. */
const IDLE_MS = 5 * 60_000;

type Waiting = {
  done: (outcome: never) => void;
  fail: (error: Error) => void;
  onProgress: (progress: ReadProgress) => void;
  limit: ReturnType<typeof setTimeout> | undefined;
};

type Data = { connection?: { saveData?: boolean } };

/** Whether this device may and can read: never where its owner saves data. */
export const canReadHere = (): boolean =>
  typeof Worker === 'function' &&
  typeof WebAssembly === 'object' &&
  !(navigator as Data).connection?.saveData;

let worker: Worker | null = null;
let known = new Set<string>();
let idle: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Ends the worker; what it was doing fails, and its memory is given back. */
export const endReading = (): void => {
  clearTimeout(idle);
  worker?.terminate();
  worker = null;
  known = new Set();
  for (const { fail, limit } of waiting.values()) {
    clearTimeout(limit);
    fail(new Error('The reading was ended.'));
  }
  waiting.clear();
};

/** Time runs for the task at work; the others wait for it. */
const watchFirst = (): void => {
  const [first] = waiting.values();
  if (first && !first.limit) first.limit = setTimeout(endReading, TASK_LIMIT_MS);
};

const settle = (id: number): Waiting | undefined => {
  const task = waiting.get(id);
  waiting.delete(id);
  clearTimeout(task?.limit);
  watchFirst();
  if (waiting.size === 0) idle = setTimeout(endReading, IDLE_MS);
  return task;
};

const onAnswer = ({ data }: MessageEvent<WorkerAnswer>): void => {
  if (data.type === 'progress') waiting.get(data.id)?.onProgress(data);
  else if (data.type === 'done') settle(data.id)?.done(data.outcome as never);
  else settle(data.id)?.fail(new Error(data.code));
};

const start = (): Worker => {
  const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  fresh.addEventListener('message', onAnswer);
  fresh.addEventListener('error', endReading);
  return fresh;
};

/** Hands a task to the worker. Rejects where it cannot be done here. */
const ask = <T extends WorkerTask>(
  task: T,
  onProgress: Waiting['onProgress'] = () => undefined,
): Promise<WorkerOutcome[T['type']]> =>
  new Promise((done, fail) => {
    clearTimeout(idle);
    const id = ++lastId;
    waiting.set(id, { done, fail, onProgress, limit: undefined });
    worker ??= start();
    worker.postMessage({ id, task });
    watchFirst();
  });

/** What a sheet is and who is in it; `key` names it for later. Rejects where this device cannot say. */
export const readHere = async (
  file: Blob,
  key: string,
  onProgress?: Waiting['onProgress'],
): Promise<WorkerOutcome['read']> => {
  const reading = await ask({ type: 'read', key, file }, onProgress);
  known.add(key);
  return reading;
};

export type SheetHere = { key: string; sequence: number; filename: string; file: Blob };

/** The results of sheets that `readHere` has read; one that a new worker does not know is read again. */
export const resultsHere = async (
  batch: BatchFacts,
  sheets: readonly SheetHere[],
  answers: Answers | null,
): Promise<ResultsResponse> => {
  for (const { file, key } of sheets) if (!known.has(key)) await readHere(file, key);
  const named = sheets.map(({ key, sequence, filename }) => ({ key, sequence, filename }));
  return ask({ type: 'results', batch, sheets: named, answers });
};

/** A box of a page as a picture. Rejects where it cannot be drawn here. */
export const pictureHere = (
  file: Blob,
  place: Pick<SwimEvent, 'page' | 'box'>,
  scale: number,
): Promise<Picture> => ask({ type: 'picture', file, page: place.page, box: place.box, scale });
