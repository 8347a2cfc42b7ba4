/** What a language's words are: small tables, so that a language is added without touching a layout. */
import type { EventFacts } from '../eventNames.ts';
import type { Gender, Stroke } from '../types.ts';

/** The words by which Splash Meet Manager's lists are recognised. The first of each is the usual one. */
export type ListWords = {
  event: string[];
  heat: string[];
  /** Between heat and number of heats: "of", "von". */
  of: string[];
  page: string[];
  startList: string[];
  /** Titles of lists that are not start lists. */
  results: string[];
  /** Header of the birth year's column. */
  birthYear: string[];
};

export type Language = {
  name: string;
  /** Where the words were read. */
  source: string;
  /** Whether a sheet of our own shows them; if not, the table has never been proven. */
  seen: boolean;
  genders: Record<Gender, string[]>;
  strokes: Record<Stroke, string[]>;
  relay: string[];
  rounds: string[];
  lists: ListWords;
};

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any of the words as a piece of a pattern, longest first. */
export const anyOf = (words: string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => escape(word).replaceAll(' ', '\\s+'))
    .join('|');

/** Any of the words, as whole words. `\b` knows no ü or Ş. */
export const wholeWord = (words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${anyOf(words)})(?!\\p{L})`, 'iu');

const keyOf = <K extends string>(table: Record<K, string[]>, text: string): K | null =>
  (Object.keys(table) as K[]).find((key) => wholeWord(table[key]).test(text)) ?? null;

/** Whatever the language, the metre may be Latin or Cyrillic, and so may the cross. */
const RELAY = /\b(\d+)\s*[xх]\s*(\d+)\s*[mм]/i;
const DISTANCE = /(?:^|[\s,])(\d{2,4})\s*[mм](?![\p{L}])/iu;

/** Metres of the whole race: four legs of a "4x50m". */
const distanceOf = (name: string): number | null => {
  const [, legs, each] = RELAY.exec(name) ?? [];
  if (legs && each) return Number(legs) * Number(each);
  return Number(DISTANCE.exec(name)?.[1]) || null;
};

/** What an event's printed name says of it in a language. Ages and course stand elsewhere on these sheets. */
export const factsIn = (language: Language, name: string): EventFacts => ({
  gender: keyOf(language.genders, name),
  ages: null,
  distance: distanceOf(name),
  stroke: keyOf(language.strokes, name),
  course: null,
  relay: RELAY.test(name) || wholeWord(language.relay).test(name),
});
