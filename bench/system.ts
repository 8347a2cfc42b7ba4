/**
 * The whole system: 50 families at once, 6 sheets each, on the default start and on two api and two worker processes with bucket and
 * proxy; beside the bare engine's time for the same pages.
 */
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { readFile } from 'node:fs/promises';
import { startCluster } from '../scripts/cluster.ts';
import { bareThreads, readAllBare, THREADS } from './bareThreads.ts';
import { milliseconds, type Figure } from './measure.ts';
import { submit, untilCompleted, withProgram } from './program.ts';

const FAMILIES = 50;
const SHEETS = 6;
const PAGES = 20;
const SAMPLE_MS = 250;

type Running = { url: string; pids: number[] };

const drawSheets = async (): Promise<Uint8Array[]> => {
  const pdfs: Uint8Array[] = [];
  for (let i = 0; i < SHEETS; i++)
    pdfs.push((await drawHeatSheet(makeMeetOfPages(PAGES, 100 + i), 'all')).pdf);
  return pdfs;
};

/** Another file for each family, or only the first would be read: a comment at its end. */
const sheetsOf = (family: string, pdfs: Uint8Array[]): Uint8Array[] =>
  pdfs.map((pdf) => Buffer.concat([pdf, Buffer.from(`\n%${family}\n`)]));

const memoryMb = async (pids: number[]): Promise<number> => {
  const files = pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
  const sizes = (await Promise.all(files)).map((text) => Number(/VmRSS:\s+(\d+)/.exec(text)?.[1]));
  return sizes.reduce((sum, kb) => sum + (kb || 0), 0) / 1024;
};

const watchMemory = (pids: number[]) => {
  let peak = 0;
  const look = async () => void (peak = Math.max(peak, await memoryMb(pids)));
  const timer = setInterval(() => void look(), SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
};

/** All families at once; how long each waited from its POST to the end, in order. */
const rush = async (url: string, families: Uint8Array[][]): Promise<number[]> => {
  const one = (pdfs: Uint8Array[]) =>
    milliseconds(async () => {
      const { streamUrl } = await submit(url, 'Ada Fairwater', pdfs);
      await untilCompleted(url + streamUrl);
    });
  return (await Promise.all(families.map(one))).toSorted((a, b) => a - b);
};

const measure = async (
  name: string,
  running: Running,
  threads: number,
  drawn: Uint8Array[],
): Promise<Figure[]> => {
  const families = (round: string, count: number) =>
    Array.from({ length: count }, (_, index) => sheetsOf(`${name} ${round} ${index}`, drawn));
  await rush(running.url, families('warm', 2));
  const workers = await bareThreads(threads);
  const baseline = await milliseconds(() =>
    readAllBare(workers, families('bare', FAMILIES).flat()),
  );
  await Promise.all(workers.map((worker) => worker.terminate()));
  const peak = watchMemory(running.pids);
  let waits: number[] = [];
  const work = await milliseconds(async () => {
    waits = await rush(running.url, families('rush', FAMILIES));
  });
  const p95 = waits[Math.ceil(waits.length * 0.95) - 1] ?? Number.NaN;
  const memory = `at most ${peak().toFixed(0)} MB in ${running.pids.length} process(es)`;
  const speed = `${((FAMILIES / work) * 60_000).toFixed(0)} batches a minute`;
  const bare = `the bare engine on as many threads (${threads})`;
  return [
    {
      name: `${FAMILIES} families at once, ${SHEETS} sheets of ${PAGES} pages each, ${name}`,
      baseline: bare,
      ratio: work / baseline,
      detail: `${(work / 1000).toFixed(1)} s to ${(baseline / 1000).toFixed(1)} s; ${speed}; ${memory}`,
    },
    {
      name: `from POST to completed at p95, ${name}`,
      baseline: `${bare} for all`,
      ratio: p95 / baseline,
      detail: `${(p95 / 1000).toFixed(1)} s`,
    },
  ];
};

/** The two arrangements one after the other. */
export const benchSystem = async (): Promise<Figure[]> => {
  const drawn = await drawSheets();
  const figures = await withProgram((url, { pid }) =>
    measure('default start', { url, pids: [pid] }, THREADS, drawn),
  );
  const cluster = await startCluster();
  const name = '2 api and 2 worker processes';
  figures.push(...(await measure(name, cluster, 2 * THREADS, drawn)));
  await cluster.stop();
  return figures;
};
