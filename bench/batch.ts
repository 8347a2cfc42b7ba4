/** From the POST of 15 sheets to `batch_completed`, beside reading them with the bare engine on as many threads. */
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { median, milliseconds, type Figure } from './measure.ts';

const SHEETS = 15;
const PAGES = 20;
const ROUNDS = 3;
const THREADS = Math.max(1, availableParallelism() - 1);

const startProgram = async (dataDir: string): Promise<{ url: string; child: ChildProcess }> => {
  const start = join(import.meta.dirname, '../scripts/start.ts');
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
  };
  const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for (;;) {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    said += chunk.toString();
    const url = /ready at (\S+)/.exec(said)?.[1];
    if (url) return { url, child };
  }
};

const submit = async (url: string, pdfs: Uint8Array[]): Promise<string> => {
  const form = new FormData();
  form.append('swimmer', 'Ada Fairwater');
  for (const [i, pdf] of pdfs.entries())
    form.append('pdfs', new Blob([pdf as Uint8Array<ArrayBuffer>]), `sheet-${i}.pdf`);
  const answer = await fetch(`${url}/api/batch/extract`, { method: 'POST', body: form });
  return ((await answer.json()) as { streamUrl: string }).streamUrl;
};

const untilCompleted = async (stream: string): Promise<void> => {
  const { body } = await fetch(stream);
  const decoder = new TextDecoder();
  let said = '';
  for await (const chunk of body ?? []) {
    said += decoder.decode(chunk as Uint8Array, { stream: true });
    if (said.includes('event: batch_completed')) return;
  }
};

const bareThreads = async (): Promise<Worker[]> => {
  const workers = Array.from(
    { length: THREADS },
    () => new Worker(new URL('./bareThread.ts', import.meta.url)),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return workers;
};

const readAllBare = async (workers: Worker[], pdfs: Uint8Array[]): Promise<void> => {
  const waiting = [...pdfs];
  const lane = async (worker: Worker) => {
    for (let pdf = waiting.pop(); pdf; pdf = waiting.pop()) {
      worker.postMessage(pdf);
      await once(worker, 'message');
    }
  };
  await Promise.all(workers.map(lane));
};

/** Other sheets each round: the same would come from the store. */
const drawRound = async (round: number): Promise<Uint8Array[]> => {
  const pdfs: Uint8Array[] = [];
  for (let i = 0; i < SHEETS; i++) {
    const meet = makeMeetOfPages(PAGES, round * SHEETS + i);
    pdfs.push((await drawHeatSheet(meet, 'all')).pdf);
  }
  return pdfs;
};

export const benchBatch = async (): Promise<Figure[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const { url, child } = await startProgram(dataDir);
  const workers = await bareThreads();
  const times: { work: number[]; baseline: number[] } = { work: [], baseline: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const pdfs = await drawRound(round);
    const baseline = await milliseconds(() => readAllBare(workers, pdfs));
    const work = await milliseconds(async () => untilCompleted(url + (await submit(url, pdfs))));
    if (round === 0) continue; // to warm up
    times.baseline.push(baseline);
    times.work.push(work);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  child.kill('SIGTERM');
  await once(child, 'exit');
  await rm(dataDir, { recursive: true, force: true });
  const [work, baseline] = [median(times.work), median(times.baseline)];
  return [
    {
      name: `${SHEETS} sheets of ${PAGES} pages, from POST to batch_completed`,
      baseline: 'the bare engine on as many threads',
      ratio: work / baseline,
      detail: `${(work / 1000).toFixed(1)} s to ${(baseline / 1000).toFixed(1)} s on ${THREADS} reading thread(s)`,
    },
  ];
};
