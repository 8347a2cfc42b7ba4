/** Which lane the rows of a page give a swimmer. Pure. */
import { foldedWords, isSuffix } from '@heatsync/heatsheet';
import { numbersNamed, sameNumber, standsInTable, upwards } from './backing.ts';
import type { TextRow } from './textRows.ts';
import { LANE_WORDS } from './vocabulary.ts';

const WORD = String.raw`\p{L}[\p{L}\p{M}'’‘ʼ\x60´.-]*`;
const WORDS = new RegExp(WORD, 'gu');
/** Words without a figure between. */
const PHRASES = new RegExp(String.raw`${WORD}(?:[\s,]+${WORD})*`, 'gu');
/** A number that stands by itself: not the "1" of "1) Moorhen", "11-12" or "1:12.30". */
const LONE_NUMBER = /(?<=^|\s)#?(\d{1,4})(?=\s|$)/g;
const LEG_NUMBER = /(?<=^|\s)(\d)\s?[).:]\s*$/;
/** How many rows above a relay's leg its lane may stand. */
const LEG_ROWS = 4;

/** What stands in a line before the swimmer's name, for each place where it stands. */
const beforeName = (line: string, swimmer: string): string[] => {
  const own = new Set(foldedWords(swimmer));
  const isOwn = (word = '') =>
    word !== '' && foldedWords(word).every((part) => own.has(part) || isSuffix(part));
  return [...line.matchAll(PHRASES)].flatMap((phrase) => {
    const words = [...phrase[0].matchAll(WORDS)];
    const start = words.find(
      ([word], at) => isOwn(word) && (own.size === 1 || isOwn(words[at + 1]?.[0])),
    );
    return start ? [line.slice(0, phrase.index + start.index)] : [];
  });
};

const loneNumbers = (text: string): string[] =>
  [...text.matchAll(LONE_NUMBER)].flatMap(([, number]) => number ?? []);

/** The number that a relay's row begins with, or names as a lane. */
const relayLane = ({ line }: TextRow): string[] => {
  const [named] = numbersNamed(line, LANE_WORDS);
  const first = named ?? /^#?(\d{1,3})(?=\s)/.exec(line)?.[1];
  return first === undefined ? [] : [first];
};

const lanesOf = (row: TextRow, rows: readonly TextRow[], swimmer: string, isLeg: boolean) => {
  if (isLeg)
    return upwards(row, rows)
      .slice(0, 1 + LEG_ROWS)
      .flatMap(relayLane)
      .slice(0, 1);
  const named = numbersNamed(row.line, LANE_WORDS);
  if (named.length > 0) return named;
  return beforeName(row.line, swimmer).flatMap((text) => loneNumbers(text).at(-1) ?? []);
};

/** What is claimed of the swimmer's place; `place` is the lane or, in a ranked list, the rank. */
type Claim = { swimmer: string; place: number; age: string | null; isLeg: boolean };

/**
 * Whether the page gives the swimmer whom a row names this place: a word for lanes names it, or it stands last before the name; a
 * relay's stands at the head of its row, at most some rows above. Behind a name that comes first it may not be the age.
 */
export const saysPlace = (
  row: TextRow,
  rows: readonly TextRow[],
  { swimmer, place, age, isLeg }: Claim,
): boolean => {
  const lanes = lanesOf(row, rows, swimmer, isLeg);
  if (lanes.length > 0) return lanes.some((lane) => sameNumber(lane, String(place)));
  return !isLeg && standsInTable(row.line, [String(place), ...(age === null ? [] : [age])]);
};

/** The "2" of "2) Ada Moorhen"; null where legs have no numbers. */
export const legBefore = (line: string, swimmer: string): number | null => {
  const found = beforeName(line, swimmer).flatMap((text) => LEG_NUMBER.exec(text)?.[1] ?? []);
  return found.length === 1 ? Number(found[0]) : null;
};
