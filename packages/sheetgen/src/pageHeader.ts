import { toDayFirst, toUsDate } from './clock.ts';
import { PAGE, type Align, type Cell, type Page } from './layout.ts';
import type { Look } from './look.ts';
import type { Meet } from './types.ts';

const SIZE = 9;
const MARGIN = 18;
const FIRST_LINE = 30;
const LINE = 12;

const cell = (text: string, x: number, y: number, align: Align): Cell => ({
  text,
  x,
  y,
  size: SIZE,
  bold: false,
  align,
});

/** Baseline of the first row under a header of so many title lines. */
export const topUnder = (titles: string[]): number => FIRST_LINE + LINE * titles.length + 20;

/** The meet's line, with its dates, and the document's own. */
export const titlesFor = (meet: Meet, { options }: Look, document: string): string[] => {
  const date = options.dayFirst ? toDayFirst : toUsDate;
  const end = meet.endDate === meet.startDate ? '' : ` to ${date(meet.endDate)}`;
  return [`${meet.name} - ${date(meet.startDate)}${end}`, 'Sanction #: HL-S27-004', document];
};

/** Licence holder, product and page number, then the titles: on every page. */
export const withHeader = (meet: Meet, page: Page, word: string, number: number): Page => ({
  ...page,
  cells: [
    cell(meet.host, MARGIN, FIRST_LINE, 'left'),
    cell(
      `HY-TEK's MEET MANAGER 8.0 - 9:57 PM  6/9/2026  ${word} ${number}`,
      PAGE.width - MARGIN,
      FIRST_LINE,
      'right',
    ),
    ...page.titles.map((title, index) =>
      cell(title, PAGE.width / 2, FIRST_LINE + LINE * (index + 1), 'center'),
    ),
    ...page.cells,
  ],
});
