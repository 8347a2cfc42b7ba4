/** Names typed before, kept on this device alone. A device that keeps nothing still works. */
import './strictParsing.ts';
import { z } from 'zod';

const KEY = 'heatsync.swimmers';
const Names = z.array(z.string().min(1).max(100));

export const readSwimmers = (): string[] => {
  try {
    return Names.parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
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
