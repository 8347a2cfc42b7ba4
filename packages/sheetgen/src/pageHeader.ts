import { PAGE, type Align, type Cell, type Page } from './layout.ts';
import type { Look } from './look.ts';
import { printedDate } from './oddForms.ts';
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
export const titlesFor = (meet: Meet, look: Look, document: string): string[] => {
  const { options } = look;
  const date = (day: string) => printedDate(look, day);
  const end = meet.endDate === meet.startDate ? '' : ` to ${date(meet.endDate)}`;
  const sponsors = options.sponsors ? ['Tide & Sons Swimwear: 20% off this weekend'] : [];
  const name = `${meet.name} - ${date(meet.startDate)}${end}`;
  return [name, 'Sanction #: HL-S27-004', document, ...sponsors];
};

/** Words painted large beside the titles. */
const logo = (): Cell[] => [
  { ...cell('FAST', MARGIN + 12, FIRST_LINE + 16, 'left'), size: 18 },
  { ...cell('Water Club', PAGE.width - 60, FIRST_LINE + LINE, 'center'), size: 7 },
];

/** A footer's distance from the page's end. */
const FOOT = 8;

const footer = (word: string, number: number, { width, height }: Look['grid']['page']): Cell[] => [
  cell('Printed at the pool 6/9/2026 9:57', MARGIN, height - FOOT, 'left'),
  cell(`${word} ${number}`, width - MARGIN, height - FOOT, 'right'),
];

const sponsorLine = ({ width, height }: Look['grid']['page']): Cell[] => [
  cell(
    'Good luck to all swimmers! Tide & Sons, www.tide-and-sons.example',
    width / 2,
    height - FOOT,
    'center',
  ),
];

/** Licence holder, product and page number, then the titles: on every page. */
export const withHeader = (
  meet: Meet,
  page: Page,
  { labels, options, grid }: Look,
  number: number,
): Page => ({
  ...page,
  cells: [
    cell(meet.host, MARGIN, FIRST_LINE, 'left'),
    cell(
      `HY-TEK's MEET MANAGER 8.0 - 9:57 PM  6/9/2026  ${labels.page} ${number}`,
      grid.page.width - MARGIN,
      FIRST_LINE,
      'right',
    ),
    ...page.titles.map((title, index) =>
      cell(title, grid.page.width / 2, FIRST_LINE + LINE * (index + 1), 'center'),
    ),
    ...(options.logo ? logo() : []),
    ...page.cells,
    ...(options.footer ? footer(labels.page, number, grid.page) : []),
    ...(options.sponsors ? sponsorLine(grid.page) : []),
  ],
});
