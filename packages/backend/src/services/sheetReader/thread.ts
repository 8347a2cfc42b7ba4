/** A thread of the pool: reads, paints or cuts one PDF at a time and tells how far it is. */
import { PdfError, type Picture, type Reader } from '@heatsync/heatsheet';
import { createNodeReader, toPng } from '@heatsync/heatsheet/node';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadData, ThreadRequest, ThreadResult } from './messages.ts';

const { maxMemoryMb } = workerData as ThreadData;
const reader = createNodeReader({ maxMemoryMb });

const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

/** Enough to see whether anything is on a page. */
const GLANCE = 0.5;
const hasInk = ({ rgba }: Picture): boolean => rgba.some((value) => value < 255);

const inkedPages = async ({ renderPage }: Reader, pdf: Uint8Array, pages: readonly number[]) => {
  const inked: number[] = [];
  for (const page of pages)
    if (hasInk(await renderPage(pdf, page, { scale: GLANCE }))) inked.push(page);
  return inked;
};

const work = async (request: ThreadRequest, reader: Reader): Promise<ThreadResult> => {
  const { type, pdf } = request;
  if (type === 'inked')
    return { type: 'pages', pages: await inkedPages(reader, pdf, request.pages) };
  if (type === 'cut') return { type: 'bytes', bytes: await reader.cutPages(pdf, request.pages) };
  if (type === 'picture') {
    const picture = await reader.renderPage(pdf, request.page, { scale: request.scale });
    return { type: 'bytes', bytes: toPng(picture) };
  }
  const { maxPages } = request;
  const onProgress = (progress: { page: number; pages: number }) =>
    answer({ type: 'progress', progress });
  return { type: 'sheet', sheet: await reader.read(pdf, { maxPages, onProgress }) };
};

const run = async (request: ThreadRequest): Promise<void> => {
  try {
    answer(await work(request, await reader));
  } catch (error) {
    // Whatever else the engine throws on a broken file: the file is to blame, and the pool replaces this thread.
    answer({ type: 'error', code: error instanceof PdfError ? error.code : 'DAMAGED' });
    if (!(error instanceof PdfError)) process.exit(1);
  }
};

parentPort?.on('message', (request: ThreadRequest) => void run(request));
