/** How long a thread may read: by the processor time it takes itself, so that a busy machine ends no good sheet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** A thread that has not come to its end after so many times its limit by the clock waits for something that never comes. */
const PATIENCE = 6;
/** A thread with hardly any time left is not asked more often. */
const LOOK_EVERY_MS = 100;

/** Processor time in milliseconds since the thread began; none while it is being started. */
const workedMs = (thread: Worker): Promise<number> =>
  thread.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0,
  );

/** A thread cannot work faster than the clock runs: until its time could be up it is left alone. */
const worked = async (thread: Worker, limitMs: number, signal: AbortSignal): Promise<void> => {
  const before = workedMs(thread);
  let leftMs = limitMs;
  while (leftMs > 0) {
    await sleep(Math.max(leftMs, LOOK_EVERY_MS), undefined, { signal });
    leftMs = limitMs + (await before) - (await workedMs(thread));
  }
};

/**
 * Resolves when `thread` has worked for `seconds` from now, or when six times as long has passed. Rejects when `signal` is
 * aborted.
 */
export const timeSpent = async (
  thread: Worker,
  seconds: number,
  signal: AbortSignal,
): Promise<void> => {
  const limitMs = seconds * 1000;
  await Promise.race([
    worked(thread, limitMs, signal),
    sleep(limitMs * PATIENCE, undefined, { signal }),
  ]);
};
