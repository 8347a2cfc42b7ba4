/** Counts where a name stands in a sheet's text, to prove that no race was missed. */
import { foldedWords, isSuffix, type Name } from './names.ts';
import type { Entry, HeatSheet, Place } from './types.ts';

/** The answer is complete only if both are equal. */
export type Mentions = { found: number; explained: number };

const BREAK = ' | ';

/** Whether `part` stands in `words` at `at`. */
const standsAt = (words: string[], part: string[], at: number): boolean =>
  part.every((word, index) => words[at + index] === word);

const skipWhile = (words: string[], at: number, test: (word: string) => boolean): number => {
  let next = at;
  while (test(words[next] ?? '')) next += 1;
  return next;
};

const isInitial = (word: string) => /^\p{L}$/u.test(word);

/** Whether the initial printed after a first name contradicts the one asked for. */
const initialDiffers = ({ given }: Name, word: string): boolean =>
  isInitial(word) && given.length > 1 && given[1]?.[0] !== word;

const standsLastFirst = (words: string[], name: Name, at: number): boolean => {
  if (!standsAt(words, name.last, at)) return false;
  const next = skipWhile(words, at + name.last.length, isSuffix);
  return words[next] === name.given[0] && !initialDiffers(name, words[next + 1] ?? '');
};

const standsFirstLast = (words: string[], name: Name, at: number): boolean => {
  if (words[at] !== name.given[0] || initialDiffers(name, words[at + 1] ?? '')) return false;
  return (
    standsAt(words, name.last, at + 1) ||
    standsAt(words, name.last, skipWhile(words, at + 1, isInitial))
  );
};

/** How often any of the names stands in a text. */
export const countIn = (text: string, names: Name[]): number => {
  const words = text.split(BREAK).flatMap((piece) => [...foldedWords(piece), '|']);
  const possible = names.filter(
    ({ last, given }) => words.includes(last[0] ?? '') && words.includes(given[0] ?? ''),
  );
  if (!possible.length) return 0;
  return words.filter((_, at) =>
    possible.some((name) => standsLastFirst(words, name, at) || standsFirstLast(words, name, at)),
  ).length;
};

/** How often the name stands in a line besides the names that were read from it. */
const countBeside = (line: string, read: string[], names: Name[], isFound: Found): number => {
  let rest = line;
  let kept = 0;
  for (const name of read) {
    if (rest.includes(name)) rest = rest.replace(name, () => BREAK);
    else if (isFound(name)) kept += 1;
  }
  return Math.max(0, countIn(rest, names) - kept);
};

type Found = (printedName: string) => boolean;

const overlap = (a: Place, b: Place): boolean => {
  if (a.page !== b.page) return false;
  const [left, top, right, bottom] = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.max : Math.min)(a.box[side] ?? 0, b.box[side] ?? 0),
  ) as [number, number, number, number];
  const area = ([l, t, r, d]: Place['box']) => Math.max(0, r - l) * Math.max(0, d - t);
  if (right <= left || bottom <= top) return false;
  return (right - left) * (bottom - top) > Math.min(area(a.box), area(b.box)) / 2;
};

/** An entry's places, each with the names read from it: its own row, and the rows of its legs. */
const placesOf = (entry: Entry): { place: Place; read: string[] }[] => {
  const legs = entry.relay?.legs ?? [];
  const names = [...(entry.name === null ? [] : [entry.name]), ...legs.map((leg) => leg.name)];
  return [
    { place: entry, read: names },
    ...[...Map.groupBy(legs, (leg) => leg.line).values()].flatMap(([leg, ...others]) =>
      leg ? [{ place: leg, read: [leg, ...others].map(({ name }) => name) }] : [],
    ),
  ];
};

/**
 * Counts a name's mentions in entries, relay legs and all other lines of a sheet.
 * `names` are its readings; `isFound` tells which printed names count as this person's.
 */
export const countMentions = (sheet: HeatSheet, names: Name[], isFound: Found): Mentions => {
  const entries = sheet.events.flatMap((event) => event.heats.flatMap((heat) => heat.entries));
  const read = entries.flatMap((entry) => [entry, ...(entry.relay?.legs ?? [])]);
  const races = read.filter(({ name }) => name !== null && isFound(name));
  const beside = entries.flatMap(placesOf).map(({ place, read: own }) => ({
    place,
    count: countBeside(place.line, own, names, isFound),
    explained: false,
  }));
  const lines = sheet.lines
    .map((line) => ({
      place: line as Place,
      count: countIn(line.line, names),
      explained: line.role === 'record',
    }))
    .filter(({ count, place }) => count > 0 && !races.some((race) => overlap(race, place)));
  // A row that comes twice (wrapped, or painted double) is one place.
  const places = [...beside, ...lines]
    .filter(({ count }) => count > 0)
    .filter(({ place }, at, all) => !all.slice(0, at).some((other) => overlap(other.place, place)));
  const sum = (some: { count: number }[]) => some.reduce((total, { count }) => total + count, 0);
  return {
    found: races.length + sum(places),
    explained: races.length + sum(places.filter(({ explained }) => explained)),
  };
};
