/** Whole newspaper columns that are not there: a sheet fills the width of its pages. */
import type { Run } from '../../text/runs.ts';
import type { Warning } from '../../types.ts';

/** What a page's body covers: left edges of its columns, where its text begins and ends, and the page's width; `part` is its document, session and printing. */
export type Spread = {
  page: number;
  part: string;
  edges: number[];
  left: number;
  right: number;
  width: number;
  /** Its first row begins an event: it may do so on a new page though the one before has room. */
  beginsEvent: boolean;
};

/** A page's text that begins beyond this share of it lacks what stood left of it. */
const LATEST_START = 0.3;
/** One column that ends before this share of the page has room for another beside it. */
const EARLIEST_END = 0.55;
/** From one event's number to the next: girls' and boys' pools count by two. */
const MOST_STEP = 2;
/** So much of another column's width must be free for it to be missed. */
const ROOM = 0.8;

export const spreadOf = (
  where: Pick<Spread, 'page' | 'part' | 'width' | 'beginsEvent'>,
  edges: number[],
  body: Run[],
): Spread => ({
  ...where,
  edges,
  left: Math.min(...body.map(({ x }) => x)),
  right: Math.max(...body.map(({ right }) => right)),
});

/** Where each page's columns begin. */
export const edgesIn = (spreads: Spread[]): ((page: number) => number[]) => {
  const edges = new Map(spreads.map((spread) => [spread.page, spread.edges]));
  return (page) => edges.get(page) ?? [];
};

const hasRoom = ({ edges, right, width }: Spread): boolean => {
  const [first, second] = edges;
  if (first === undefined || second === undefined) return right < width * EARLIEST_END;
  const step = second - first;
  return width - ((edges.at(-1) ?? 0) + step) > step * ROOM;
};

/** What stands on a page, by its first and last event's number. */
type Numbers = (page: number) => number[];

/** A column is missing where a page has room for one and event numbers skip some before the next page, which begins with an event. */
export const cutBetween = (spreads: Spread[], numbersOn: Numbers): Warning[] =>
  spreads.flatMap((spread, i): Warning[] => {
    const next = spreads[i + 1];
    if (!next?.beginsEvent || next.part !== spread.part || !hasRoom(spread)) return [];
    const [last, first] = [numbersOn(spread.page).at(-1), numbersOn(next.page)[0]];
    if (last === undefined || first === undefined || first <= last + MOST_STEP) return [];
    if (next.edges.length <= spread.edges.length) return [];
    const text = `Between events ${last} and ${first} a column is missing.`;
    return [{ reason: 'events_run_on', page: spread.page, text }];
  });

/** A page whose event goes on behind it is full, all its columns; a page's first column begins at the left. */
export const cutColumns = (spreads: Spread[]): Warning[] => {
  const pages = spreads.filter(({ left }) => Number.isFinite(left));
  const [first] = pages;
  const followed = pages.filter(({ part }, i) => {
    const next = pages[i + 1];
    return next?.part === part && !next.beginsEvent;
  });
  const isCut =
    pages.some(({ left, width }) => left > width * LATEST_START) ||
    (followed.length > 0 && followed.every(hasRoom));
  if (!first || !isCut) return [];
  const text = 'The text covers only a part of each page: a column is missing.';
  return [{ reason: 'rows_explained', page: first.page, text }];
};
