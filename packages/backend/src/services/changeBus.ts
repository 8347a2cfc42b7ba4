import type { Db } from '../db/client.ts';
import { notifyChange } from '../db/queries/events.ts';
import type { Log } from '../log.ts';

type Listener = (batchId: string) => void;

/** Wakes whoever waits for a batch to change, here and in other processes. It carries no truth. */
export type ChangeBus = {
  /** Call after the commit. */
  changed(batchId: string): void;
  /** Answers with how to stop listening. */
  subscribe(listener: Listener): () => void;
  /** Wakes only this process: a NOTIFY has arrived. */
  arrived(batchId: string): void;
  close(): Promise<void>;
};

/** NOTIFYs are coalesced: while one batch of them is under way, the next is gathered. */
export const createChangeBus = (db: Db, log: Log): ChangeBus => {
  const listeners = new Set<Listener>();
  const outgoing = new Set<string>();
  let sending: Promise<void> | null = null;
  const arrived = (batchId: string) => {
    for (const listener of listeners) listener(batchId);
  };
  const send = async () => {
    for (const batchId of outgoing) {
      outgoing.delete(batchId);
      await notifyChange(db, batchId);
    }
  };
  const flush = () => {
    sending ??= send()
      .catch((error: unknown) => log.warn({ err: error }, 'other processes were not woken'))
      .finally(() => (sending = null));
  };
  return {
    arrived,
    changed: (batchId) => {
      arrived(batchId);
      outgoing.add(batchId);
      flush();
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
