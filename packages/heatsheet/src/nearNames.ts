/** Names that are not the one typed but may have been meant: offered, never counted as found. */
import { readPrintedName, readTypedName, type Name } from './names.ts';

const MOST_OFFERED = 8;

/** Short forms of one name, a line each. */
const NICKNAMES = [
  'alexander alexandra alex lexi sasha xander',
  'andrew andy drew',
  'benjamin ben benji',
  'catherine katherine kathryn kate katie kat cathy',
  'charles charlotte charlie chuck',
  'christopher christina christine chris',
  'daniel danielle dan danny',
  'edward ed eddie eddy ted teddy',
  'eleanor elly ellie nell nora',
  'elizabeth liz lizzy beth eliza betsy',
  'emily emma em emmy',
  'isabella isabel izzy bella',
  'jacob jake',
  'james jim jimmy jamie',
  'john jon jack johnny',
  'joseph joe joey',
  'margaret maggie meg peggy',
  'matthew matt matty',
  'michael mike mikey',
  'nicholas nick nico',
  'robert bob bobby rob robbie',
  'samuel samantha sam sammy',
  'theodore theo ted',
  'thomas tom tommy',
  'william will bill billy liam',
].map((line) => new Set(line.split(' ')));

/** How many letters must be changed, added or dropped to make `b` of `a`. */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const PREFIX_LETTERS = 3;
const beginsAlike = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= PREFIX_LETTERS && (a.startsWith(b) || b.startsWith(a));

const areNicknames = (a: string, b: string): boolean =>
  NICKNAMES.some((names) => names.has(a) && names.has(b));

/** 0 = equal, 1 or 2 = near, null = another word. */
const partDistance = (a: string[], b: string[]): number | null => {
  const [one, two] = [a.join(''), b.join('')];
  if (one === two) return 0;
  const allowed = Math.min(one.length, two.length) < PREFIX_LETTERS ? 1 : 2;
  const edits = Math.abs(one.length - two.length) > allowed ? Infinity : editDistance(one, two);
  if (edits <= allowed) return edits;
  const [first = '', other = ''] = [a[0], b[0]];
  const sharesWord = a.some((word) => word.length >= PREFIX_LETTERS && b.includes(word));
  return sharesWord || beginsAlike(one, two) || areNicknames(first, other) ? 2 : null;
};

/** Only one of the two parts may differ. */
const nameDistance = (a: Name, b: Name): number | null => {
  const last = partDistance(a.last, b.last);
  const given = partDistance(a.given.slice(0, 1), b.given.slice(0, 1));
  if (last === null || given === null || (last > 0 && given > 0)) return null;
  return last + given;
};

const lowest = (distances: (number | null)[]): number | null =>
  distances.reduce(
    (best, one) => (best === null || (one !== null && one < best) ? one : best),
    null,
  );

/** A single word typed: everybody with that first or last name. */
const wordDistance = (word: string[], name: Name): number | null =>
  lowest([partDistance(word, name.last), partDistance(word, name.given.slice(0, 1))]);

/** Up to eight of the printed names that are near the typed one, nearest first. */
export const findNearNames = (typed: string, printed: string[]): string[] => {
  const readings = readTypedName(typed)
    .flat()
    .filter(({ given }) => given.length > 0);
  const word = typed.toLowerCase().match(/\p{L}+/gu) ?? [];
  const distanceTo = (name: Name) =>
    readings.length
      ? lowest(readings.map((reading) => nameDistance(reading, name)))
      : word.length
        ? wordDistance(word, name)
        : null;
  return printed
    .flatMap((name) => {
      const distance = lowest(readPrintedName(name).map(distanceTo));
      return distance === null ? [] : [{ name, distance }];
    })
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, MOST_OFFERED)
    .map(({ name }) => name);
};
