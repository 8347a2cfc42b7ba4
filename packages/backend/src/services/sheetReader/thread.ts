/** A thread of the pool: reads one PDF at a time and tells how far it is. */
import { PdfError } from '@heatsync/heatsheet';
import { createNodeReader } from '@heatsync/heatsheet/node';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadRequest, ThreadAnswer, ThreadData } from './messages.ts';

const { maxMemoryMb } = workerData as ThreadData;
const reader = createNodeReader({ maxMemoryMb });

const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

const read = async ({ pdf, maxPages }: ReadRequest): Promise<void> => {
  try {
    const onProgress = (progress: { page: number; pages: number }) =>
      answer({ type: 'progress', progress });
    answer({ type: 'sheet', sheet: await (await reader).read(pdf, { maxPages, onProgress }) });
  } catch (error) {
    // Whatever else the engine throws on a broken file: the file is to blame, and the pool replaces this thread.
    answer({ type: 'error', code: error instanceof PdfError ? error.code : 'DAMAGED' });
    if (!(error instanceof PdfError)) process.exit(1);
  }
};

parentPort?.on('message', (request: ReadRequest) => void read(request));
