/** Documents that are recognised as what they are and not read further. */
import { rowBox, rowText } from '../text/rows.ts';
import type { SheetKind, Software } from '../types.ts';
import { readAllTitles } from './hytek/titles.ts';
import type { Reading, TextPage } from './layout.ts';

/** In this order: the first that fits says what the document is. */
const KINDS: [SheetKind, RegExp][] = [
  ['session_report', /^Session:\s*\d+.*$|Heat Interval:/m],
  ['results', /\bResults\b|Finals Time|\bErgebnis|Protokoll|\bResultList|\bSonuç/i],
  ['relay_roster', /\bRelay Teams\b|\bRelay (Names|Roster|Entries)\b/i],
  ['entry_book', /Number of entries|Entry (List|Book)|Entries by/i],
  ['psych_sheet', /Psych Sheet/i],
  [
    'heat_sheet',
    /Start ?list|Startliste|Start listesi|Meldeergebnis|^Lauf \d+|Meet Program|Heat Sheet/im,
  ],
  ['heat_sheet', /\bH\d+\s+L\d+\s*\(/],
];

const SOFTWARE: [Software, RegExp][] = [
  ['hytek', /MEET MANAGER \d|HY-TEK/i],
  ['splash', /Splash Meet Manager/i],
  ['easywk', /EasyWk|Meldeergebnis|Abschnitt \d/i],
  ['omega', /OMEGA|Swiss Timing/i],
];

const first = <T>(table: [T, RegExp][], text: string, otherwise: T): T =>
  table.find(([, pattern]) => pattern.test(text))?.[0] ?? otherwise;

const LOOK_AT_PAGES = 4;

export const readOtherKind = (pages: TextPage[]): Reading => {
  const text = pages
    .slice(0, LOOK_AT_PAGES)
    .flatMap((page) => page.rows.map(rowText))
    .join('\n');
  const software = first(SOFTWARE, text, 'other');
  const titles = software === 'hytek' ? readAllTitles(pages) : [];
  const dates = titles.find((title) => title.dates)?.dates ?? null;
  return {
    kind: first(KINDS, text, 'other'),
    software,
    meetName: titles.find((title) => title.meetName)?.meetName ?? null,
    meetStart: dates?.start ?? null,
    meetEnd: dates?.end ?? null,
    venue: null,
    course: null,
    sessions: [],
    events: [],
    lines: pages.flatMap(({ page, rows }) =>
      rows.map((row) => ({ page, box: rowBox(row), line: rowText(row), role: 'unknown' as const })),
    ),
  };
};
