/** Dates that an AI model tells count where the page's text gives the same, read by our own rules. Pure. */
import { slashedRange, type DateRange } from '@heatsync/heatsheet/dates.ts';
import { speltRange } from '@heatsync/heatsheet/speltDates.ts';
import type { TextRow } from './textRows.ts';

/** A date whose order of day and month is open is none. */
const rangeIn = ({ line }: TextRow): DateRange | null =>
  speltRange(line) ?? slashedRange(line, null);

/** Whether a row gives just this span of days, each "YYYY-MM-DD". */
export const saysDays = (
  rows: readonly TextRow[],
  start: string | null,
  end: string | null,
): boolean =>
  rows.map(rangeIn).some((range) => range !== null && range.start === start && range.end === end);

/** The one day that the nearest row above with a date gives; null if that gives several. */
export const dayAbove = (row: TextRow, rows: readonly TextRow[]): string | null => {
  const above = rows.filter(({ page, box }) => page === row.page && box[1] < row.box[1]);
  const nearest = above.flatMap((one) => rangeIn(one) ?? []).at(-1);
  return nearest && nearest.start === nearest.end ? nearest.start : null;
};
