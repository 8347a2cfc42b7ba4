/** What this device remembers for its owner: the swimmers typed before, and the sheets not sent yet. */
import { writable, type Readable } from 'svelte/store';
import { MAX_MEGABYTES, sheetKey, type FileLike } from '../model/queue.ts';
import { withoutSwimmer, withSwimmers } from '../model/mySwimmers.ts';
import { fileKey, learnKey } from '../services/checksum.ts';
import { readSwimmers, writeSwimmers } from '../services/swimmerMemory.ts';

export { readDraft, writeDraft } from '../services/draftMemory.ts';
export { rememberOnlyHere, wantsOnlyHere } from '../services/onlyHereMemory.ts';
export { readQueue } from '../services/queueMemory.ts';

/** A file that is too large to be sent is not looked into. */
const isReadable = (sheet: FileLike): sheet is File =>
  sheet instanceof File && sheet.size <= MAX_MEGABYTES * 1024 * 1024;

/** Looks into the files, so that `contentKey` tells the same content apart from the same name and size. */
export const learnContents = async (sheets: readonly FileLike[]): Promise<void> => {
  await Promise.all(sheets.map((sheet) => (isReadable(sheet) ? learnKey(sheet) : undefined)));
};

/** Names a sheet by its content where that is known, else by name and size. */
export const contentKey = (sheet: FileLike): string =>
  (sheet instanceof File && fileKey(sheet)) || sheetKey(sheet);

export type MySwimmers = Readable<string[]> & {
  /** Looks up what this device has kept. */
  recall: () => void;
  remember: (names: readonly string[]) => void;
  forget: (name: string) => void;
};

export const openMySwimmers = (): MySwimmers => {
  const { subscribe, set, update } = writable<string[]>([]);
  const change = (next: (names: string[]) => string[]): void =>
    update((names) => {
      const kept = next(names);
      writeSwimmers(kept);
      return kept;
    });
  return {
    subscribe,
    recall: () => set(readSwimmers()),
    remember: (typed) => change((names) => withSwimmers(names, typed)),
    forget: (name) => change((names) => withoutSwimmer(names, name)),
  };
};
