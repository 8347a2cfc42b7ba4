/** Whether a sheet writes the day or the month first, told by the sheet itself. */
import { daysBetween, slashedReadings, type DateOrder } from './dates.ts';

const ALL_DATES = /(?<![\d/.-])\d{1,2}([/-])\d{1,2}\1\d{4}\b/g;
/** Only where the month comes first are pools measured in yards. */
const AMERICAN = /\bYard\b|\bUSA Swimming\b/i;
/** When the sheet was printed: "9:57 PM"; a clock of 24 hours is not American. */
const PRINTED_AT = /\b\d{1,2}:\d{2}(?::\d{2})?(\s*[ap]\.?m\b)?/i;
/** A sheet is printed in the weeks before its meet, or during it. */
const PRINTED_BEFORE_DAYS = 45;
const PRINTED_AFTER_DAYS = 7;

const ORDERS: DateOrder[] = ['day_first', 'month_first'];

const only = (orders: Iterable<DateOrder>): DateOrder | null => {
  const [first, second] = new Set(orders);
  return first && !second ? first : null;
};

/** Dates that are possible in one order only; contradicting ones prove nothing. */
const byPossibility = (dates: string[]): DateOrder | null =>
  only(
    dates.flatMap((date) => {
      const readings = slashedReadings(date);
      const possible = ORDERS.filter((order) => readings?.[order]);
      return possible.length === 1 ? possible : [];
    }),
  );

/** The order in which the print date comes shortly before the meet's first day. */
const byPrintDate = (banner: string, meetLine: string): DateOrder | null => {
  const [printed, meet] = [slashedReadings(banner), slashedReadings(meetLine)];
  const near = ORDERS.filter((order) => {
    const [from, to] = [printed?.[order]?.start, meet?.[order]?.start];
    if (!from || !to) return false;
    const days = daysBetween(from, to);
    return days <= PRINTED_BEFORE_DAYS && days >= -PRINTED_AFTER_DAYS;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
};

/**
 * Which comes first in a sheet's dates; null where nothing tells. `texts` are the sheet's pieces of text, `banner` the line with the
 * print date, `meetLine` the one with the meet's dates.
 */
export const dateOrder = (texts: string[], banner: string, meetLine: string): DateOrder | null => {
  const dates = texts.flatMap((text) => text.match(ALL_DATES) ?? []);
  const proven = byPossibility(dates) ?? byPrintDate(banner, meetLine);
  if (proven) return proven;
  if (texts.some((text) => AMERICAN.test(text))) return 'month_first';
  const clock = PRINTED_AT.exec(banner);
  return clock && !clock[1] ? 'day_first' : null;
};
