/** The names being typed, over a reload of this tab. A device that keeps nothing still works. */
import { areNames } from './swimmerMemory.ts';

const KEY = 'heatsync.draft';

export const readDraft = (): string[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return areNames(kept) ? kept : [];
  } catch {
    return [];
  }
};

export const writeDraft = (names: readonly string[]): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // Storage is full or closed: a reload loses the names.
  }
};
