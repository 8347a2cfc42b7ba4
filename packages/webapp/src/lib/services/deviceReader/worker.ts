/**
 * The reading worker: the server's own reader, in the browser. The engine is fetched when the first file comes; nothing
 * else is fetched, and nothing is sent anywhere.
 */
import wasmAddress from '@embedpdf/pdfium/pdfium.wasm?url';
import { allPeople, createReader, type HeatSheet, type Reader } from '@heatsync/heatsheet';
import { deriveResults } from '@heatsync/shared/results';
import type { Reading } from '../../model/reading.ts';
import type { WorkerAnswer, WorkerOutcome, WorkerRequest, WorkerTask } from './messages.ts';

/** A phone ends a page that takes more. */
const MAX_MEMORY_MB = 256;

const sheets = new Map<string, HeatSheet>();

const startReader = async (): Promise<Reader> => {
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error('The engine could not be fetched.');
  return createReader({
    wasm: new Uint8Array(await response.arrayBuffer()),
    maxMemoryMb: MAX_MEMORY_MB,
  });
};

let reader: Promise<Reader> | undefined;

const answer = (message: WorkerAnswer): void => postMessage(message);

const toReading = (sheet: HeatSheet): Reading => ({
  kind: sheet.kind,
  meetName: sheet.meetName,
  pages: sheet.pages,
  sessions: sheet.sessions.map(({ title, date }) => ({ title, date })),
  people: allPeople(sheet),
});

/** A picture without text: nothing can be said of it here. */
const isBlank = ({ lines, events }: HeatSheet): boolean =>
  lines.length === 0 && events.length === 0;

const read = async (id: number, { key, file }: WorkerTask & { type: 'read' }): Promise<Reading> => {
  const { read } = await (reader ??= startReader());
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheet = await read(bytes, {
    onProgress: (progress) => answer({ id, type: 'progress', ...progress }),
  });
  if (isBlank(sheet)) throw new Error('There is no text in it.');
  sheets.set(key, sheet);
  return toReading(sheet);
};

const results = ({ batch, sheets: known, answers }: WorkerTask & { type: 'results' }) => {
  const found = known.flatMap(({ key, sequence, filename }) => {
    const sheet = sheets.get(key);
    const source = { sequence, filename, sourceUrl: null, resultCode: null, cached: false };
    return sheet ? [{ ...source, engine: 'reader' as const, sheet }] : [];
  });
  return deriveResults(batch, found, answers);
};

const picture = async ({ file, page, ...options }: WorkerTask & { type: 'picture' }) => {
  const { renderPage } = await (reader ??= startReader());
  return renderPage(new Uint8Array(await file.arrayBuffer()), page, options);
};

const doTask = async ({ id, task }: WorkerRequest): Promise<WorkerOutcome[WorkerTask['type']]> => {
  if (task.type === 'read') return read(id, task);
  return task.type === 'picture' ? picture(task) : results(task);
};

const serve = async (request: WorkerRequest): Promise<void> => {
  try {
    answer({ id: request.id, type: 'done', outcome: await doTask(request) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNREADABLE';
    answer({ id: request.id, type: 'failed', code });
  }
};

/** One task after the other, in the order they came. */
let last: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  last = last.then(() => serve(data));
});
