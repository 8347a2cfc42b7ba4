/** The queue beside two others on the same PostgreSQL, each as it comes: how many jobs a second, how soon one begins. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnections } from '../packages/backend/src/db/connect.ts';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { percentile, type Figure } from './measure.ts';
import { openGraphile, openOurs, openPgBoss, type OpenQueue, type Queue } from './queues.ts';

const JOBS = 1500;
const LONGEST_MS = 10_000;
const IDLE_MS = 40;

type Contender = { name: string; open: OpenQueue; rounds: number };
/** pg-boss asks every two seconds: fewer rounds tell as much. */
const OURS: Contender = { name: 'ours', open: openOurs, rounds: 200 };
const OTHERS: Contender[] = [
  { name: 'graphile-worker', open: openGraphile, rounds: 200 },
  { name: 'pg-boss', open: openPgBoss, rounds: 10 },
];

/** Jobs a second, over all jobs or ten seconds, whichever ends first. */
const jobsPerSecond = async (queue: Queue): Promise<number> => {
  await queue.add(JOBS);
  let begun = 0;
  const start = performance.now();
  await queue.work(() => begun++);
  while (begun < JOBS && performance.now() - start < LONGEST_MS) await sleep(5);
  return (begun * 1000) / (performance.now() - start);
};

/** From handing a job in to its beginning, in milliseconds, with nothing else to do. */
const latencies = async (queue: Queue, rounds: number): Promise<number[]> => {
  let began = Promise.withResolvers<void>();
  await queue.work(() => began.resolve());
  await sleep(3000); // until it is at rest
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    began = Promise.withResolvers();
    const start = performance.now();
    await queue.add(1);
    await began.promise;
    taken.push(performance.now() - start);
    await sleep(IDLE_MS);
  }
  return taken;
};

type Measured = { rate: number; p50: number; p99: number };

const measure = async (postgres: string, { name, open, rounds }: Contender): Promise<Measured> => {
  const onFresh = async <T>(label: string, work: (queue: Queue) => Promise<T>): Promise<T> => {
    const database = `${name}_${label}`.replaceAll(/\W/g, '_');
    await withConnections({ url: postgres, max: 1 }, (sql) =>
      sql.unsafe(`create database ${database}`),
    );
    const folder = await mkdtemp(join(tmpdir(), 'hs-bench-'));
    const url = new URL(postgres);
    url.pathname = `/${database}`;
    const queue = await open(url.href, folder);
    try {
      return await work(queue);
    } finally {
      await queue.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
  const rate = await onFresh('rate', jobsPerSecond);
  const taken = await onFresh('idle', (queue) => latencies(queue, rounds));
  return { rate, p50: percentile(taken, 50), p99: percentile(taken, 99) };
};

const compare = (ours: Measured, name: string, other: Measured): Figure[] => [
  {
    name: 'jobs a second',
    baseline: `${name} as it comes`,
    ratio: ours.rate / other.rate,
    detail: `${ours.rate.toFixed(0)} to ${other.rate.toFixed(1)}`,
  },
  {
    name: 'from submit to the beginning when idle, median',
    baseline: `${name} as it comes`,
    ratio: ours.p50 / other.p50,
    detail: `p50 and p99: ${ours.p50.toFixed(1)} and ${ours.p99.toFixed(1)} ms to ${other.p50.toFixed(1)} and ${other.p99.toFixed(1)} ms`,
  },
];

export const benchQueue = async (): Promise<Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const ours = await measure(postgres.url, OURS);
    const figures: Figure[] = [];
    for (const other of OTHERS)
      figures.push(...compare(ours, other.name, await measure(postgres.url, other)));
    return figures;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
