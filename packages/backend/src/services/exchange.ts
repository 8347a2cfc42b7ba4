/** What a worker says of its jobs and which it takes: one statement at a time; what comes meanwhile goes into the next one. */
import { exchangeJobs, type Exchange, type JobReport } from '../db/queries/exchange.ts';
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import type { Context } from './context.ts';
import { createGatherer } from './gatherer.ts';
import type { Report, Reporter } from './jobReports.ts';
import type { Places } from './places.ts';

type Changes = Pick<Context, 'db' | 'bus' | 'config'>;
/** Which reports were saved, by their jobs' ids, and the jobs that were taken. */
type Exchanged = { saved: Set<string>; taken: ChangedJob[] };

/** Tells the database, and takes due jobs, at most as many as there are places. */
export const exchange = async (
  { db, bus, config }: Changes,
  wanted: Omit<Exchange, 'limit'>,
): Promise<Exchanged> => {
  const jobs = await exchangeJobs(db, { ...wanted, limit: config.concurrentJobsPerBatch });
  for (const batchId of new Set(jobs.map((job) => job.batchId))) bus.changed(batchId);
  const saved = new Set(jobs.flatMap((job) => (job.taken ? [] : job.id)));
  return { saved, taken: jobs.filter((job) => job.taken) };
};

type Told = { job: ChangedJob; report: Report };
const LOOK = 'look';
type Item = Told | typeof LOOK;

const leavesWork = ({ report }: Told): boolean =>
  report.change.status !== undefined &&
  !['downloading', 'processing'].includes(report.change.status);
const toReport = ({ job, report }: Told): JobReport => ({
  id: job.id,
  batchId: job.batchId,
  ...report,
});

export type Exchanger = {
  report: Reporter;
  /** Takes what is due, if a place is free. */
  look(): Promise<void>;
};

/** `lookAgain` is called when a job has left work and not every place was filled: its batch may have changed since the statement began. */
export const createExchanger = (
  context: Changes,
  places: Places,
  lookAgain: () => void,
): Exchanger => {
  const settle = async (items: Item[]): Promise<Set<string>> => {
    const told = items.filter((item) => item !== LOOK);
    const leaving = told.filter(leavesWork).map(({ job }) => job);
    const isLooking = told.length < items.length || leaving.length > 0;
    let saved = new Set<string>();
    await places.use(
      isLooking ? Infinity : 0,
      async (loan) => {
        if (told.length === 0 && loan.places === 0) return [];
        const exchanged = await exchange(context, { ...loan, reports: told.map(toReport) });
        saved = exchanged.saved;
        if (leaving.length > 0 && exchanged.taken.length < loan.places) lookAgain();
        return exchanged.taken;
      },
      leaving,
    );
    return saved;
  };
  const gather = createGatherer(settle);
  /** If it cannot go together with others it may be one of them that is to blame. */
  const put = (item: Item) => gather(item).catch(() => settle([item]));
  return {
    report: async (job, report) => (await put({ job, report })).has(job.id),
    look: async () => {
      await put(LOOK);
    },
  };
};
