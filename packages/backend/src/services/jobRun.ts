import type { ChangedJob } from '../db/queries/jobChanges.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { dropFiles } from './fileStorage.ts';
import {
  doneReport,
  failureReport,
  progressReport,
  returnReport,
  type JobProgress,
  type JobResult,
  type Reporter,
} from './jobReports.ts';

const PROGRESS_EVERY_MS = 400;

type Run = { job: ChangedJob; report: Reporter; signal: AbortSignal };

/** Does a job's slow work. It rejects when `signal` is aborted. */
export type JobHandler = (
  job: ChangedJob,
  options: { signal: AbortSignal; onProgress: (progress: JobProgress) => void },
) => Promise<JobResult>;

/** Passes on progress at most once in a while, but every new stage, and one report at a time. */
const createThrottle = (send: (progress: JobProgress) => Promise<unknown>) => {
  let last = Date.now();
  let stage: JobProgress['stage'];
  let sending: Promise<unknown> = Promise.resolve();
  return {
    push: (progress: JobProgress) => {
      const isNew = progress.stage !== undefined && progress.stage !== stage;
      if (!isNew && Date.now() - last < PROGRESS_EVERY_MS) return;
      last = Date.now();
      stage = progress.stage;
      sending = sending.then(() => send(progress)).catch(() => undefined);
    },
    settled: () => sending,
  };
};

const endBadly = async (
  { log }: Context,
  { job, report }: Pick<Run, 'job' | 'report'>,
  error: unknown,
): Promise<void> => {
  const verdict = decide(error, job.retryCount, Math.random());
  log.info({ job: job.id, verdict: verdict.type, err: error }, 'a job did not finish');
  const end = verdict.type === 'fail' ? failureReport(verdict.failure) : returnReport(job, verdict);
  await report(job, end);
};

/**
 * From claimed to finished, failed or back in the queue. Its file goes when it has been read. Rejects
 * when the database cannot be told: the job then comes back when its lease ends, at no cost.
 */
export const runJob = async (
  context: Context,
  handle: JobHandler,
  { job, report, signal }: Run,
): Promise<void> => {
  const progress = createThrottle((latest) => report(job, progressReport(latest)));
  const attempt = async (): Promise<JobResult> => {
    signal.throwIfAborted();
    return handle(job, { signal, onProgress: progress.push });
  };
  const [outcome] = await Promise.allSettled([attempt()]);
  await progress.settled();
  if (outcome.status === 'rejected') {
    const reason: unknown = signal.aborted ? signal.reason : outcome.reason;
    return endBadly(context, { job, report }, reason);
  }
  const finished = await report(job, doneReport(outcome.value));
  const { eventCount, cached } = outcome.value;
  if (finished) context.log.info({ job: job.id, races: eventCount, cached }, 'a job is done');
  if (finished && job.tempFilePath) await dropFiles(context, [job.tempFilePath]);
};
