/** What this device remembers for its owner: the swimmers typed before, and the sheets not sent yet. */
import { writable, type Readable } from 'svelte/store';
import { withoutSwimmer, withSwimmers } from '../model/mySwimmers.ts';
import { readSwimmers, writeSwimmers } from '../services/swimmerMemory.ts';

export { readQueue, writeQueue } from '../services/queueMemory.ts';

export type MySwimmers = Readable<string[]> & {
  remember: (names: readonly string[]) => void;
  forget: (name: string) => void;
};

export const openMySwimmers = (): MySwimmers => {
  const { subscribe, update } = writable(readSwimmers());
  const change = (next: (names: string[]) => string[]): void =>
    update((names) => {
      const kept = next(names);
      writeSwimmers(kept);
      return kept;
    });
  return {
    subscribe,
    remember: (typed) => change((names) => withSwimmers(names, typed)),
    forget: (name) => change((names) => withoutSwimmer(names, name)),
  };
};
