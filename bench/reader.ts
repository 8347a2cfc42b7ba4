/** The whole read, bytes to checked sheet, beside the bare engine on the same file in the same thread. */
import { createNodeReader } from '@heatsync/heatsheet/node';
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBareEngine, readBare } from './bareEngine.ts';
import { inTurns, median, type Figure } from './measure.ts';

const PAGES = 75;
const FEW_PAGES = 25;
const ROUNDS = 9;
const COLD_ROUNDS = 7;

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

/** Milliseconds that the first read in a new process takes more than one when warm; the median of some. */
const coldStarts = (file: string): { reader: number; bare: number } => {
  const more = { reader: [] as number[], bare: [] as number[] };
  const script = fileURLToPath(new URL('cold.ts', import.meta.url));
  for (let round = 0; round < COLD_ROUNDS; round++)
    for (const which of ['bare', 'reader'] as const) {
      const { stdout } = spawnSync(process.execPath, [script, which, file], { encoding: 'utf8' });
      const { cold, warm } = JSON.parse(stdout) as { cold: number; warm: number };
      more[which].push(cold - warm);
    }
  return { reader: median(more.reader), bare: median(more.bare) };
};

/** Beside poppler, where that is installed. */
const besidePoppler = async (file: string, read: () => unknown): Promise<Figure[]> => {
  if (spawnSync('pdftotext', ['-v']).error) return [];
  const poppler = () => spawnSync('pdftotext', ['-bbox', file, `${file}.html`]);
  const times = await inTurns(ROUNDS, read, poppler);
  return [beside('read a sheet', 'pdftotext -bbox (a process of its own)', times)];
};

export const benchReader = async (): Promise<Figure[]> => {
  const [pdf, small] = [await draw(PAGES), await draw(FEW_PAGES)];
  const folder = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const file = join(folder, 'sheet.pdf');
  await writeFile(file, small);
  const cold = coldStarts(file);
  const engine = await loadBareEngine();
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
  const poppler = await besidePoppler(file, () => reader.read(small));
  await rm(folder, { recursive: true });
  return [
    beside(`read ${PAGES} pages`, 'the bare engine (glyph origins of all pages)', whole),
    beside(`read ${PAGES} pages`, `reading ${FEW_PAGES} (linear is ${PAGES / FEW_PAGES})`, pages),
    beside('what a cold start takes more than a warm one', 'the same of the bare engine', {
      work: cold.reader,
      baseline: cold.bare,
    }),
    ...poppler,
  ];
};
