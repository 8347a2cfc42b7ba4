/** Calendar dates as sheets print them; null rather than a guess. */
import { monthNumber } from './dateWords.ts';

const DAY_MS = 86_400_000;
/** No meet lasts longer; a reading that makes it longer is wrong. */
const LONGEST_MEET_DAYS = 31;
/** Where both orders are possible, a meet is short in the right one and a month or more in the other. */
const SHORT_MEET_DAYS = 10;
const LONG_MEET_DAYS = 26;

export type DateRange = { start: string; end: string };

/** Which number of "6/11/2026" is the day. */
export type DateOrder = 'day_first' | 'month_first';

/** "YYYY-MM-DD"; null for a day that does not exist. */
export const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
};

/** Days from `a` to `b`, both "YYYY-MM-DD". */
export const daysBetween = (a: string, b: string): number =>
  (Date.parse(b) - Date.parse(a)) / DAY_MS;

/** Every day of a range, first to last. */
export const daysOf = ({ start, end }: DateRange): string[] =>
  Array.from({ length: daysBetween(start, end) + 1 }, (_, index) =>
    new Date(Date.parse(start) + index * DAY_MS).toISOString().slice(0, 10),
  );

/** A range of plausible length, null else. */
export const rangeOf = (start: string | null, end: string | null): DateRange | null => {
  if (!start || !end) return null;
  const days = daysBetween(start, end);
  return days >= 0 && days <= LONGEST_MEET_DAYS ? { start, end } : null;
};

const TO = String.raw`\s*(?:to|al?|bis|au|-|–)\s*`;
const SLASHED = new RegExp(
  String.raw`\b(\d{1,2})\/(\d{1,2})\/(\d{4})(?:${TO}(\d{1,2})\/(\d{1,2})\/(\d{4}))?`,
);
const ISO = new RegExp(String.raw`\b(\d{4}-\d{2}-\d{2})(?:${TO}(\d{4}-\d{2}-\d{2}))?\b`);

const realDay = (text: string | undefined): string | null => {
  const [year = 0, month = 0, day = 0] = (text ?? '').split('-').map(Number);
  return isoDate(year, month, day);
};

const isoRange = (text: string): DateRange | null => {
  const found = ISO.exec(text);
  return found && rangeOf(realDay(found[1]), realDay(found[2] ?? found[1]));
};

/** A slashed date or range in both orders, null where one is impossible; null for a text without one. */
export const slashedReadings = (text: string): Record<DateOrder, DateRange | null> | null => {
  const found = SLASHED.exec(text);
  if (!found) return null;
  const [a = 0, b = 0, year = 0] = found.slice(1, 4).map(Number);
  const [c = 0, d = 0, endYear = 0] = found[4] ? found.slice(4, 7).map(Number) : [a, b, year];
  return {
    month_first: rangeOf(isoDate(year, a, b), isoDate(endYear, c, d)),
    day_first: rangeOf(isoDate(year, b, a), isoDate(endYear, d, c)),
  };
};

const lengthOf = ({ start, end }: DateRange): number => daysBetween(start, end);

/** The one of two readings that is a weekend where the other is a month. */
const shortOne = (a: DateRange, b: DateRange): DateRange | null => {
  const [short, long] = lengthOf(a) <= lengthOf(b) ? [a, b] : [b, a];
  if (short.start === long.start && short.end === long.end) return short;
  return lengthOf(short) <= SHORT_MEET_DAYS && lengthOf(long) >= LONG_MEET_DAYS ? short : null;
};

/**
 * "6/11/2026 to 6/14/2026", "2026-06-11 to 2026-06-14" or one date. `order` decides where both orders are possible; without one the
 * range is null unless only one reading makes sense.
 */
export const slashedRange = (text: string, order: DateOrder | null): DateRange | null => {
  const readings = slashedReadings(text);
  if (!readings) return isoRange(text);
  const { month_first: monthFirst, day_first: dayFirst } = readings;
  if (!monthFirst || !dayFirst) return monthFirst ?? dayFirst;
  return shortOne(monthFirst, dayFirst) ?? (order && readings[order]);
};

const MONTH = String.raw`([A-Za-zÀ-ž]{3,10})\.?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?`;
const YEAR = String.raw`,?\s*(?:de\s+)?(\d{4})\b`;
/** "August 5-8, 2026", "July 30 - August 2, 2026". */
const MONTH_DAY = new RegExp(String.raw`${MONTH}\s+${DAY}(?:${TO}(?:${MONTH}\s+)?${DAY})?${YEAR}`);
/** "5-8 August 2026", "30 July - 2 August 2026", "del 5 al 8 de agosto de 2026". */
const DAY_MONTH = new RegExp(
  String.raw`\b${DAY}(?:\s+(?:de\s+)?${MONTH})?(?:${TO}${DAY})?\s+(?:de\s+)?${MONTH}${YEAR}`,
);

const spelt = (
  year: string | undefined,
  from: [string | undefined, string | undefined],
  to: [string | undefined, string | undefined],
): DateRange | null => {
  const [month, endMonth] = [monthNumber(from[0] ?? ''), monthNumber(to[0] ?? '')];
  if (month === null || endMonth === null) return null;
  return rangeOf(
    isoDate(Number(year), month, Number(from[1])),
    isoDate(Number(year), endMonth, Number(to[1])),
  );
};

/** "August 5-8, 2026", "July 30 - August 2, 2026", "5.-8. August 2026", "5 al 8 de agosto de 2026", or one such day. */
export const speltRange = (text: string): DateRange | null => {
  const american = MONTH_DAY.exec(text);
  const [, month, day, endMonth, endDay, year] = american ?? [];
  const first = american && spelt(year, [month, day], [endMonth ?? month, endDay ?? day]);
  if (first) return first;
  const other = DAY_MONTH.exec(text);
  const [, from, fromMonth, to, toMonth, otherYear] = other ?? [];
  return other && spelt(otherYear, [fromMonth ?? toMonth, from], [toMonth, to ?? from]);
};

/** "08:27 AM", "5:00 p.m.", "14:05" as "HH:MM", 24 h; null for what no clock shows. */
export const clockTime = (text: string): string | null => {
  const found = /(?<!\d)(\d{1,2}):([0-5]\d)(?!\d)(?::\d{2})?\s*([ap])?\.?m?/i.exec(text);
  if (!found) return null;
  const half = found[3]?.toLowerCase();
  const printed = Number(found[1]);
  if (printed > (half ? 12 : 24)) return null;
  const hour = (printed % (half ? 12 : 24)) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${found[2]}`;
};
