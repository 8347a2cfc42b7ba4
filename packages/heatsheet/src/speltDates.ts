/** Days of a meet with the month in words: "August 5-8, 2026", "5, 6 & 7 August 2026", "30 July 2026 - 2 August 2026". */
import { isoDate, rangeOf, type DateRange } from './dates.ts';
import { monthNumber } from './dateWords.ts';

const MONTH = String.raw`([A-Za-zÀ-ž]{3,10})\.?`;
const DAY = String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?(?!\d)`;
const JOIN = String.raw`\s*(?:to|al?|bis|au|and|und|y|et|&|,|\/|-|–)\s*`;
const DAYS = String.raw`(${DAY}(?:${JOIN}${DAY})*)`;
const YEAR = String.raw`(?:,?[\s-]*(?:de\s+)?(\d{4})\b)?`;
const MONTH_DAYS = new RegExp(String.raw`${MONTH}\s+${DAYS}${YEAR}`, 'g');
/** Windows prints "18-Jun-2027" in some countries. */
const DAYS_MONTH = new RegExp(String.raw`${DAYS}(?:\s+(?:de\s+)?|-)${MONTH}${YEAR}`, 'g');

type Days = { month: number; days: number[]; year: number | null };

const daysOf = (month: string, days: string, year: string | undefined): Days[] => {
  const number = monthNumber(month);
  const all = (days.match(/\d+/g) ?? []).map(Number);
  return number === null ? [] : [{ month: number, days: all, year: year ? Number(year) : null }];
};

const monthsFirst = (text: string): Days[] =>
  [...text.matchAll(MONTH_DAYS)].flatMap(([, month = '', days = '', year]) =>
    daysOf(month, days, year),
  );

const daysFirst = (text: string): Days[] =>
  [...text.matchAll(DAYS_MONTH)].flatMap(([, days = '', month = '', year]) =>
    daysOf(month, days, year),
  );

/** Every day named, each with its own year or the next one printed. */
const datesOf = (found: Days[]): (string | null)[] =>
  found.flatMap(({ month, days, year }, i) => {
    const own = year ?? found.slice(i).find((later) => later.year !== null)?.year ?? null;
    return days.map((day) => (own === null ? null : isoDate(own, month, day)));
  });

/**
 * From the first day that a text names to the last; null where it names none, or none that exists. "August 5-8, 2026",
 * "5.-8. August 2026", "5 al 8 de agosto de 2026", "Friday 5 August 2026 to Sunday 7 August 2026", or one such day.
 */
export const speltRange = (text: string): DateRange | null => {
  const american = monthsFirst(text);
  const dates = datesOf(american.length ? american : daysFirst(text));
  if (dates.some((date) => date === null)) return null;
  const sorted = dates.flatMap((date) => date ?? []).toSorted();
  return rangeOf(sorted[0] ?? null, sorted.at(-1) ?? null);
};
