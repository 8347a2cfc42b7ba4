import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withRequest } from '../requestScope.ts';
import type { Context } from './context.ts';
import { createClaimer } from './claimer.ts';
import { claimNext, rescueJobs } from './jobQueue.ts';
import { runJob, type JobHandler } from './jobRun.ts';
import { createLeases } from './leases.ts';
import { createWakeup } from './wakeup.ts';

export type WorkerOptions = {
  /** Jobs at work at the same time in this process. */
  loops: number;
  leaseSeconds: number;
  renewMs: number;
  pollMs: number;
  /** How long jobs at work may go on after `stop` before they are handed back. */
  graceMs: number;
};
export const WORKER_DEFAULTS: Omit<WorkerOptions, 'loops'> = {
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
  options: WorkerOptions,
): JobWorker => {
  const { leaseSeconds, renewMs, pollMs } = options;
  const worker = randomUUID();
  const leases = createLeases(context, worker, leaseSeconds);
  const wakeup = createWakeup();
  const unsubscribe = context.bus.subscribe(wakeup.wake);

  const closing = new AbortController();
  const claimer = createClaimer(
    async () => (closing.signal.aborted ? null : claimNext(context, worker, leaseSeconds)),
    wakeup.ticket,
  );

  const takeJob = async (stop: AbortSignal) => {
    const ticket = wakeup.ticket();
    const job = await claimer.claim(ticket);
    if (job)
      await withRequest(job.requestId, () =>
        leases.hold(job, (signal) => runJob(context, handle, { job, worker, signal })),
      );
    else await wakeup.wait(ticket, pollMs, stop);
  };
  /** A failure, say of the database, is logged and waited out. */
  const repeat = async (step: (stop: AbortSignal) => Promise<void>, stop: AbortSignal) => {
    while (!stop.aborted)
      await step(stop).catch(async (error: unknown) => {
        context.log.error({ err: error }, 'the worker could not go on; it tries again');
        await pause(pollMs, stop);
      });
  };
  const renew = (stop: AbortSignal) => pause(renewMs, stop).then(leases.renew);
  /** Finds what no wake-up told of. */
  const poll = (stop: AbortSignal) => pause(pollMs, stop).then(wakeup.wake);
  const rescue = (stop: AbortSignal) => rescueJobs(context).then(() => pause(pollMs, stop));

  const closed = new AbortController();
  const working = Promise.all(
    Array.from({ length: options.loops }, () => repeat(takeJob, closing.signal)),
  );
  const tending = Promise.all([
    repeat(renew, closed.signal),
    repeat(poll, closing.signal),
    repeat(rescue, closing.signal),
  ]);
  return {
    stop: async () => {
      unsubscribe();
      closing.abort();
      const grace = setTimeout(leases.letGo, options.graceMs);
      await working.finally(() => clearTimeout(grace));
      closed.abort();
      await tending;
    },
  };
};
