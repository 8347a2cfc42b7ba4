/** The whole read, bytes to checked sheet, beside the bare engine on the same file in the same thread. */
import { createNodeReader } from '@heatsync/heatsheet/node';
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBareEngine, readBare } from './bareEngine.ts';
import { inTurns, milliseconds, type Figure } from './measure.ts';

const PAGES = 75;
const FEW_PAGES = 25;
const ROUNDS = 9;

const draw = async (pages: number) => (await drawHeatSheet(makeMeetOfPages(pages, 1), 'all')).pdf;

const beside = (
  name: string,
  baseline: string,
  times: { work: number; baseline: number },
): Figure => ({
  name,
  baseline,
  ratio: times.work / times.baseline,
  detail: `${times.work.toFixed(0)} ms to ${times.baseline.toFixed(0)} ms`,
});

/** Milliseconds from nothing to the first sheet. */
const coldStart = (pdf: Uint8Array): Promise<number> =>
  milliseconds(async () => (await createNodeReader()).read(pdf));

/** Beside poppler, where that is installed. */
const besidePoppler = async (pdf: Uint8Array, read: () => unknown): Promise<Figure[]> => {
  if (spawnSync('pdftotext', ['-v']).error) return [];
  const folder = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const file = join(folder, 'sheet.pdf');
  await writeFile(file, pdf);
  const poppler = () => spawnSync('pdftotext', ['-bbox', file, join(folder, 'out.html')]);
  const times = await inTurns(ROUNDS, read, poppler);
  await rm(folder, { recursive: true });
  return [beside('read a sheet', 'pdftotext -bbox (a process of its own)', times)];
};

export const benchReader = async (): Promise<Figure[]> => {
  const [pdf, small] = [await draw(PAGES), await draw(FEW_PAGES)];
  const engine = await loadBareEngine();
  const first = await coldStart(small);
  const reader = await createNodeReader();
  const whole = await inTurns(
    ROUNDS,
    () => reader.read(pdf),
    () => readBare(engine, pdf),
  );
  const pages = await inTurns(
    ROUNDS,
    () => reader.read(pdf),
    () => reader.read(small),
  );
  return [
    beside(`read ${PAGES} pages`, 'the bare engine (glyph origins of all pages)', whole),
    beside(`read ${PAGES} pages`, `reading ${FEW_PAGES} (linear is ${PAGES / FEW_PAGES})`, pages),
    beside(`first read of ${FEW_PAGES} pages, engine started`, 'the same when warm', {
      work: first,
      baseline: pages.baseline,
    }),
    ...(await besidePoppler(pdf, () => reader.read(pdf))),
  ];
};
