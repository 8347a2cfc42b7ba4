/** People's names as sheets print them and parents type them: folded for comparing, never for showing. */
import { wordingsOf } from './asides.ts';

/** One way to read a name. Words are folded: lower case, no accents, no apostrophes. */
export type Name = {
  last: string[];
  /** First name, then middle names or initials. */
  given: string[];
  /** "jr", "ii", …; null where there is none. */
  suffix: string | null;
};

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', '2nd', '3rd']);

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.'’‘ʼ`´]/gu, '')
    .replace(/[øæœßłđðþı]/g, (letter) => PLAIN[letter] ?? letter);

/** Folded words of any text, figures included: "O’Tern, Zoë 12" → otern, zoe, 12. */
export const foldedWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export const isSuffix = (word: string): boolean => SUFFIXES.has(word);

/** A para class ("S10") or a stray figure is no part of a name. */
const nameWords = (text: string): string[] =>
  foldedWords(text).filter((word) => isSuffix(word) || !/\p{N}/u.test(word));

const withoutSuffix = (words: string[]): string[] =>
  words.filter((word, index) => index === 0 || !isSuffix(word));

const suffixOf = (words: string[]): string | null =>
  words.find((word, index) => index > 0 && isSuffix(word)) ?? null;

const toName = (last: string[], given: string[], suffix: string | null): Name[] =>
  last.length && given.length ? [{ last, given, suffix }] : [];

/** "Last, First M": the comma says which is which. A first name may look like a suffix: "Swift, J.R.". */
const readWithComma = (text: string): Name[] => {
  const comma = text.indexOf(',');
  const last = nameWords(text.slice(0, comma));
  const given = ['', ...nameWords(text.slice(comma + 1))];
  const named = withoutSuffix(given).slice(1);
  if (!named.length) return readBehindComma(last, given.slice(1));
  return toName(withoutSuffix(last), named, suffixOf(last) ?? suffixOf(given));
};

/** Nothing behind the comma but what may be a suffix: "Swift, J.R.", "Moss Heron, Jr.", or nothing: "Cove,". */
const readBehindComma = (front: string[], behind: string[]): Name[] => {
  const [suffix = null] = behind;
  const own = withoutSuffix(front);
  if (suffix === null) return own.length ? [{ last: own, given: [], suffix: suffixOf(front) }] : [];
  return [
    ...toName(own, [suffix], suffixOf(front)),
    ...own.slice(1).flatMap((_, at) => toName(own.slice(at + 1), own.slice(0, at + 1), suffix)),
  ];
};

/** A text's words; those of "Reed-Marsh" stay together. */
const unitsOf = (text: string): string[][] =>
  text
    .split(/\s+/)
    .map(nameWords)
    .filter((words) => words.length > 0);

/** Every way to cut a text between two of its words, as [front, back]. */
const cuts = (units: string[][]): [string[], string[]][] =>
  units
    .slice(1)
    .map((_, index) => [units.slice(0, index + 1).flat(), units.slice(index + 1).flat()]);

const isCapitals = (word: string): boolean => word === word.toUpperCase() && /\p{Lu}/u.test(word);

/** Two letters may be initials ("TJ") or begin a surname ("DE LA MARÉE"); three are a surname's. */
const isShouted = (word: string): boolean =>
  word.replace(/[^\p{L}]/gu, '').length > 2 && isCapitals(word);

type Order = 'first_last' | 'last_first' | 'unknown';

/** Where the capitals show the surname: "Deniz ŞAN", "STROM Lina", "DE LA MARÉE Fenn". */
const orderByCapitals = (text: string): Order => {
  const words = text.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word) && !isSuffix(fold(word)));
  const shouted = words.map(isShouted);
  if (shouted.every(Boolean) || !shouted.some(Boolean)) return 'unknown';
  if (shouted.at(-1)) return 'first_last';
  return words.slice(0, shouted.lastIndexOf(true)).every(isCapitals) ? 'last_first' : 'unknown';
};

type Readings = { firstLast: Name[]; lastFirst: Name[] };

/** A text's first word is no suffix, nor is the last of two: "J.R. Swift", "Swift J.R.". */
const withoutOwnSuffix = (units: string[][]): string[][] => {
  const kept = units.filter(([word = ''], at) => at === 0 || !isSuffix(word));
  return kept.length > 1 ? kept : units;
};

/** One word is a whole name for some. */
const single = ([only, ...others]: string[][]): Name[] =>
  only && !others.length ? [{ last: only, given: [], suffix: null }] : [];

const readWithoutComma = (text: string): Readings => {
  const all = unitsOf(text);
  const units = withoutOwnSuffix(all);
  const suffix = units.length < all.length ? suffixOf(all.flat()) : null;
  const parts = cuts(units);
  return {
    firstLast: [...single(units), ...parts.flatMap(([front, back]) => toName(back, front, suffix))],
    lastFirst: parts.flatMap(([front, back]) => toName(front, back, suffix)),
  };
};

/** The ways a typed name may be meant, the likelier way first: a name without comma is tried in both orders. */
export const readTypedName = (text: string): Name[][] => {
  if (text.includes(',')) return [readWithComma(text)];
  const { firstLast, lastFirst } = readWithoutComma(text);
  return orderByCapitals(text) === 'last_first' ? [lastFirst, firstLast] : [firstLast, lastFirst];
};

/** Without comma or capitals, sheets print the first name first. */
const readWording = (text: string): Name[] => {
  if (text.includes(',')) return readWithComma(text);
  const { firstLast, lastFirst } = readWithoutComma(text);
  const order = orderByCapitals(text);
  if (order === 'last_first') return lastFirst;
  const shouting = order === 'unknown' && text === text.toUpperCase();
  return shouting ? [...firstLast, ...lastFirst] : firstLast;
};

/** The ways a printed name may be read, the likelier ones first. */
export const readPrintedName = (text: string): Name[] => wordingsOf(text).flatMap(readWording);

/** One of the two may be missing or an initial: "Ada", "Ada C" and "Ada Clare" beside "Ada C". */
const middleAgrees = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined) return (a ?? b ?? '').length <= 1;
  return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
};

/** Whether two lists of middle names can be one person's. */
export const middlesAgree = (a: string[], b: string[]): boolean =>
  Array.from({ length: Math.max(a.length, b.length) }).every((_, at) => middleAgrees(a[at], b[at]));

/** "Mary Ann C" → ["maryann"], ["c"]: first names run together, initials apart. */
const splitInitials = ([first = '', ...middles]: string[]): [string, string[]] => {
  const names = middles.filter((middle) => middle.length > 1);
  return [first + names.join(''), middles.filter((middle) => middle.length === 1)];
};

const sameGiven = (a: string[], b: string[]): boolean => {
  const [first, initials] = splitInitials(a);
  const [otherFirst, otherInitials] = splitInitials(b);
  if (first === otherFirst) return middlesAgree(initials, otherInitials);
  return a[0] === b[0] && middlesAgree(a.slice(1), b.slice(1));
};

const sameSuffix = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b;

/** Whether two readings are one and the same name; initial and suffix may be missing, not differ. */
export const isSameName = (a: Name, b: Name): boolean =>
  a.last.join('') === b.last.join('') &&
  sameGiven(a.given, b.given) &&
  sameSuffix(a.suffix, b.suffix);
