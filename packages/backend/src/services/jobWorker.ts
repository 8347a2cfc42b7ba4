import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import { withRequest } from '../requestScope.ts';
import type { Context } from './context.ts';
import { claim, rescueJobs } from './jobQueue.ts';
import { createReporter } from './jobReports.ts';
import { runJob, type JobHandler } from './jobRun.ts';
import { createLeases } from './leases.ts';
import { createWakeup } from './wakeup.ts';

export type WorkerOptions = {
  /** Jobs at work at the same time in this process. */
  places: number;
  leaseSeconds: number;
  renewMs: number;
  pollMs: number;
  /** How long jobs at work may go on after `stop` before they are handed back. */
  graceMs: number;
};
export const WORKER_DEFAULTS: Omit<WorkerOptions, 'places'> = {
  leaseSeconds: 12,
  renewMs: 2000,
  pollMs: 2000,
  graceMs: 5000,
};

export type JobWorker = { stop(): Promise<void> };

/** Waits `ms`, or until `stop` is aborted. */
const pause = async (ms: number, stop: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined);
};

/** Works through the queue until `stop`, which finishes or hands back what is at work. */
export const startJobWorker = (
  context: Context,
  handle: JobHandler,
  { places, leaseSeconds, renewMs, pollMs, graceMs }: WorkerOptions,
): JobWorker => {
  const worker = randomUUID();
  const leases = createLeases(context, worker, leaseSeconds);
  const wakeup = createWakeup();
  const unsubscribe = context.bus.subscribe(wakeup.wake);
  /** What the worker itself does gives it no reason to ask again before a place is free. */
  const changed = (batchId: string) => context.bus.changed(batchId, wakeup.wake);
  const own = { ...context, bus: { ...context.bus, changed } };
  const report = createReporter(own, worker);
  const fault = (error: unknown) =>
    context.log.error({ err: error }, 'the worker could not go on; it tries again');

  const running = new Set<Promise<void>>();
  const begin = (job: ChangedJob) => {
    const work = (signal: AbortSignal) => runJob(context, handle, { job, report, signal });
    const run = withRequest(job.requestId, () => leases.hold(job, work))
      .catch(fault)
      .finally(() => {
        running.delete(run);
        wakeup.wake();
      });
    running.add(run);
  };
  /** Asks for all free places at once. What no wake-up tells of is found after a while. */
  const fill = async (stop: AbortSignal) => {
    const ticket = wakeup.ticket();
    const free = places - running.size;
    if (free > 0)
      for (const job of await claim(own, { worker, places: free, leaseSeconds })) begin(job);
    await wakeup.wait(ticket, pollMs, stop);
  };
  /** A failure, say of the database, is logged and waited out. */
  const repeat = async (step: (stop: AbortSignal) => Promise<void>, stop: AbortSignal) => {
    while (!stop.aborted)
      await step(stop).catch(async (error: unknown) => {
        fault(error);
        await pause(pollMs, stop);
      });
  };
  const renew = (stop: AbortSignal) => pause(renewMs, stop).then(leases.renew);
  const rescue = (stop: AbortSignal) => rescueJobs(context).then(() => pause(pollMs, stop));

  const [closing, closed] = [new AbortController(), new AbortController()];
  const filling = repeat(fill, closing.signal);
  const tending = Promise.all([repeat(renew, closed.signal), repeat(rescue, closing.signal)]);
  return {
    stop: async () => {
      unsubscribe();
      closing.abort();
      const grace = setTimeout(leases.letGo, graceMs);
      await filling;
      await Promise.all(running);
      clearTimeout(grace);
      closed.abort();
      await tending;
    },
  };
};
