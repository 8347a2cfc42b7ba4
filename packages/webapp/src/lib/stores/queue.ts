/** The sheets chosen but not sent yet: one list on this device, whichever tab it is changed in. */
import { writable, type Readable } from 'svelte/store';
import { addFiles, type Sheet } from '../model/queue.ts';
import { readQueue, takeShared, watchQueue, writeQueue } from '../services/queueMemory.ts';
import { contentKey, learnContents } from './device.ts';

export type Queue = Readable<Sheet[]> & {
  /** Brings back what was chosen before, and what other apps shared. Ends with what it returns. */
  open: (onProblems: (problems: string[]) => void) => () => void;
  set: (sheets: Sheet[]) => void;
  /** Resolves to a sentence for each sheet that cannot join. */
  add: (added: readonly Sheet[]) => Promise<string[]>;
  /** Shows these instead; what this device keeps stays as it is. */
  lend: (sheets: Sheet[]) => void;
  /** Leaves the list alone while `work` sends it. What was sent is kept no longer. */
  send: <T>(work: () => Promise<T>) => Promise<T>;
};

export const openQueue = (): Queue => {
  let known: Sheet[] = [];
  /** Not before it was brought back, and not what is only lent. */
  let isKept = false;
  let isSending = false;
  const store = writable(known);

  const show = (sheets: Sheet[]): void => {
    known = sheets;
    store.set(known);
  };

  const set = (sheets: Sheet[]): void => {
    show(sheets);
    if (isKept) void writeQueue(sheets);
  };

  const recall = async (): Promise<Sheet[]> => {
    const kept = await readQueue();
    await learnContents(kept);
    return kept;
  };

  const add = async (added: readonly Sheet[]): Promise<string[]> => {
    await learnContents(added);
    const { queue, problems } = addFiles(known, added, contentKey);
    set(queue);
    return problems;
  };

  /** What was chosen before comes first; what was chosen meanwhile is kept too. */
  const restore = async (onProblems: (problems: string[]) => void): Promise<void> => {
    const { queue } = addFiles(await recall(), known, contentKey);
    isKept = true;
    if (known.length > 0) set(queue);
    else show(queue);
    const shared = await takeShared();
    if (shared.length > 0) onProblems(await add(shared));
  };

  const follow = async (): Promise<void> => {
    if (isKept && !isSending) show(await recall());
  };

  return {
    subscribe: store.subscribe,
    open: (onProblems) => {
      void restore(onProblems);
      return watchQueue(() => void follow());
    },
    set,
    add,
    lend: (sheets) => {
      isKept = false;
      show(sheets);
    },
    send: async (work) => {
      isSending = true;
      try {
        const done = await work();
        if (isKept) await writeQueue([]);
        return done;
      } finally {
        isSending = false;
      }
    },
  };
};
