import { expect, it } from 'vitest';
import type { Reading } from '../layouts/layout.ts';
import { pagesRunOn } from './pageNumbers.ts';

/** A sheet of which each page prints a number and the title of its session. */
const sheet = (pages: [number: number, session: string][]): Reading => ({
  ...{ kind: 'heat_sheet', software: 'hytek', meetName: null, meetStart: null, meetEnd: null },
  ...{ venue: null, course: null, sessions: [], events: [] },
  lines: pages.flatMap(([number, session], index) =>
    [`MEET MANAGER 8.0 Page ${number}`, session].map((line) => ({
      ...{ page: index + 1, box: [0, 0, 1, 1] as const, line, role: 'page_header' as const },
    })),
  ),
});

const texts = (pages: [number, string][]): string[] =>
  pagesRunOn(sheet(pages)).map(({ text }) => text);

it('misses the first page of a session where the others begin with page 1', () => {
  expect(
    texts([
      [1, 'Thursday'],
      [2, 'Friday'],
      [1, 'Saturday'],
      [1, 'Sunday'],
    ]),
  ).toEqual(['A session begins with page 2.']);
});

it('lets pages count on through all sessions', () => {
  expect(
    texts([
      [1, 'Thursday'],
      [2, 'Friday'],
      [3, 'Saturday'],
    ]),
  ).toEqual([]);
});
