/** What can be told of a document's pages before they are read. */
import { LANGUAGES } from '../../languages/index.ts';
import { anyOf } from '../../languages/language.ts';
import { rowText, type Row } from '../../text/rows.ts';
import type { SheetEvent, Warning } from '../../types.ts';
import type { TextPage } from '../layout.ts';
import type { PageColumns } from './cutBottoms.ts';

export const textOf = (pages: TextPage[]): string =>
  pages.flatMap((page) => page.rows.map(rowText)).join('\n');

/** A sheet is of one meet: what follows may not be told apart from it. */
export const anotherMeet = ({ page, name }: { page: number; name: string }): Warning => ({
  ...{ reason: 'pages_run_on', page },
  text: `Another meet begins on page ${page}: ${name}.`,
});

/** Pages of a single column, each a part of the session whose events stand on it; those of two sessions are no part of either. */
export const singleColumns = ({ events }: { events: SheetEvent[] }): PageColumns[] => {
  const places = events.flatMap(({ session, heats }) =>
    heats.flatMap(({ entries }) => entries.map(({ page }) => ({ page, session }))),
  );
  const pages = Map.groupBy(places, ({ page }) => page);
  return [...pages]
    .toSorted(([a], [b]) => a - b)
    .map(([page, own]) => {
      const sessions = new Set(own.map(({ session }) => session));
      return {
        page,
        part: sessions.size > 1 ? `of page ${page}` : String([...sessions][0]),
        edges: [0],
      };
    });
};

/** The font size, in whole points or in these `steps`, that most of the text has. */
export const bodySize = (pages: TextPage[], steps = 1): number => {
  const letters = new Map<number, number>();
  for (const { runs } of pages)
    for (const { size, text } of runs) {
      const rounded = Math.round(size / steps) * steps;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  return [...letters].reduce((most, size) => (size[1] > most[1] ? size : most), [0, 0])[0];
};

/** What stands in this share of a page, at its foot, is a footer if half of the other pages show it too. */
const FOOT = 0.95;
/** Higher up, more pages must show it. */
const WIDER_FOOT = 0.9;
const MOST_PAGES = 0.6;
const MANY = 3;
const FIGURES = /\d+/g;
/** A lane with somebody in it, a relay's leg, or a time: never a footer, wherever it stands. */
const OF = anyOf(LANGUAGES.flatMap(({ lists }) => lists.of));
const ENTRY = new RegExp(
  String.raw`^\d{1,3}\s+(?!(?:${OF})\s+\d+$)\p{L}|^\d\s?[).:]\s?\p{L}|(?<![\d/.])\d{1,2}[.,]\d{2}(?![\d/.])|\bNT\b|^Bahn\s`,
  'u',
);
/** A number, and perhaps a line to write on. */
const NUMBER_ALONE = /^\d+[\s_-]*$/;

type Foot = { page: number; row: Row; text: string; height: number };

/** The figures of a footer stay the same, or count on with the pages. */
const countsOn = (group: Foot[]): boolean => {
  const figures = group.map(({ page, text }) =>
    (text.match(FIGURES) ?? []).map((figure) => ({ page, value: Number(figure) })),
  );
  return (figures[0] ?? []).every((_, at) => {
    const one = figures.flatMap((all) => all[at] ?? []);
    const values = new Set(one.map(({ value }) => value));
    return values.size === 1 || new Set(one.map(({ page, value }) => value - page)).size === 1;
  });
};

/** A number alone may be an empty lane; a page's own changes from page to page. */
const isPageNumber = (group: Foot[]): boolean =>
  !NUMBER_ALONE.test(group[0]?.text ?? '') || new Set(group.map(({ text }) => text)).size > 1;

/** A single page has no others to compare: its footer says what it is. */
const SAYS_SO = new RegExp(
  `(?:^|\\s)(?:${anyOf(LANGUAGES.flatMap(({ lists }) => lists.page))})\\s+\\d|\\d[./]\\d{1,2}[./]\\d{2}|www\\.|https?:|Splash|Printed`,
  'i',
);

const isFooter = (group: Foot[], pages: number): boolean => {
  if (pages === 1 && !SAYS_SO.test(group[0]?.text ?? '')) return false;
  const low = group.every(({ row, height }) => row.y > height * FOOT);
  const often = low
    ? (group.length - 1) * 2 >= pages - 1
    : group.length >= Math.max(MANY, pages * MOST_PAGES);
  return often && countsOn(group) && isPageNumber(group);
};

/** Footers: rows at the foot of a page that stand there on many others too. */
export const repeatedRows = (pages: TextPage[]): Set<Row> => {
  const rows = pages.flatMap(({ page, height, rows: all }) =>
    all
      .filter((row) => row.y > height * WIDER_FOOT)
      .map((row): Foot => ({ page, row, text: rowText(row), height }))
      .filter(({ text }) => !ENTRY.test(text)),
  );
  const groups = Map.groupBy(
    rows,
    ({ row, text }) => `${Math.round(row.y)} ${text.replace(FIGURES, '0')}`,
  );
  const footers = [...groups.values()].filter((group) => isFooter(group, pages.length));
  return new Set(footers.flat().map(({ row }) => row));
};
