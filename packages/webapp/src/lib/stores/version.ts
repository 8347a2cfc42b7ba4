/** A new version of the page: told quietly, and never while something would be lost by it. */
import { writable, type Readable } from 'svelte/store';

const sending = writable(false);

/** While it is true nobody is asked to load the page again. */
export const isSending: Readable<boolean> = { subscribe: sending.subscribe };

/** Keeps the page as it is until `work` has ended. */
export const holdPage = async <T>(work: () => Promise<T>): Promise<T> => {
  sending.set(true);
  try {
    return await work();
  } finally {
    sending.set(false);
  }
};
