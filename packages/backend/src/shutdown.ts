import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';

export type Closer = [name: string, close: () => Promise<void>];

/** For all steps together: who started us may kill us after ten seconds. */
const ALL_MS = 8_500;
/** What a step gets even if the ones before it took all the time. */
const LEAST_MS = 300;

const within = async (ms: number, work: Promise<void>): Promise<void> => {
  const done = new AbortController();
  const late = sleep(ms, undefined, { signal: done.signal }).then(() => {
    throw new Error(`not done after ${ms} ms`);
  });
  late.catch(() => undefined);
  await Promise.race([work, late]).finally(() => done.abort());
};

/** Ends in reverse order what was started; a step that fails or hangs does not keep the others. */
export const closeInReverse = async (
  closers: Closer[],
  log: Log,
  allMs = ALL_MS,
): Promise<void> => {
  const end = performance.now() + allMs;
  for (const [name, close] of closers.splice(0).toReversed())
    await within(Math.max(LEAST_MS, Math.round(end - performance.now())), close()).catch(
      (error: unknown) => log.error({ err: error, step: name }, 'a step of the shutdown failed'),
    );
};
