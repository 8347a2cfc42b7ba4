/** What a host binds around a sheet in pages of its own: a cover, an order of events, warm-up lanes, records, sponsors. */
import { PAGE, type Align, type Cell, type Page } from './layout.ts';
import type { Meet } from './types.ts';

const TOP = 100;
const LINE = 16;

const cell = (text: string, x: number, y: number, align: Align = 'left', size = 10): Cell => ({
  ...{ text, x, y, size, bold: false, align },
});

/** A page of rows of cells, at those places, below a title. */
const tableOf = (title: string, at: number[], rows: string[][]): Page => ({
  titles: [],
  cells: [
    cell(title, PAGE.width / 2, TOP - 2 * LINE, 'center', 16),
    ...rows.flatMap((row, line) =>
      row.map((text, column) => cell(text, at[column] ?? 0, TOP + line * LINE)),
    ),
  ],
});

/** Five pages that name nobody who swims. */
export const planHostPages = ({ name, sessions }: Meet): Page[] => {
  const events = sessions.flatMap((session) => session.events);
  return [
    tableOf(name, [240], [['June 18-20, 2027'], ['Harbor Light Aquatic Center']]),
    tableOf(
      'Order of Events',
      [60, 130],
      events.map((event) => [`Event ${event.number}`, event.name]),
    ),
    tableOf(
      'Warm-Up Lanes',
      [60, 150, 300],
      [1, 2, 3, 4].map((lane) => [`Lane ${lane}`, 'HBR, GULL', '7:00 - 7:25']),
    ),
    tableOf(
      'Pool Records',
      [40, 260, 330, 480],
      events.map((event) => [event.name, '1:00.45', 'Marnian Quill', '7/2/2019']),
    ),
    tableOf('Thank you', [240], [['20% off with this heat sheet'], ['Open 9:00 - 5:00, $10.00']]),
  ];
};
