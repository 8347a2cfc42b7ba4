import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';

export type Closer = [name: string, close: () => Promise<void>];

const STEP_MS = 10_000;

const within = async (ms: number, work: Promise<void>): Promise<void> => {
  const done = new AbortController();
  const late = sleep(ms, undefined, { signal: done.signal }).then(() => {
    throw new Error(`not done after ${ms} ms`);
  });
  late.catch(() => undefined);
  await Promise.race([work, late]).finally(() => done.abort());
};

/** Ends in reverse order what was started; a step that fails or hangs does not keep the others. */
export const closeInReverse = async (closers: Closer[], log: Log): Promise<void> => {
  for (const [name, close] of closers.splice(0).toReversed())
    await within(STEP_MS, close()).catch((error: unknown) =>
      log.error({ err: error, step: name }, 'a step of the shutdown failed'),
    );
};
