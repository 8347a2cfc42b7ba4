/** Which kind of sheet a link leads to, by its words. A small scored rule; pure. */
import type { SheetKind } from '@heatsync/heatsheet';
import type { Link } from './links.ts';

const STRONG = 10;
const WEAK = 3;

type Clue = [pattern: RegExp, kind: SheetKind, weight: number];

/** Written `-`, `_` or as one word, names of files say the same. */
const CLUES: Clue[] = [
  [
    /heat ?sheets?|meet ?program|heat ?lists?|start ?lists?|meldeergebnis|lane assign/,
    'heat_sheet',
    STRONG,
  ],
  [
    /\bprogram(me)?s?\b|\bheats?\b|\bprelim|\bfinals?\b|\bsession ?\d|\bday ?\d/,
    'heat_sheet',
    WEAK,
  ],
  [/\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(am|pm)\b/, 'heat_sheet', WEAK / 3],
  [/session ?reports?|time ?lines?|session timing|zeitplan/, 'session_report', STRONG + 2],
  [/psych|seed(ing)? list/, 'psych_sheet', STRONG + 2],
  [/entry (list|book|report)|entries|meldeliste/, 'entry_book', STRONG],
  [/results?\b|ergebnis(se|liste)|\bscores?\b|team scores|\bsplits\b/, 'results', STRONG],
  [/relay (card|name|roster|team|order)s?/, 'relay_roster', STRONG],
  [
    /warm ?ups?|announcement|invit|\binfo|packet|flyer|flier|regist|waiver|volunteer|\bmap\b|parking|hotel|\bfees?\b|minutes|handbook|polic|standards?|qualifying|order of events|event list|officials|concession|lineup card|calendar|schedule|newsletter|safety|code of conduct|roster|menu|t-?shirt|order form|sponsor|records?\b|bylaws|psychology/,
    'other',
    STRONG + 1,
  ],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.pdf$/, '')
    .replace(/[\W_]+/g, ' ');

export type Guess = { kind: SheetKind | null; score: number };

/** What the words say; `kind` is null when they say nothing. A link's own words count most. */
export const guessKind = ({ text, file, around }: Omit<Link, 'url'>): Guess => {
  const scores = new Map<SheetKind, number>();
  for (const [words, share] of [
    [plain(text), 3],
    [plain(file), 2],
    [plain(around), 1],
  ] as const)
    for (const [pattern, kind, weight] of CLUES)
      if (pattern.test(words)) scores.set(kind, (scores.get(kind) ?? 0) + weight * share);
  const [best] = [...scores].toSorted(([, one], [, other]) => other - one);
  return best ? { kind: best[0], score: best[1] } : { kind: null, score: 0 };
};

/** True for links to pages of a meet's documents, worth a look on the same site. */
export const leadsToDocuments = ({ text, around }: Link): boolean =>
  /documents?|heat ?sheets?|psych|meet (info|files|docs|program|packet)|\bfiles\b|downloads?|start ?lists?|programs?\b/.test(
    plain(text),
  ) ||
  (/documents|heat ?sheets/.test(plain(around)) && plain(text).trim() !== '');
