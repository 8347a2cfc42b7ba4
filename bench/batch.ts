/** From the POST of 15 sheets to `batch_completed`, beside reading them with the bare engine on as many threads. */
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { bareThreads, readAllBare, THREADS } from './bareThreads.ts';
import { median, milliseconds, type Figure } from './measure.ts';
import { submit, untilCompleted, withProgram } from './program.ts';

const SHEETS = 15;
const PAGES = 20;
const ROUNDS = 3;

/** Other sheets each round: the same would come from the store. */
const drawRound = async (round: number): Promise<Uint8Array[]> => {
  const pdfs: Uint8Array[] = [];
  for (let i = 0; i < SHEETS; i++) {
    const meet = makeMeetOfPages(PAGES, round * SHEETS + i);
    pdfs.push((await drawHeatSheet(meet, 'all')).pdf);
  }
  return pdfs;
};

const measure = async (url: string) => {
  const workers = await bareThreads();
  const times: { work: number[]; baseline: number[] } = { work: [], baseline: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const pdfs = await drawRound(round);
    const baseline = await milliseconds(() => readAllBare(workers, pdfs));
    const work = await milliseconds(async () => {
      const { streamUrl } = await submit(url, 'Ada Fairwater', pdfs);
      await untilCompleted(url + streamUrl);
    });
    if (round === 0) continue; // to warm up
    times.baseline.push(baseline);
    times.work.push(work);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { work: median(times.work), baseline: median(times.baseline) };
};

export const benchBatch = async (): Promise<Figure[]> => {
  const { work, baseline } = await withProgram(measure);
  return [
    {
      name: `${SHEETS} sheets of ${PAGES} pages, from POST to batch_completed`,
      baseline: 'the bare engine on as many threads',
      ratio: work / baseline,
      detail: `${(work / 1000).toFixed(1)} s to ${(baseline / 1000).toFixed(1)} s on ${THREADS} reading thread(s)`,
    },
  ];
};
