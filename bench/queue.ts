/** The queue beside two others on the same PostgreSQL, each as it comes and in turns: how many jobs a second, how soon one begins. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnections } from '../packages/backend/src/db/connect.ts';
import { startEmbeddedPostgres } from '../packages/backend/src/db/embedded/index.ts';
import { median, percentile, type Figure } from './measure.ts';
import {
  openGraphile,
  openOurs,
  openOursApart,
  openPgBoss,
  type OpenQueue,
  type Queue,
} from './queues.ts';

const JOBS = 1500;
const LONGEST_MS = 10_000;
const AT_REST_MS = 3000;
const IDLE_MS = 40;

type Contender = { name: string; open: OpenQueue };
const OURS: Contender = { name: 'ours', open: openOurs };
const OURS_APART: Contender = { name: 'ours, handed in elsewhere', open: openOursApart };
/** pg-boss asks every two seconds: fewer rounds tell as much. */
const OTHERS: { other: Contender; turns: number; rounds: number }[] = [
  { other: { name: 'graphile-worker', open: openGraphile }, turns: 5, rounds: 200 },
  { other: { name: 'pg-boss', open: openPgBoss }, turns: 1, rounds: 10 },
];

let databases = 0;
/** The queue on a database of its own while `work` lasts. */
const onFresh = async <T>(
  postgres: string,
  { open }: Contender,
  work: (queue: Queue) => Promise<T>,
): Promise<T> => {
  const url = new URL(postgres);
  url.pathname = `/bench_${++databases}`;
  await withConnections({ url: postgres, max: 1 }, (sql) =>
    sql.unsafe(`create database bench_${databases}`),
  );
  const folder = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const queue = await open(url.href, folder);
  try {
    return await work(queue);
  } finally {
    await queue.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Jobs a second, over all jobs or ten seconds, whichever ends first. */
const jobsPerSecond = async (queue: Queue): Promise<number> => {
  await queue.add(JOBS);
  let begun = 0;
  const start = performance.now();
  await queue.work(() => begun++);
  while (begun < JOBS && performance.now() - start < LONGEST_MS) await sleep(5);
  return (begun * 1000) / (performance.now() - start);
};

/** How to ask a queue that has nothing else to do for the milliseconds from handing a job in to its beginning. */
const startIdle = async (queue: Queue): Promise<() => Promise<number>> => {
  let began = Promise.withResolvers<void>();
  await queue.work(() => began.resolve());
  await sleep(AT_REST_MS);
  return async () => {
    began = Promise.withResolvers();
    const start = performance.now();
    await queue.add(1);
    await began.promise;
    const taken = performance.now() - start;
    await sleep(IDLE_MS);
    return taken;
  };
};

const compareRates = async (postgres: string, other: Contender, turns: number): Promise<Figure> => {
  const rates = { ours: [] as number[], others: [] as number[] };
  for (let turn = 0; turn < turns; turn++) {
    rates.ours.push(await onFresh(postgres, OURS, jobsPerSecond));
    rates.others.push(await onFresh(postgres, other, jobsPerSecond));
  }
  const [ours, others] = [median(rates.ours), median(rates.others)];
  return {
    name: 'jobs a second',
    baseline: `${other.name} as it comes`,
    ratio: ours / others,
    detail: `${ours.toFixed(0)} to ${others.toFixed(1)}`,
  };
};

const compareLatencies = (
  postgres: string,
  ours: Contender,
  other: Contender,
  rounds: number,
): Promise<Figure> =>
  onFresh(postgres, ours, (our) =>
    onFresh(postgres, other, async (their) => {
      const [askOurs, askOther] = [await startIdle(our), await startIdle(their)];
      const taken: Record<'ours' | 'others', number[]> = { ours: [], others: [] };
      for (let round = 0; round < rounds; round++) {
        taken.ours.push(await askOurs());
        taken.others.push(await askOther());
      }
      const told = (of: number[]) =>
        `${percentile(of, 50).toFixed(1)} and ${percentile(of, 99).toFixed(1)} ms`;
      return {
        name: `from submit to the beginning when idle, median (${ours.name})`,
        baseline: `${other.name} as it comes`,
        ratio: percentile(taken.ours, 50) / percentile(taken.others, 50),
        detail: `p50 and p99: ${told(taken.ours)} to ${told(taken.others)}`,
      };
    }),
  );

export const benchQueue = async (): Promise<Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const figures: Figure[] = [];
    for (const { other, turns, rounds } of OTHERS) {
      figures.push(await compareRates(postgres.url, other, turns));
      for (const ours of [OURS, OURS_APART])
        figures.push(await compareLatencies(postgres.url, ours, other, rounds));
    }
    return figures;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
