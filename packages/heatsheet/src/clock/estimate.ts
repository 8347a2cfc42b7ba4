/** Start times from one that somebody types for a session: heat by heat, as the sheet prints them. */
import type { Heat, HeatSheet } from '../types.ts';
import { toSeconds, toSwim, type Swim } from './allot.ts';
import { heatSeconds, type Interval } from './seconds.ts';

/** A session's start, "HH:MM". `session` is its key, null for a sheet's events without session. */
export type GivenStart = { session: string | null; start: string };

/** What most meets allow between heats. */
const USUAL: Interval = { seconds: 30, back: 15, chase: 0 };
/** Left edges of a column's entries differ less than those of two columns, in points. */
const COLUMN_GAP = 60;

type Printed = Swim & { page: number; left: number; top: number };

/** Ranked lists come first of their event: heats that are not set yet. */
const printedHeats = (sheet: HeatSheet, session: string | null): Printed[] =>
  sheet.events
    .filter((event) => event.session === session)
    .flatMap((event) =>
      event.heats.flatMap((heat) => {
        const [first] = heat.entries;
        if (!first || heat.withFinals) return [];
        const [left, top] = first.box;
        return [{ ...toSwim(sheet, event, heat), page: first.page, left, top }];
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
 * The start of each heat of a session, in seconds after midnight; a printed time on the way sets the clock. Nothing is estimated from
 * the first ranked list on: how many heats it will fill is not known.
 */
export const estimateHeats = (sheet: HeatSheet, given: GivenStart): Map<Heat, number> => {
  const order = inPrintedOrder(printedHeats(sheet, given.session));
  const open = order.findIndex(({ heat }) => heat.number === null);
  const starts = new Map<Heat, number>();
  let at: number | null = toSeconds(given.start);
  for (const { race, heat } of open < 0 ? order : order.slice(0, open)) {
    if (heat.start !== null) at = toSeconds(heat.start);
    if (at !== null) starts.set(heat, at);
    const lasts = heatSeconds(race, heat, USUAL);
    at = at === null || lasts === null ? null : at + lasts;
  }
  return starts;
};
