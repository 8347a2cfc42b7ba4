/** The header lines of a Splash Meet Manager start list, in any of the languages. */
import { dayFirstDate } from '../../dottedDates.ts';
import { anyOf, factsIn, wholeWord, type Language } from '../../languages/language.ts';
import { rowText, type Row } from '../../text/rows.ts';
import type { EventHeading, HeatHeading } from '../common/building.ts';
import { toCells } from '../common/cells.ts';

/** A day as any of the languages may print it. */
export const DAY = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{1,2}-\d{1,2}/;

/** A language's words as the patterns that find its lines. */
export type Patterns = {
  language: Language;
  event: RegExp;
  heat: RegExp;
  round: RegExp;
  roundAlone: RegExp;
  startList: RegExp;
  results: RegExp;
  birthYear: RegExp;
};

export const patternsOf = (language: Language): Patterns => {
  const { lists, rounds } = language;
  return {
    language,
    event: new RegExp(`^(?:${anyOf(lists.event)})\\s+(\\d+[a-z]?)\\b\\s*([,.:]?)\\s*(.*)$`, 'iu'),
    heat: new RegExp(
      `^(?:${anyOf(lists.heat)})\\s+(\\d+)(?:\\s*(?:${anyOf([...lists.of, 'of', '/'])})\\s*(\\d+))?(?![\\p{L}\\d])\\s*(.*)$`,
      'iu',
    ),
    round: wholeWord(rounds),
    roundAlone: new RegExp(`^(?:[A-D]\\s*-?\\s*)?(?:${anyOf(rounds)})(?:\\s*-?\\s*[A-D])?$`, 'iu'),
    startList: wholeWord(lists.startList),
    results: wholeWord(lists.results),
    birthYear: new RegExp(`^(?:${anyOf(lists.birthYear)})$`, 'iu'),
  };
};

const CLOCK = /(?:^|[^\d.,:])(\d{1,2}):(\d{2})(?![\d.,:])/;
const WHEN = /^(\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\s*[-–,]?\s*(\d{1,2}:\d{2})?(?:\s|$)/;
const SESSION = /^(\d{1,2}\s*[-–]\s*\S.*)$/;

const clockIn = (text: string): string | null => {
  const [, hour, minute] = CLOCK.exec(text) ?? [];
  return hour ? `${hour.padStart(2, '0')}:${minute}` : null;
};

export type SplashEvent = EventHeading & { continued: boolean };

/** "Yarış 14 | Erkekler, 50m Serbest | 15 yaş ve büyükler", or "Yarış 14, Erkekler, 50m Serbest" at a page's top. */
export const eventHeading = (patterns: Patterns, row: Row): SplashEvent | null => {
  const [, number, comma] = patterns.event.exec(rowText(row)) ?? [];
  if (!number) return null;
  const cells = toCells(row.runs).map((cell) => cell.text);
  const rest = patterns.event.exec(cells[0] ?? '')?.[3];
  const [name = '', ages = null] = [...(rest ? [rest] : []), ...cells.slice(1)];
  if (!/\p{L}/u.test(name)) return null;
  const facts = factsIn(patterns.language, name);
  const round = name.split(', ').find((part) => patterns.roundAlone.test(part)) ?? null;
  return { number, name, round, facts: { ...facts, ages }, continued: comma === ',' };
};

/** "Seri 1 of 3", perhaps with a time of its own. */
export const heatHeading = (patterns: Patterns, text: string): HeatHeading | null => {
  const [, number, of, rest = ''] = patterns.heat.exec(text) ?? [];
  if (number) {
    const round = patterns.round.test(rest) ? rest.replace(CLOCK, '').trim() : null;
    return { number: Number(number), of: of ? Number(of) : null, round, start: clockIn(rest) };
  }
  // A final is no numbered heat: "A-Final".
  return patterns.roundAlone.test(text)
    ? { number: null, of: null, round: text, start: null }
    : null;
};

export type When = { date: string; start: string | null; round: string | null };

/** "12.03.2026 - 15:06 | Start listesi", with the round behind the list's title. */
export const whenOf = (patterns: Patterns, row: Row): When | null => {
  const [first, ...others] = toCells(row.runs).map((cell) => cell.text);
  const [, day, clock] = WHEN.exec(first ?? '') ?? [];
  const date = day ? dayFirstDate(day) : null;
  if (!date) return null;
  const title = others.join(' ').replace(patterns.startList, '').trim();
  const round = patterns.round.test(title) ? title : null;
  return { date, start: clock ? clock.padStart(5, '0') : null, round };
};

/** "1 - Blok 1 | 20.09.2026 - 11:00": a session's header. */
export const sessionHeading = (
  row: Row,
): { title: string; date: string; start: string | null } | null => {
  const cells = toCells(row.runs).map((cell) => cell.text);
  const [, day, clock] = WHEN.exec(cells.at(-1) ?? '') ?? [];
  const date = day ? dayFirstDate(day) : null;
  const title = SESSION.exec(cells[0] ?? '')?.[1];
  if (!date || !title || cells.length !== 2) return null;
  return { title, date, start: clock ? clock.padStart(5, '0') : null };
};

/** Left edge of the years of birth, from the row that names the columns. */
export const birthYearColumn = (patterns: Patterns, row: Row): number | null =>
  toCells(row.runs).find((cell) => patterns.birthYear.test(cell.text))?.x ?? null;
