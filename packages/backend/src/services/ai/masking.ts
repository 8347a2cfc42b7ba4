/** What of a page's text may leave the house: nobody's name but the swimmer's. Pure. */
import { foldedWords, isSuffix } from '@heatsync/heatsheet';
import { speltRange } from '@heatsync/heatsheet/speltDates.ts';
import { monthNumber, weekdaysIn } from '@heatsync/heatsheet/dateWords.ts';
import { namesSwimmer } from './textRows.ts';
import { VOCABULARY } from './vocabulary.ts';

export const MASK = '•••';

type Token = { text: string; keep: boolean; word: boolean };

const TOKENS = /\p{L}[\p{L}\p{M}'’‘ʼ`´.-]*|[^\p{L}]+/gu;
/** A club's letters: "POND", "RC-RI". */
const CODE = /^\p{Lu}{2,5}(?:-\p{Lu}{2})?$/u;
const isWeekday = (word: string): boolean => weekdaysIn(word).length > 0;
const isAllowed = (word: string): boolean =>
  foldedWords(word).every((part) => VOCABULARY.has(part) || part.length === 1) || isWeekday(word);

/** A figure before it or after it, with at most a "de" between. */
const hasFigure = (texts: string[], at: number): boolean => {
  const before = texts.slice(Math.max(0, at - 3), at).filter((text) => text !== 'de');
  return /\d/.test(`${before.slice(-2).join('')}${texts[at + 1] ?? ''}`);
};

const isMonth = (text: string): boolean => monthNumber(text) !== null;

/** In a row that tells a day, a month beside a figure is no name: for certain, if the row tells the whole date. */
const monthsOf = (line: string, texts: string[]) => {
  const isCertain = speltRange(line) !== null;
  const isDated = isCertain || weekdaysIn(line).length > 0;
  const kept = texts.map((text, at) => isDated && isMonth(text) && hasFigure(texts, at));
  return { kept, isCertain };
};

const tokensOf = (line: string, own: ReadonlySet<string>): Token[] => {
  const texts = line.match(TOKENS) ?? [];
  const months = monthsOf(line, texts);
  return texts.map((text, at) => {
    const isDate = months.kept[at] === true;
    const word = /^\p{L}/u.test(text) && !(isDate && months.isCertain);
    const parts = foldedWords(text);
    const isOwn = own.size > 0 && parts.every((part) => own.has(part) || isSuffix(part));
    const isKept = isDate || isOwn || isAllowed(text) || (own.size > 0 && CODE.test(text));
    return { text, word, keep: !word || isKept };
  });
};

/** The word before or after a token, where no figure stands between. */
const besides = (tokens: Token[], at: number): Token[] =>
  [-1, 1].flatMap((step) => {
    const between = tokens[at + step];
    const neighbour = tokens[at + 2 * step];
    return neighbour && !/\d/.test(between?.text ?? '') ? [neighbour] : [];
  });

const isUnsure = (token: Token, own: ReadonlySet<string>): boolean =>
  token.word && !foldedWords(token.text).every((part) => own.has(part));

/** A word that is kept but stands beside a masked one may be part of that name: "KIM Lil", "Lane, •••". */
const withNeighbours = (tokens: Token[], own: ReadonlySet<string>): Token[] =>
  tokens.map((token, at) => {
    if (!token.word || !token.keep || !isUnsure(token, own)) return token;
    const nameLike =
      CODE.test(token.text) ||
      isMonth(token.text) ||
      isWeekday(token.text) ||
      foldedWords(token.text).join('').length === 1 ||
      [at - 1, at + 1].some((near) => (tokens[near]?.text ?? '').startsWith(','));
    const beside = besides(tokens, at).some((other) => other.word && !other.keep);
    return nameLike && beside ? { ...token, keep: false } : token;
  });

/**
 * A row in which every word is masked that is neither one of swimming nor of the names of the swimmers that the row names. In
 * such a row a club's letters stay too.
 */
export const maskRow = (line: string, swimmers: readonly string[]): string => {
  const own = new Set(swimmers.filter((name) => namesSwimmer(line, name)).flatMap(foldedWords));
  return withNeighbours(tokensOf(line, own), own)
    .map(({ text, keep }) => (keep ? text : MASK))
    .join('')
    .replace(/(?:•••[ ,.-]*)+(?=•••)/g, '');
};
