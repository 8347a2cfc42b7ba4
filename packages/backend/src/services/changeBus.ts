import { randomUUID } from 'node:crypto';
import type { Db } from '../db/client.ts';
import { notifyChanges } from '../db/queries/events.ts';
import type { Log } from '../log.ts';
import { createGatherer } from './gatherer.ts';

type Listener = (batchId: string) => void;

/** Wakes whoever waits for a batch to change, here and in other processes. It carries no truth. */
export type ChangeBus = {
  /** Call after the commit. `except` is not told: whoever made the change knows. */
  changed(batchId: string, except?: Listener): void;
  /** Answers with how to stop listening. */
  subscribe(listener: Listener): () => void;
  /** A NOTIFY has arrived: wakes this process, if another one sent it. */
  arrived(message: string): void;
  close(): Promise<void>;
};

export const createChangeBus = (db: Db, log: Log): ChangeBus => {
  const listeners = new Set<Listener>();
  const sender = randomUUID();
  const wake = (batchId: string, except?: Listener) => {
    for (const listener of listeners) if (listener !== except) listener(batchId);
  };
  const send = createGatherer((batchIds: string[]) =>
    notifyChanges(db, sender, [...new Set(batchIds)]).catch((error: unknown) =>
      log.warn({ err: error }, 'other processes were not woken'),
    ),
  );
  let sending: Promise<void> = Promise.resolve();
  return {
    arrived: (message) => {
      const [batchId = '', from] = message.split(' ');
      if (from !== sender) wake(batchId);
    },
    changed: (batchId, except) => {
      wake(batchId, except);
      sending = send(batchId);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      await sending;
    },
  };
};
