/** The bare engine on as many threads as one process of HeatSync reads with. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export const THREADS = Math.max(1, availableParallelism() - 1);

export const bareThreads = async (count = THREADS): Promise<Worker[]> => {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./bareThread.ts', import.meta.url)),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return workers;
};

export const readAllBare = async (workers: Worker[], pdfs: Uint8Array[]): Promise<void> => {
  const waiting = [...pdfs];
  const lane = async (worker: Worker) => {
    for (let pdf = waiting.pop(); pdf; pdf = waiting.pop()) {
      worker.postMessage(pdf);
      await once(worker, 'message');
    }
  };
  await Promise.all(workers.map(lane));
};
