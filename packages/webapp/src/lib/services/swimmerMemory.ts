/** Names typed before, kept on this device alone. A device that keeps nothing still works. */
import { isText, listOf, type Check } from './shape.ts';

const KEY = 'heatsync.swimmers';
const isName: Check<string> = (value): value is string =>
  isText(value) && value.length > 0 && value.length <= 100;
export const areNames = listOf(isName);

export const readSwimmers = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return areNames(kept) ? kept : [];
  } catch {
    return [];
  }
};

export const writeSwimmers = (names: readonly string[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // Storage is full or closed: the names are typed again next time.
  }
};
