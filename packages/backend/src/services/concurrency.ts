/** How many AI requests are open at a time, in all processes together: each holds a leased slot of the database. */
import { randomUUID } from 'node:crypto';
import { insertSlots, releaseSlot, renewSlot, takeSlot } from '../db/queries/slots.ts';
import type { Context } from './context.ts';
import { RetryLater } from './decide.ts';
import { createWakeup } from './wakeup.ts';

export type AiSlots = {
  /**
   * Waits for a slot and runs `work` while holding it. The signal given to `work` aborts with
   * `signal`, and before the slot's lease can run out: then with `RetryLater`. Whoever waits longer
   * than `patienceMs` for a slot gets `RetryLater` too.
   */
  run<T>(
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
    options?: { patienceMs?: number },
  ): Promise<T>;
};

export type SlotTiming = {
  leaseSeconds: number;
  renewMs: number;
  /** A request that could not renew its lease is aborted this long before the end of it. */
  safetyMs: number;
  /** How often is looked for a slot that another process gave back. */
  pollMs: number;
};
const TIMING: SlotTiming = { leaseSeconds: 12, renewMs: 2000, safetyMs: 4000, pollMs: 250 };
const LOST_SLOT_PAUSE_MS = 2000;
const NO_SLOT_PAUSE_MS = 1000;

/**
 * Renews until stopped. Calls `onLost` once when the lease is somebody else's, or when it was
 * last surely ours so long ago that its end is near; `asked` is when it was asked for.
 */
const keepRenewing = (
  renew: () => Promise<boolean>,
  { leaseSeconds, renewMs, safetyMs }: SlotTiming,
  asked: number,
  onLost: () => void,
): (() => void) => {
  const sureUntil = (since: number) => since + leaseSeconds * 1000 - safetyMs;
  const loseAt = (time: number) => setTimeout(onLost, Math.max(0, time - performance.now()));
  let losing = loseAt(sureUntil(asked));
  const tick = async () => {
    const since = performance.now();
    const kept = await renew();
    clearTimeout(losing);
    if (renewing) losing = loseAt(kept ? sureUntil(since) : 0);
  };
  let renewing: NodeJS.Timeout | null = setInterval(
    () => void tick().catch(() => undefined),
    renewMs,
  );
  return () => {
    clearInterval(renewing ?? undefined);
    renewing = null;
    clearTimeout(losing);
  };
};

export const createAiSlots = (
  { db, config, log }: Pick<Context, 'db' | 'config' | 'log'>,
  timing: SlotTiming = TIMING,
): AiSlots => {
  const count = config.maxConcurrentAiCalls;
  const wakeup = createWakeup();
  let prepared: Promise<void> | null = null;
  const prepare = () =>
    (prepared ??= insertSlots(db, count).catch((error: unknown) => {
      prepared = null;
      throw error;
    }));

  const acquire = async (owner: string, signal: AbortSignal, patienceMs: number) => {
    await prepare();
    const until = performance.now() + patienceMs;
    for (;;) {
      signal.throwIfAborted();
      if (performance.now() > until) throw new RetryLater(NO_SLOT_PAUSE_MS);
      const [ticket, asked] = [wakeup.ticket(), performance.now()];
      const slot = await takeSlot(db, owner, count, timing.leaseSeconds);
      if (slot !== null) return { slot, asked };
      await wakeup.wait(ticket, timing.pollMs, signal);
    }
  };
  const release = async (slot: number, owner: string) => {
    await releaseSlot(db, slot, owner).catch((error: unknown) =>
      log.warn({ err: error, slot }, 'a slot was not given back; its lease will end'),
    );
    wakeup.wake();
  };
  return {
    run: async (signal, work, { patienceMs = Infinity } = {}) => {
      const owner = randomUUID();
      const { slot, asked } = await acquire(owner, signal, patienceMs);
      const lost = new AbortController();
      const stop = keepRenewing(
        () => renewSlot(db, slot, owner, timing.leaseSeconds),
        timing,
        asked,
        () => lost.abort(new RetryLater(LOST_SLOT_PAUSE_MS)),
      );
      try {
        signal.throwIfAborted();
        return await work(AbortSignal.any([signal, lost.signal]));
      } finally {
        stop();
        await release(slot, owner);
      }
    },
  };
};
