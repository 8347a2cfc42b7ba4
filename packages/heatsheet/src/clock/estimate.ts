/** Start times from one that somebody types for a session: heat by heat, as the sheet prints them. */
import type { Heat, HeatSheet, SheetEvent } from '../types.ts';
import { startsFrom, toSeconds } from './allot.ts';
import type { Interval } from './seconds.ts';

/** A session's start, "HH:MM". `session` is its key, null for a sheet's events without session. */
export type GivenStart = { session: string | null; start: string };

/** What most meets allow between heats. */
const USUAL: Interval = { seconds: 30, back: 15, chase: 0 };
/** Left edges of a column's entries differ less than those of two columns, in points. */
const COLUMN_GAP = 60;

type Printed = { event: SheetEvent; heat: Heat; page: number; left: number; top: number };

/** Ranked lists come first of their event: heats that are not set yet. */
const printedHeats = (sheet: HeatSheet, session: string | null): Printed[] =>
  sheet.events
    .filter((event) => event.session === session)
    .flatMap((event) =>
      event.heats.flatMap((heat) => {
        const [first] = heat.entries;
        if (!first || heat.withFinals) return [];
        return [{ event, heat, page: first.page, left: first.box[0], top: first.box[1] }];
      }),
    );

/** Down each column, then the next one. */
const inPrintedOrder = (heats: Printed[]): Printed[] =>
  [...Map.groupBy(heats, ({ page }) => page).values()]
    .flatMap((onPage) => {
      let column = 0;
      let before = Number.NEGATIVE_INFINITY;
      return onPage
        .toSorted((a, b) => a.left - b.left)
        .map((heat) => {
          if (heat.left - before > COLUMN_GAP) column += 1;
          before = heat.left;
          return { heat, column };
        });
    })
    .toSorted((a, b) => a.heat.page - b.heat.page || a.column - b.column || a.heat.top - b.heat.top)
    .map(({ heat }) => heat);

/**
 * The start of each heat of a session, in seconds after midnight. Nothing is estimated from the first ranked list on: how many heats
 * it will fill is not known.
 */
export const estimateHeats = (sheet: HeatSheet, given: GivenStart): Map<Heat, number> => {
  const order = inPrintedOrder(printedHeats(sheet, given.session));
  const open = order.findIndex(({ heat }) => heat.number === null);
  const known = open < 0 ? order : order.slice(0, open);
  const starts = startsFrom(toSeconds(given.start), known, USUAL);
  return new Map(
    known.flatMap(({ heat }, index) => {
      const start = starts[index];
      return start === null || start === undefined ? [] : [[heat, start] as const];
    }),
  );
};
