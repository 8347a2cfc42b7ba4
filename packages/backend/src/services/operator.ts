/** What the operator may see and do. */
import type { BatchView } from '@heatsync/shared';
import { countPagesToday, findAiCalls, measureAiCalls } from '../db/queries/aiBudget.ts';
import {
  countBatchesByStatus,
  countEngines,
  countErrorCodes,
  countJobsByStatus,
  findRecentBatches,
  measureHours,
  measureJobs,
  measureQueue,
  type Counts,
  type QueueState,
} from '../db/queries/stats.ts';
import { AppError } from '../errors.ts';
import { checkBatchId, getBatch } from './batches.ts';
import type { Context } from './context.ts';
import { recoverBatch } from './jobQueue.ts';
import { isSameSecret } from './secrets.ts';

/** Jobs that are due wait for seconds at most while any worker lives. */
const WAITING_TOO_LONG_SECONDS = 60;

/** Throws `ADMIN_DISABLED` without an `ADMIN_KEY`, `UNAUTHORIZED` for another one. */
export const checkAdminKey = ({ config }: Pick<Context, 'config'>, key: string | null): void => {
  if (config.adminKey === null) throw new AppError('ADMIN_DISABLED');
  if (key === null || !isSameSecret(key, config.adminKey)) throw new AppError('UNAUTHORIZED');
};

const byName = (counts: Counts): Record<string, number> =>
  Object.fromEntries(counts.map(({ name, count }) => [name, count]));

const sum = (counts: Counts): number => counts.reduce((total, { count }) => total + count, 0);

const RECENT_CALLS = 20;

const getAiStats = async ({ db, config }: Pick<Context, 'db' | 'config'>) => {
  const [pagesToday, models, calls] = await Promise.all([
    countPagesToday(db),
    measureAiCalls(db),
    findAiCalls(db, RECENT_CALLS),
  ]);
  const recent = calls.map(({ id: _, createdAt, ...call }) => ({
    ...call,
    at: createdAt.toISOString(),
  }));
  return { pagesToday, pagesPerDay: config.ai?.pagesPerDay ?? null, models, recent };
};

/** Counts over the batches that have not expired. */
export const getStats = async ({ db, config }: Pick<Context, 'db' | 'config'>) => {
  const [batches, jobs, errors, times, engines, ai] = await Promise.all([
    countBatchesByStatus(db),
    countJobsByStatus(db),
    countErrorCodes(db),
    measureJobs(db),
    countEngines(db),
    getAiStats({ db, config }),
  ]);
  return {
    batches: { total: sum(batches), byStatus: byName(batches) },
    jobs: {
      total: sum(jobs),
      byStatus: byName(jobs),
      errorCodes: byName(errors),
      cached: times.cached,
      seconds: { p50: times.p50, p95: times.p95, total: times.total },
    },
    engines,
    ai,
  };
};
export type Stats = Awaited<ReturnType<typeof getStats>>;

/** `degraded`: jobs wait for a worker, or a dead one's are not yet taken over. */
export const getQueueHealth = async ({
  db,
}: Pick<Context, 'db'>): Promise<{ status: 'ok' | 'degraded'; queue: QueueState }> => {
  const queue = await measureQueue(db);
  const isFine =
    queue.oldestWaitSeconds < WAITING_TOO_LONG_SECONDS &&
    queue.lostLeases === 0 &&
    queue.lateBatches === 0;
  return { status: isFine ? 'ok' : 'degraded', queue };
};

/** What was done in each of the last hours. */
export const getHours = ({ db }: Pick<Context, 'db'>, hours: number) => measureHours(db, hours);

export const getRecentBatches = ({ db }: Pick<Context, 'db'>, limit: number) =>
  findRecentBatches(db, limit);

/** Takes over at once what dead workers hold of a batch, and ends it if it is late. */
export const recoverNow = async (context: Context, batchId: string): Promise<BatchView> => {
  checkBatchId(batchId);
  await recoverBatch(context, batchId);
  return (await getBatch(context, batchId)).batch;
};
