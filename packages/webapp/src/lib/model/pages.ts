/** A sheet's pages as cells that fill up while it is read and are marked where a race stands. */

/** More cells than this are thinner than a phone can draw. */
export const MAX_CELLS = 75;

/** `found` is whose race stands there, an index into the typed names. */
export type PageCell = { read: boolean; found: number | null };

/** One cell a page, or a bundle of pages each where there are too many. */
export const pageCells = (
  pages: number,
  pagesRead: number,
  /** Whose races were found, by page. */
  foundOn: ReadonlyMap<number, number>,
): PageCell[] => {
  const bundle = Math.max(1, Math.ceil(pages / MAX_CELLS));
  return Array.from({ length: Math.ceil(pages / bundle) }, (_, i) => {
    const first = i * bundle + 1;
    const last = Math.min(first + bundle - 1, pages);
    return {
      read: pagesRead >= last,
      found: [...foundOn].find(([page]) => page >= first && page <= last)?.[1] ?? null,
    };
  });
};
