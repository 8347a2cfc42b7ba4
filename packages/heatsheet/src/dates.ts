/** Calendar dates as sheets print them; null rather than a guess. */
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
/** Meet Manager prints dates as the country it runs in does: "6/11/2026", "11-06-2026", "11.06.2026". */
const SLASHED = new RegExp(
  String.raw`(?<![\d/.-])(?:(\d{1,2})\/(\d{1,2})${TO})?(\d{1,2})([/.-])(\d{1,2})\4(\d{4})\b`,
  'g',
);
const ISO = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;

/** From the first of a text's days to the last, which must follow one another. */
const rangeAcross = (days: (string | null)[]): DateRange | null =>
  days.every((day, i) => day !== null && day >= (days[i - 1] ?? ''))
    ? rangeOf(days[0] ?? null, days.at(-1) ?? null)
    : null;

const isoRange = (text: string): DateRange | null =>
  rangeAcross(
    [...text.matchAll(ISO)].map(([, year, , month, day]) =>
      isoDate(Number(year), Number(month), Number(day)),
    ),
  );

type Numbers = [first: number, second: number, year: number];

/** "6/11 - 6/14/2026" names its year once. */
const numbersIn = (text: string): Numbers[] =>
  [...text.matchAll(SLASHED)].flatMap(([, shortA, shortB, a, , b, year]): Numbers[] => [
    ...(shortA ? [[Number(shortA), Number(shortB), Number(year)] satisfies Numbers] : []),
    [Number(a), Number(b), Number(year)],
  ]);

/** A slashed date or range in both orders, null where one is impossible; null for a text without one. Dots stand behind days. */
export const slashedReadings = (text: string): Record<DateOrder, DateRange | null> | null => {
  const found = numbersIn(text);
  if (!found.length) return null;
  const dotted = /\d\.\d{1,2}\.\d{4}/.test(text);
  return {
    month_first: dotted ? null : rangeAcross(found.map(([a, b, year]) => isoDate(year, a, b))),
    day_first: rangeAcross(found.map(([a, b, year]) => isoDate(year, b, a))),
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
 * "6/11/2026 to 6/14/2026", "11.06.2026 to 14.06.2026", "2026-06-11 to 2026-06-14" or one date. `order` decides where both orders are possible; without one the
 * range is null unless only one reading makes sense.
 */
export const slashedRange = (text: string, order: DateOrder | null): DateRange | null => {
  const readings = slashedReadings(text);
  if (!readings) return isoRange(text);
  const { month_first: monthFirst, day_first: dayFirst } = readings;
  if (!monthFirst || !dayFirst) return monthFirst ?? dayFirst;
  return shortOne(monthFirst, dayFirst) ?? (order && readings[order]);
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
