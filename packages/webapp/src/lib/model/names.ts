/** Just enough about names to colour a race and mark a line; who is who is decided by the reader. */
import { foldedWords } from '@heatsync/heatsheet/names.ts';

/** Words in one order, folded as the reader folds them: "Fairwater, Zoë" and "zoe fairwater" have the same. */
export const nameWords = (name: string): string[] => foldedWords(name).sort();

export const nameKey = (name: string): string => nameWords(name).join(' ');

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Cuts a sheet's line around the name, in either order of its words; `mark` is empty if it is not there. */
export const markName = (
  line: string,
  name: string,
): { before: string; mark: string; after: string } => {
  const words = name
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(escape);
  const orders = [
    words,
    [...words.slice(1), ...words.slice(0, 1)],
    [...words.slice(-1), ...words.slice(0, -1)],
  ];
  for (const order of words.length > 0 ? orders : []) {
    const found = new RegExp(order.join('[\\s,]+'), 'iu').exec(line);
    if (found)
      return {
        before: line.slice(0, found.index),
        mark: found[0],
        after: line.slice(found.index + found[0].length),
      };
  }
  return { before: line, mark: '', after: '' };
};
