/** Whether a page's text bears out what the AI model says of it. Pure. */
import { foldedWords } from '@heatsync/heatsheet';
import { EVENT_WORDS, HEAT_WORDS } from './vocabulary.ts';
import type { TextRow } from './textRows.ts';

const TOKENS = /[\p{L}\p{M}]+|\p{N}+(?:[:.,]\p{N}+)*\p{L}?(?![\p{L}\p{N}])|\p{N}+|#/gu;
const tokensOf = (line: string): string[] => line.match(TOKENS) ?? [];
const isNumber = (token: string): boolean => /^\p{N}+\p{L}?$/u.test(token);
export const sameNumber = (token: string, wanted: string): boolean =>
  token.toLowerCase().replace(/^0+(?=\d)/, '') === wanted.toLowerCase();

/** Stand between a word and its number: "Event No. 12". */
const FILLERS = new Set(['#', 'no', 'nr', 'num']);

/** The numbers that `words` name in a line: "Heat 3 of 5" → 3, "#12 Girls" → 12, "3. Seri" → 3. */
export const numbersNamed = (line: string, words: ReadonlySet<string>): string[] => {
  const tokens = tokensOf(line);
  const names = (token = '') => words.has(foldedWords(token).join(''));
  return tokens.filter((token, at) => {
    if (!isNumber(token)) return false;
    const before = tokens.slice(0, at).findLast((one) => !FILLERS.has(one.toLowerCase()));
    const marked = words === EVENT_WORDS && tokens[at - 1] === '#';
    const ordinal = line.includes(`${token}.`) && names(tokens[at + 1]);
    return marked || ordinal || names(before);
  });
};

/** Rows of the same page above a row, nearest first, that reach over it; the row itself comes first. */
export const upwards = (row: TextRow, rows: readonly TextRow[]): TextRow[] => {
  const [left, , right] = row.box;
  const above = rows
    .filter(({ page, box }) => page === row.page && box[1] < row.box[1])
    .filter(({ box }) => box[0] < right && box[2] > left);
  return [row, ...above.toReversed()];
};

/** The nearest row, upwards, in which `words` name a number; null if there is none. */
const headingOf = (row: TextRow, rows: readonly TextRow[], words: ReadonlySet<string>) =>
  upwards(row, rows).find(({ line }) => numbersNamed(line, words).length > 0) ?? null;

/** How often a number stands in a line by itself. */
const countNumber = (line: string, wanted: string): number =>
  tokensOf(line).filter((token) => sameNumber(token, wanted)).length;

export const hasNumber = (line: string, wanted: string): boolean => countNumber(line, wanted) > 0;

/** A table with a row a race: event, heat and lane stand before the name, each in a cell of its own. */
export const standsInTable = (line: string, numbers: string[]): boolean =>
  numbers.every((number) => {
    const wanted = numbers.filter((other) => other === number).length;
    return countNumber(line, number) >= wanted;
  });

/** `inRow`: there are none, and the swimmer's own row has all numbers in cells. */
export type Headings = { event: TextRow; heat: TextRow; inRow: boolean };

/**
 * The rows that name a race's event and heat, for the row of its swimmer: the nearest headings above it must say just these
 * numbers. Null where the page does not bear them out.
 */
export const headingsOf = (
  row: TextRow,
  rows: readonly TextRow[],
  race: { eventNumber: string; heatNumber: number | null; lane: number | null },
): Headings | null => {
  const event = headingOf(row, rows, EVENT_WORDS);
  const heat = headingOf(row, rows, HEAT_WORDS);
  const numbers = [race.eventNumber, race.heatNumber, race.lane].flatMap((one) =>
    one === null ? [] : [String(one)],
  );
  if (!event && !heat)
    return standsInTable(row.line, numbers) ? { event: row, heat: row, inRow: true } : null;
  const saysEvent =
    event && numbersNamed(event.line, EVENT_WORDS).some((n) => sameNumber(n, race.eventNumber));
  if (!saysEvent) return null;
  if (race.heatNumber === null) return { event, heat: event, inRow: false };
  const wanted = String(race.heatNumber);
  const saysHeat = heat && numbersNamed(heat.line, HEAT_WORDS).some((n) => sameNumber(n, wanted));
  return saysHeat ? { event, heat, inRow: false } : null;
};

const foldText = (text: string): string => ` ${foldedWords(text).join(' ')} `;

/** What of an answer stands in a text word for word, else null. */
export const standsIn = (text: string, wanted: string | null): string | null =>
  wanted !== null && foldText(wanted).trim() !== '' && foldText(text).includes(foldText(wanted))
    ? wanted
    : null;

/** "HH:MM" if a text prints this time, with or without am and pm. */
export const clockIn = (text: string, wanted: string | null): string | null => {
  const [hours, minutes] = (wanted ?? '').split(':').map(Number);
  if (hours === undefined || minutes === undefined) return null;
  const printed = [...text.matchAll(/(\d{1,2})[:.](\d{2})(?![\d.,])\s*([ap]m?\b)?/gi)];
  const isIt = printed.some(([, hour = '', minute = '', half = '']) => {
    const base = Number(hour) % 12;
    const exact = half ? base + (/^p/i.test(half) ? 12 : 0) : Number(hour);
    return Number(minute) === minutes && exact === hours;
  });
  return isIt ? wanted : null;
};
