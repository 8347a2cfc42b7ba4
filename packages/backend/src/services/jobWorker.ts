import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import { withRequest } from '../requestScope.ts';
import type { Context } from './context.ts';
import { createExchanger } from './exchange.ts';
import { rescueJobs } from './jobQueue.ts';
import { runJob, type JobHandler } from './jobRun.ts';
import type { Lend } from './freePlaces.ts';
import { createLeases } from './leases.ts';
import { createPlaces } from './places.ts';
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
  /** What the worker itself does gives it no reason to ask again: it asks as it tells. */
  const changed = (batchId: string) => context.bus.changed(batchId, wakeup.wake);
  const own = { ...context, bus: { ...context.bus, changed } };
  const fault = (error: unknown) =>
    context.log.error({ err: error }, 'the worker could not go on; it tries again');

  const running = new Set<Promise<void>>();
  const begin = (job: ChangedJob) => {
    const work = (signal: AbortSignal) => runJob(context, handle, { job, report, signal });
    const run = withRequest(job.requestId, () => leases.hold(job, work))
      .catch((error: unknown) => {
        fault(error);
        room.leave(job);
        wakeup.wake();
      })
      .finally(() => running.delete(run));
    running.add(run);
  };
  const room = createPlaces(places, { worker, leaseSeconds }, begin);
  const { report, look } = createExchanger(own, room, wakeup.wake);
  /** What no wake-up tells of is found after a while. */
  const fill = async (stop: AbortSignal) => {
    const ticket = wakeup.ticket();
    await look();
    await wakeup.wait(ticket, pollMs, stop);
  };
  const loans = new Set<Promise<void>>();
  /** Who was woken meanwhile may have found too few places free. */
  const lend: Lend = async (wanted, claimFor) => {
    const ticket = wakeup.ticket();
    const loan = room.use(wanted, claimFor).finally(() => {
      loans.delete(loan);
      if (wakeup.ticket() !== ticket) wakeup.wake();
    });
    loans.add(loan);
    await loan;
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

  const endings = [context.bus.subscribe(wakeup.wake), context.places.open(lend)];
  const [closing, closed] = [new AbortController(), new AbortController()];
  const filling = repeat(fill, closing.signal);
  const tending = Promise.all([repeat(renew, closed.signal), repeat(rescue, closing.signal)]);
  return {
    stop: async () => {
      for (const end of endings) end();
      closing.abort();
      room.close();
      const grace = setTimeout(leases.letGo, graceMs);
      await filling;
      await Promise.allSettled(loans);
      while (running.size > 0) await Promise.all(running);
      clearTimeout(grace);
      closed.abort();
      await tending;
    },
  };
};
