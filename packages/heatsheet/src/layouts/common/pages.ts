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

/** Footers: rows at the foot of a page that stand there on half of the others, figures aside. */
export const repeatedRows = (pages: TextPage[]): Set<Row> => {
  const rows = pages.flatMap((page) =>
    page.rows.filter((row) => row.y > page.height * FOOT).map((row) => ({ page, row })),
  );
  const key = ({ row }: { row: Row }) =>
    `${Math.round(row.y)} ${rowText(row).replace(FIGURES, '0')}`;
  const groups = Map.groupBy(rows, key);
  const often = [...groups.values()].filter((group) => group.length * 2 >= pages.length - 1);
  return new Set(often.flat().map(({ row }) => row));
};
