/** On which day a session is swum: every hint must point to the same day of the meet, or there is none. */
import { daysBetween, daysOf, slashedReadings, type DateRange } from './dates.ts';
import { fold, monthNumber, weekdaysIn } from './dateWords.ts';
import { speltRange } from './speltDates.ts';

/** What a sheet says of a session. `day` counts the days of the meet from 1. */
export type SessionHints = { title: string | null; day: number | null };

type Hint = (date: string) => boolean;

const NUMBER_WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const DAY_NUMBER = /\b(?:day|tag|jour|dia)\s+(\d{1,2}|one|two|three|four|five|six|seven)\b/;
const MONTH_THEN_DAY =
  /\b([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?![:.\d]|\s*(?:&|meter|m\b|free|back))/g;
const DAY_THEN_MONTH = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([a-z]{3,10})\b/g;
/** "6/13", "13.6." and the beginning of "13.06.2027"; never a clock time such as "7.30". */
const SHORT_DATE = /\b(\d{1,2})\/(\d{1,2})(?![\d:])|\b(\d{1,2})\.\s?(\d{1,2})\.(?!\d{1,2}\b)/;

const weekday = (date: string): number => new Date(date).getUTCDay();

const isMonthDay = (date: string, month: number, day: number): boolean =>
  Number(date.slice(5, 7)) === month && Number(date.slice(8)) === day;

/** A title that names two weekdays is of no day for certain. */
const weekdayHint = (title: string): Hint[] => {
  const named = weekdaysIn(title);
  return named.map((day) => (date: string) => weekday(date) === day);
};

const dayHints = (title: string, day: number | null, range: DateRange): Hint[] => {
  const word = DAY_NUMBER.exec(fold(title))?.[1];
  const named = word === undefined ? null : Number(word) || NUMBER_WORDS.indexOf(word);
  return [day, named].flatMap((number) =>
    number === null ? [] : [(date: string) => daysBetween(range.start, date) === number - 1],
  );
};

/** Month and day as far as the title spells them: "Saturday June 13", "13. Juni", "13 de junio". */
const speltHints = (title: string): Hint[] => {
  const text = fold(title);
  const pairs = [
    ...[...text.matchAll(MONTH_THEN_DAY)].map(([, month = '', day]) => [month, day] as const),
    ...[...text.matchAll(DAY_THEN_MONTH)].map(([, day, month = '']) => [month, day] as const),
  ];
  return pairs.flatMap(([word, day]) => {
    const month = monthNumber(word);
    if (month === null) return [];
    return [(date: string) => isMonthDay(date, month, Number(day))];
  });
};

/** Day and month in whichever order fits the meet. */
const shortDateHint = (title: string): Hint[] => {
  const found = SHORT_DATE.exec(title);
  if (!found) return [];
  const [a, b] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
  return [(date) => isMonthDay(date, a, b) || isMonthDay(date, b, a)];
};

/** The full date that a title carries, where the meet itself has none. */
const dateInTitle = (title: string): string | null => {
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(title);
  const readings = slashedReadings(dotted ? dotted.slice(1, 4).join('/') : title);
  const slashed = dotted ? readings?.day_first : (readings?.month_first ?? readings?.day_first);
  const clear = dotted || !readings?.month_first || !readings.day_first;
  const range = (clear ? slashed : null) ?? speltRange(title);
  if (!range || range.start !== range.end) return null;
  return weekdayHint(title).every((fits) => fits(range.start)) ? range.start : null;
};

/** The session's date, "YYYY-MM-DD"; null where the hints fit several days of the meet, or none. */
export const sessionDate = (
  { title, day }: SessionHints,
  range: DateRange | null,
): string | null => {
  const text = title ?? '';
  if (!range) return dateInTitle(text);
  const hints = [
    ...weekdayHint(text),
    ...dayHints(text, day, range),
    ...speltHints(text),
    ...shortDateHint(text),
  ];
  const days = daysOf(range).filter((date) => hints.every((fits) => fits(date)));
  return days.length === 1 ? (days[0] ?? null) : null;
};
