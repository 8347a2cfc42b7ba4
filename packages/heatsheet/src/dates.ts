/** Calendar dates as sheets print them; null rather than a guess. */
const DAY_MS = 86_400_000;
/** No meet lasts longer; a reading that makes it longer is wrong. */
const LONGEST_MEET_DAYS = 31;
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

export type DateRange = { start: string; end: string };

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
};

const rangeOf = (start: string | null, end: string | null): DateRange | null => {
  if (!start || !end) return null;
  const days = (Date.parse(end) - Date.parse(start)) / DAY_MS;
  return days >= 0 && days <= LONGEST_MEET_DAYS ? { start, end } : null;
};

const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s*(?:to|-)\s*(\d{1,2})\/(\d{1,2})\/(\d{4}))?/;

/** "6/11/2026 to 6/14/2026" or one date; `dayFirst` says which order is meant where both are possible. */
export const slashedRange = (text: string, dayFirst: boolean): DateRange | null => {
  const found = SLASHED.exec(text);
  if (!found) return null;
  const [a, b, year, c, d, endYear] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const monthFirst = rangeOf(iso(year, a, b), found[4] ? iso(endYear, c, d) : iso(year, a, b));
  const dayThenMonth = rangeOf(iso(year, b, a), found[4] ? iso(endYear, d, c) : iso(year, b, a));
  return dayFirst ? (dayThenMonth ?? monthFirst) : (monthFirst ?? dayThenMonth);
};

const SPELT =
  /([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:\s*[-–]\s*(?:([A-Z][a-z]{2,8})\.?\s+)?(\d{1,2}))?,?\s+(\d{4})/;

const monthNumber = (word: string): number =>
  MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;

/** "August 5-8, 2026", "July 30 - August 2, 2026", "August 5, 2026". */
export const speltRange = (text: string): DateRange | null => {
  const found = SPELT.exec(text);
  if (!found) return null;
  const [, month = '', day = '', endMonth, endDay, year = ''] = found;
  const start = iso(Number(year), monthNumber(month), Number(day));
  const end = endDay ? iso(Number(year), monthNumber(endMonth ?? month), Number(endDay)) : start;
  return monthNumber(month) === 0 ? null : rangeOf(start, end);
};

/** The one day of the meet that a session's title names; null if none or several fit. */
export const dayOfTitle = (title: string, range: DateRange | null): string | null => {
  if (!range) return null;
  if (range.start === range.end) return range.start;
  const words = title.toLowerCase();
  const wanted = WEEKDAYS.findIndex((name) =>
    new RegExp(`\\b${name.slice(0, 3)}(${name.slice(3)})?\\b`).test(words),
  );
  if (wanted < 0) return null;
  const days: string[] = [];
  for (let day = Date.parse(range.start); day <= Date.parse(range.end); day += DAY_MS)
    if (new Date(day).getUTCDay() === wanted) days.push(new Date(day).toISOString().slice(0, 10));
  return days.length === 1 ? (days[0] ?? null) : null;
};

/** "08:27 AM", "5:00 p.m.", "14:05" as "HH:MM", 24 h. */
export const clockTime = (text: string): string | null => {
  const found = /(\d{1,2}):(\d{2})\s*([ap])?\.?m?/i.exec(text);
  if (!found) return null;
  const half = found[3]?.toLowerCase();
  const hour = (Number(found[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${found[2]}`;
};
