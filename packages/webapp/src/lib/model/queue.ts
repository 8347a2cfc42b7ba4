/** The sheets chosen but not sent yet. Pure: a list in, a list out, and a sentence for each file left out. */
import { queue as words } from '../words/start.ts';

export const MAX_FILES = 15;
export const MAX_MEGABYTES = 25;

/** What the queue needs of a browser's `File`. */
export type FileLike = { name: string; size: number; type: string };

/** A sheet that the server fetches from the web. Its size is 0 until it is known. */
export type WebSheet = FileLike & { type: 'web'; url: string };
/** What stands in the queue. */
export type Sheet = File | WebSheet;

export const isWebSheet = (sheet: FileLike): sheet is WebSheet => 'url' in sheet;

/** Tells sheets apart by what is known without opening them. */
export const sheetKey = (sheet: FileLike): string =>
  isWebSheet(sheet) ? sheet.url : `${sheet.name} ${sheet.size}`;

const isPdf = (file: FileLike): boolean =>
  file.type === 'application/pdf' || (file.type === '' && /\.pdf$/i.test(file.name));

/** Why a file cannot join a queue that has room, as a sentence; null if it can. */
const refusal = <F extends FileLike>(
  queue: readonly F[],
  file: F,
  keyOf: (file: F) => string,
): string | null => {
  if (!isWebSheet(file) && !isPdf(file)) return words.notPdf(file.name);
  if (!isWebSheet(file) && file.size === 0) return words.empty(file.name);
  if (file.size > MAX_MEGABYTES * 1024 * 1024) return words.tooLarge(file.name, MAX_MEGABYTES);
  if (queue.some((queued) => keyOf(queued) === keyOf(file))) return words.twice(file.name);
  return null;
};

/**
 * Adds the files and web sheets that can be added, in order; `problems` has a sentence for each file that cannot, and
 * one for all that are too many. Two with the same key are one sheet.
 */
export const addFiles = <F extends FileLike>(
  queue: readonly F[],
  files: readonly F[],
  keyOf: (file: F) => string = sheetKey,
): { queue: F[]; problems: string[] } => {
  const next = [...queue];
  const problems: string[] = [];
  const tooMany: string[] = [];
  for (const file of files) {
    const problem = refusal(next, file, keyOf);
    if (problem) problems.push(problem);
    else if (next.length >= MAX_FILES) tooMany.push(file.name);
    else next.push(file);
  }
  if (tooMany.length > 0) problems.push(words.tooMany(tooMany, MAX_FILES));
  return { queue: next, problems };
};

export const removeFile = <F>(queue: readonly F[], index: number): F[] =>
  queue.filter((_, i) => i !== index);

/** The place to which the row at `place` is dragged when the pointer is at this height; `rows` as they stand now. */
export const placeAt = (
  rows: readonly { top: number; bottom: number }[],
  place: number,
  y: number,
): number => {
  const isAbove = ({ top, bottom }: { top: number; bottom: number }) => y < (top + bottom) / 2;
  const above = rows.findIndex((row, index) => index < place && isAbove(row));
  if (above >= 0) return above;
  return rows.findLastIndex((row, index) => index >= place && (index === place || !isAbove(row)));
};

/** Moves one file by `step` places; a step over the edge changes nothing. */
export const moveFile = <F>(queue: readonly F[], index: number, step: number): F[] => {
  const target = index + step;
  if (target < 0 || target >= queue.length) return [...queue];
  return removeFile(queue, index).toSpliced(target, 0, ...queue.slice(index, index + 1));
};
