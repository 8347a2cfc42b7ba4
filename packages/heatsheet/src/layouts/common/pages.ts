/** What can be told of a document's pages before they are read. */
import { rowText, type Row } from '../../text/rows.ts';
import type { TextPage } from '../layout.ts';

export const textOf = (pages: TextPage[]): string =>
  pages.flatMap((page) => page.rows.map(rowText)).join('\n');

/** The font size, in whole points, that most of the text has. */
export const bodySize = (pages: TextPage[]): number => {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap((page) => page.runs))
    letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + text.length);
  return [...letters].reduce((most, size) => (size[1] > most[1] ? size : most), [0, 0])[0];
};

/** Only what stands in this share of a page, at its foot, may be a footer. */
const FOOT = 0.95;
const FIGURES = /\d+/g;
/** A lane with somebody in it, or a time: never a footer, wherever it stands. */
const ENTRY = /^\d{1,3}\s+\p{L}|(?<![\d/.])\d{1,2}[.,]\d{2}(?![\d/.])|\bNT\b|^Bahn\s/u;
/** A number, and perhaps a line to write on. */
const NUMBER_ALONE = /^\d+[\s_-]*$/;

type Foot = { page: number; row: Row; text: string };

/** A number alone is a page's own if it counts on with the pages, and may be an empty lane if not. */
const isCount = (group: Foot[]): boolean => {
  const steps = new Set(group.map(({ page, text }) => Number.parseInt(text, 10) - page));
  return group.length > 1 && steps.size === 1;
};

/** Footers: rows at the foot of a page that stand there on half of the others, figures aside. */
export const repeatedRows = (pages: TextPage[]): Set<Row> => {
  const rows = pages.flatMap(({ page, height, rows: all }) =>
    all
      .filter((row) => row.y > height * FOOT)
      .map((row): Foot => ({ page, row, text: rowText(row) }))
      .filter(({ text }) => !ENTRY.test(text)),
  );
  const groups = Map.groupBy(
    rows,
    ({ row, text }) => `${Math.round(row.y)} ${text.replace(FIGURES, '0')}`,
  );
  const often = [...groups.values()].filter(
    (group) =>
      group.length * 2 >= pages.length - 1 &&
      (!NUMBER_ALONE.test(group[0]?.text ?? '') || isCount(group)),
  );
  return new Set(often.flat().map(({ row }) => row));
};
