/** Documents that are recognised as what they are and not read further. */
import { LANGUAGES } from '../languages/index.ts';
import { wholeWord } from '../languages/language.ts';
import { rowBox, rowText } from '../text/rows.ts';
import type { SheetKind, Software } from '../types.ts';
import { readAllTitles } from './hytek/titles.ts';
import type { Reading, TextPage } from './layout.ts';

/** In this order: the first that a title fits says what the document is. */
const KINDS: [SheetKind, RegExp][] = [
  ['session_report', /^Session:\s*\d+.*$|Heat Interval:/m],
  ['results', /\bResults\b|Finals? Time|\bErgebnis|^Protokoll\b|\bResultList\b/im],
  ['results', wholeWord(LANGUAGES.flatMap(({ lists }) => lists.results))],
  ['relay_roster', /\bRelay Teams\b|\bRelay (Names|Roster|Entries)\b/i],
  [
    'entry_book',
    /Number of entries|Entry (List|Book)|Entries by|Meet Entries|^Заявочный протокол|\d\s+Заявочный протокол/im,
  ],
  ['psych_sheet', /Psych Sheet/i],
  ['heat_sheet', wholeWord(LANGUAGES.flatMap(({ lists }) => lists.startList))],
  ['heat_sheet', /^Lauf \d+|Meet Program|Heat Sheet/im],
];

/** These say nothing of times; every other kind is a list of them. */
const WITHOUT_TIMES = new Set<SheetKind>(['session_report', 'relay_roster', 'other']);
/** Who is named in a list of another kind is no mystery; in one that we should have read, it is. */
const KNOWN_KINDS = new Set<SheetKind>(['results', 'entry_book', 'relay_roster']);

const SOFTWARE: [Software, RegExp][] = [
  ['hytek', /MEET MANAGER \d|HY-TEK/i],
  ['splash', /Splash Meet Manager/i],
  ['easywk', /EasyWk|Meldeergebnis|Abschnitt \d/i],
  ['omega', /OMEGA|Swiss Timing/i],
];

const first = <T>(table: [T, RegExp][], text: string, otherwise: T): T =>
  table.find(([, pattern]) => pattern.test(text))?.[0] ?? otherwise;

const LOOK_AT_PAGES = 8;
const MAX_TITLE_WORDS = 12;
const SWIM_TIME = /\b\d{1,2}[.,]\d{2}[YLS]?\b|\bNT[YLS]?\b/;
const MIN_TIMES = 4;

/** A title is short; "Results will be posted at the pool." is a sentence. */
const isTitle = (line: string): boolean =>
  line.split(' ').length <= MAX_TITLE_WORDS && !/[.!?]$/.test(line);

/** What a document is: its titles say so, and the times that such a list must have. */
const kindOf = (lines: string[]): SheetKind => {
  const kind = first(KINDS, lines.filter(isTitle).join('\n'), 'other');
  const times = lines.filter((line) => SWIM_TIME.test(line)).length;
  return WITHOUT_TIMES.has(kind) || times >= MIN_TIMES ? kind : 'other';
};

/** A document that no layout reads: its kind, and every row as a line. */
export const readOtherKind = (pages: TextPage[]): Reading => {
  const shown = pages.slice(0, LOOK_AT_PAGES).flatMap((page) => page.rows.map(rowText));
  const text = shown.join('\n');
  const kind = kindOf(shown);
  const role = KNOWN_KINDS.has(kind) ? 'note' : 'unknown';
  const software = first(SOFTWARE, text, 'other');
  const titles = software === 'hytek' ? readAllTitles(pages) : [];
  const dates = titles.find((title) => title.dates)?.dates ?? null;
  return {
    kind,
    software,
    meetName: titles.find((title) => title.meetName)?.meetName ?? null,
    meetStart: dates?.start ?? null,
    meetEnd: dates?.end ?? null,
    venue: null,
    course: null,
    sessions: [],
    events: [],
    lines: pages.flatMap(({ page, rows }) =>
      rows.map((row) => ({ page, box: rowBox(row), line: rowText(row), role })),
    ),
  };
};
