import { setTimeout as sleep } from 'node:timers/promises';

/** A sleep that can be woken; a wake-up between `ticket()` and `wait()` is not lost. */
export type Wakeup = {
  wake(): void;
  ticket(): number;
  /** Returns after `ms`, at a wake-up since the ticket, or when `stop` is aborted. */
  wait(ticket: number, ms: number, stop: AbortSignal): Promise<void>;
};

export const createWakeup = (): Wakeup => {
  let count = 0;
  let alarm = new AbortController();
  return {
    ticket: () => count,
    wake: () => {
      count += 1;
      alarm.abort();
      alarm = new AbortController();
    },
    wait: async (ticket, ms, stop) => {
      if (ticket !== count) return;
      const signal = AbortSignal.any([alarm.signal, stop]);
      await sleep(ms, undefined, { signal }).catch(() => undefined);
    },
  };
};
