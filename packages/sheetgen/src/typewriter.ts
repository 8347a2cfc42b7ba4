/** Meet Manager's text export, printed: each line is one piece of text in letters of one width, its cells parted by blanks. */
import type { Cell, Page } from './layout.ts';

const SIZE = 10;
/** Courier's letters, in points at this size. */
const LETTER = 0.6 * SIZE;

/** Where a cell begins, in letters. */
const columnOf = ({ x, text, align }: Cell): number => {
  const share = align === 'left' ? 0 : align === 'right' ? 1 : 0.5;
  return Math.max(0, Math.round(x / LETTER - text.length * share));
};

/** A cell too long for its column pushes the next one on. */
const lineOf = (cells: Cell[]): string =>
  cells
    .map((cell) => ({ text: cell.text, at: columnOf(cell) }))
    .sort((a, b) => a.at - b.at)
    .reduce((line, { text, at }) => `${line}${line ? ' ' : ''}`.padEnd(at) + text, '');

const typedLine = (cells: Cell[]): Cell => {
  const text = lineOf(cells);
  const typed = text.trimStart();
  const x = (text.length - typed.length) * LETTER;
  return { text: typed, x, y: cells[0]?.y ?? 0, size: SIZE, bold: false, align: 'left' };
};

/** A page of one column as a typewriter would have it. */
export const typed = (page: Page): Page => ({
  ...page,
  cells: [...Map.groupBy(page.cells, ({ y }) => Math.round(y)).values()].map(typedLine),
});
