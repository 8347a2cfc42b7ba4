import { expect, it } from 'vitest';
import type { Entry, Heat, SheetEvent, SheetLine } from '../../types.ts';
import { cutBottoms, type PageColumns } from './cutBottoms.ts';

const HEIGHT = 8;
const PITCH = 12;
const TOP = 100;
const EDGE = 18;

const boxAt = (row: number) => [EDGE, TOP + row * PITCH, 200, TOP + row * PITCH + HEIGHT] as const;

const entryAt = (page: number, row: number): Entry => ({
  ...{ lane: null, rank: row, name: 'Teal, Ada', age: '14', year: null, team: 'HBR', seed: 'NT' },
  ...{ seedFlags: [], relay: null, note: null, page, box: boxAt(row), line: `${row} Teal, Ada` },
});

/** An event a page, of so many rows below its two headers: ranked lists, or one `heat` each. */
const pagesOf = (lists: number[], heat: Pick<Heat, 'number' | 'of' | 'round'>) => {
  const state = { events: [] as SheetEvent[], lines: [] as SheetLine[] };
  const pages: PageColumns[] = [];
  for (const [index, length] of lists.entries()) {
    const page = index + 1;
    const place = { ...heat, start: null, page };
    const entries = Array.from({ length }, (_, row) => entryAt(page, row + 2));
    const facts = { gender: null, ages: null, distance: 50, stroke: null, course: null } as const;
    const event: SheetEvent = {
      ...{ number: String(page), name: '50 Free', session: null, ...facts, relay: false },
      ...{ round: null, page, heats: [{ ...place, entries }] },
    };
    const headers = ['event_header', 'column_header'] as const;
    state.events.push(event);
    state.lines.push(
      ...headers.map((role, row): SheetLine => ({ page, box: boxAt(row), line: role, role })),
    );
    pages.push({ page, part: '', edges: [EDGE] });
  }
  return { ...state, pages };
};

const doubtsOf = ({ pages, ...printed }: ReturnType<typeof pagesOf>) => cutBottoms(printed, pages);

const sheetOf = (...lists: number[]) => pagesOf(lists, { number: null, of: null, round: null });

it('has no doubt about full pages, the last one, and room for less than the next list', () => {
  expect(doubtsOf(sheetOf(40, 38, 40, 3))).toEqual([]);
});

it('misses the end of a page below which the next list would have begun', () => {
  expect(doubtsOf(sheetOf(40, 25, 40, 3))).toMatchObject([
    {
      ...{ page: 3, reason: 'rows_explained' },
      text: 'It would have found room at the end of the column before: 2 Teal, Ada',
    },
  ]);
});

it('lets each event begin on a new page', () => {
  expect(doubtsOf(sheetOf(40, 12, 25, 8, 31, 3))).toEqual([]);
});

it.each([
  [1, 'Prelims'],
  [null, 'A - Final'],
])('lets an event begin a page where the one before has all its heats (of %s, %s)', (of, round) => {
  expect(doubtsOf(pagesOf([40, 12, 8, 3], { number: 1, of, round }))).toEqual([]);
});

it('misses heats of which nobody knows how many there are', () => {
  const doubts = doubtsOf(pagesOf([40, 12, 8], { number: 1, of: null, round: 'B - Final' }));
  expect(doubts).toHaveLength(1);
});

it('lets all events begin pages where those do whose heats are all there', () => {
  const state = pagesOf([12, 10, 14, 9, 40, 3], { number: 1, of: 1, round: 'Prelims' });
  const [, , third] = state.events;
  for (const heat of third?.heats ?? []) heat.of = null;
  expect(doubtsOf(state)).toEqual([]);
});

it('lets each event begin a page of its own where no two of a list stand below each other', () => {
  const { pages, ...printed } = sheetOf(40, 12, 8);
  expect(cutBottoms(printed, pages)).toHaveLength(1);
  expect(cutBottoms(printed, pages, { headed: true })).toEqual([]);
});
