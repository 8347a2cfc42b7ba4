/** A pool of threads that read PDFs, each with a limit to its time and its memory, so that no file can stop the server. */
import type { HeatSheet, ReadProgress } from '@heatsync/heatsheet';
import { Worker } from 'node:worker_threads';
import { SheetReadError } from './errors.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest, ThreadResult } from './messages.ts';
import { timeSpent } from './timeLimit.ts';

export { SheetReadError, type SheetReadCode } from './errors.ts';

export type SheetReaderOptions = {
  threads: number;
  /** Of a thread's processor time; six times as long by the clock. */
  timeoutSeconds: number;
  maxPages: number;
  maxMemoryMb: number;
};

type Bytes = Uint8Array<ArrayBuffer>;
type ReadOptions = { signal: AbortSignal; onProgress?: (progress: ReadProgress) => void };

export type SheetReader = {
  /** Rejects with `SheetReadError`. The time limit counts from when a thread takes the file up. */
  read: (pdf: Uint8Array, options: ReadOptions) => Promise<HeatSheet>;
  /** A page (from 1) as PNG, at `scale` points of the picture a PDF point. Rejects as `read`. */
  picture: (
    pdf: Uint8Array,
    page: number,
    options: ReadOptions & { scale: number },
  ) => Promise<Bytes>;
  /** A PDF of some pages alone. Rejects as `read`. */
  cut: (pdf: Uint8Array, pages: readonly number[], options: ReadOptions) => Promise<Bytes>;
  /** Which of these pages are not blank. Rejects as `read`. */
  inked: (pdf: Uint8Array, pages: readonly number[], options: ReadOptions) => Promise<number[]>;
  /** Aborts what is being read or waits. */
  close: () => Promise<void>;
};

/** PDFium's memory never shrinks: after a larger file than this the thread is replaced. */
const RECYCLE_BYTES = 5_000_000;
const THREAD = new URL('./thread.ts', import.meta.url);

/** One file on one thread; whoever settles first, the listeners go. */
const runOn = (
  thread: Worker,
  request: ThreadRequest,
  { timeoutSeconds }: SheetReaderOptions,
  { signal, onProgress }: ReadOptions,
): Promise<ThreadResult> =>
  new Promise((resolve, reject) => {
    const fail = (code: SheetReadError['code']) => settle(() => reject(new SheetReadError(code)));
    const onMessage = (answer: ThreadAnswer) => {
      if (answer.type === 'progress') onProgress?.(answer.progress);
      else if (answer.type === 'error') fail(answer.code);
      else settle(() => resolve(answer));
    };
    const onEnd = () => fail('DAMAGED');
    const onAbort = () => fail('ABORTED');
    const settled = new AbortController();
    const settle = (then: () => void) => {
      settled.abort();
      thread.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      signal.removeEventListener('abort', onAbort);
      then();
    };
    thread.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) return onAbort();
    timeSpent(thread, timeoutSeconds, settled.signal).then(
      () => fail('TIMEOUT'),
      () => undefined,
    );
    thread.postMessage(request);
  });

/** Threads are started when first needed and kept; one that was stopped in the middle is not used again. */
export const createSheetReader = (options: SheetReaderOptions): SheetReader => {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  const closed = new AbortController();
  let busy = 0;

  const startThread = (): Worker => {
    const workerData: ThreadData = { maxMemoryMb: options.maxMemoryMb };
    const thread = new Worker(THREAD, { workerData });
    thread.on('error', () => undefined);
    thread.unref();
    all.add(thread);
    return thread;
  };

  const retire = async (thread: Worker): Promise<void> => {
    all.delete(thread);
    await thread.terminate();
  };

  /** First come, first served; whoever is aborted leaves the queue at once. */
  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new SheetReadError('ABORTED'));
      if (busy < options.threads) {
        busy++;
        return resolve();
      }
      const onAbort = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(new SheetReadError('ABORTED'));
      };
      const go = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      waiting.push(go);
    });

  const endTurn = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  };

  const run = async (request: ThreadRequest, given: ReadOptions): Promise<ThreadResult> => {
    const readOptions = { ...given, signal: AbortSignal.any([given.signal, closed.signal]) };
    await turn(readOptions.signal);
    try {
      const thread = idle.pop() ?? startThread();
      try {
        const result = await runOn(thread, request, options, readOptions);
        if (request.pdf.length > RECYCLE_BYTES) await retire(thread);
        else idle.push(thread);
        return result;
      } catch (error) {
        await retire(thread);
        throw error;
      }
    } finally {
      endTurn();
    }
  };

  const bytes = async (request: ThreadRequest, given: ReadOptions): Promise<Bytes> => {
    const result = await run(request, given);
    if (result.type !== 'bytes') throw new SheetReadError('DAMAGED');
    return result.bytes;
  };

  const close = async (): Promise<void> => {
    closed.abort();
    await Promise.all([...all].map(retire));
  };
  return {
    read: async (pdf, given) => {
      const result = await run({ type: 'read', pdf, maxPages: options.maxPages }, given);
      if (result.type !== 'sheet') throw new SheetReadError('DAMAGED');
      return result.sheet;
    },
    picture: (pdf, page, { scale, ...given }) =>
      bytes({ type: 'picture', pdf, page, scale }, given),
    cut: (pdf, pages, given) => bytes({ type: 'cut', pdf, pages }, given),
    inked: async (pdf, pages, given) => {
      const result = await run({ type: 'inked', pdf, pages }, given);
      return result.type === 'pages' ? result.pages : [];
    },
    close,
  };
};
