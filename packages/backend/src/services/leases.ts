import { beat } from '../db/queries/batches.ts';
import { renewLeases } from '../db/queries/jobs.ts';
import type { Context } from './context.ts';
import { HandedBack } from './decide.ts';

/** The jobs that this process has at work. */
export type Leases = {
  /** Runs `work` while the job is held; its signal aborts when the lease is lost or let go. */
  hold(job: { id: string }, work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Prolongs all leases, and aborts the jobs that are no longer ours. */
  renew(): Promise<void>;
  /** Aborts every job at work, to be handed back, and any that was just being claimed. */
  letGo(): void;
};

export const createLeases = (
  { db }: Pick<Context, 'db'>,
  worker: string,
  leaseSeconds: number,
): Leases => {
  const held = new Map<string, AbortController>();
  let open = true;
  return {
    hold: async (job, work) => {
      const abort = new AbortController();
      held.set(job.id, abort);
      if (!open) abort.abort(new HandedBack());
      await work(abort.signal).finally(() => held.delete(job.id));
    },
    renew: async () => {
      const mine = [...held];
      if (mine.length === 0) return;
      const ids = mine.map(([id]) => id);
      const kept = await renewLeases(db, worker, ids, leaseSeconds);
      const keptIds = new Set(kept.map((job) => job.id));
      for (const [id, abort] of mine) if (!keptIds.has(id)) abort.abort(new HandedBack());
      if (kept.length > 0) await beat(db, [...new Set(kept.map((job) => job.batchId))]);
    },
    letGo: () => {
      open = false;
      for (const abort of held.values()) abort.abort(new HandedBack());
    },
  };
};
