import { expect, it } from 'vitest';
import type { Entry, SheetEvent, SheetLine } from '../../types.ts';
import { spacingDoubts } from './spacing.ts';

const HEIGHT = 8;
const PITCH = 12;
const LANES = 6;
const HEATS = 5;
const HEAD = 30;

const boxAt = (y: number) => [20, y, 200, y + HEIGHT] as const;

const entryAt = (y: number, lane: number): Entry => ({
  ...{ lane, rank: null, name: `Teal, Ada ${lane}`, age: '14', year: null, team: 'HBR' },
  ...{ seed: 'NT', seedFlags: [], relay: null, note: null },
  ...{ page: 1, box: boxAt(y), line: `${lane} Teal` },
});

/** Heats of six lanes below each other, each under its header. */
const sheet = () => {
  const lines: SheetLine[] = [{ page: 1, box: boxAt(HEAD), line: 'Meet', role: 'page_header' }];
  let y = HEAD;
  const heats = Array.from({ length: HEATS }, (_, index) => {
    y += PITCH * 2;
    const line = `Heat ${index + 1}`;
    lines.push({ page: 1, box: boxAt(y), line, role: 'heat_header' });
    const entries = Array.from({ length: LANES }, (_lane, at) => entryAt((y += PITCH), at + 1));
    return { number: index + 1, of: null, round: null, start: null, page: 1, entries };
  });
  const facts = { gender: null, ages: null, distance: 50, stroke: null, course: null } as const;
  const event: SheetEvent = {
    ...{ number: '1', name: '50 Free', session: null, ...facts, relay: false, round: null },
    ...{ page: 1, heats },
  };
  return { events: [event], lines };
};

const without = (heat: number, lane: number) => {
  const { events, lines } = sheet();
  events[0]?.heats[heat]?.entries.splice(lane, 1);
  return spacingDoubts({ events, lines }).map(({ text }) => text);
};

it('has no doubt about even rows', () => {
  expect(spacingDoubts(sheet())).toEqual([]);
});

it('misses all lanes of a heat but the first', () => {
  const { events, lines } = sheet();
  events[0]?.heats[2]?.entries.splice(1);
  const doubts = spacingDoubts({ events, lines }).map(({ text }) => text);
  expect(doubts).toEqual(['A row is missing above: Heat 4']);
});

it('misses the first, a middle and the last lane of a heat', () => {
  expect(without(2, 0)).toEqual(['A row is missing above: 2 Teal']);
  expect(without(2, 1)).toEqual(['A row is missing above: 3 Teal']);
  expect(without(2, 5)).toEqual(['A row is missing above: Heat 4']);
});

it('misses the row on top of a page whose others begin higher', () => {
  const pages = Array.from({ length: 4 }, (_, index) => ({ ...sheet(), page: index + 1 }));
  const moved = pages.map(({ page, events, lines }) => ({
    lines: lines
      .map((line) => ({ ...line, page }))
      .filter((line) => page < 4 || !/ 1$/.test(line.line)),
    events: events.map((event) => ({
      ...event,
      heats: event.heats.map((heat) => ({
        ...heat,
        entries: heat.entries.map((entry) => ({ ...entry, page })),
      })),
    })),
  }));
  const all = {
    events: moved.flatMap(({ events }) => events),
    lines: moved.flatMap(({ lines }) => lines),
  };
  expect(spacingDoubts(all).map(({ page, text }) => [page, text])).toEqual([
    [4, 'A row is missing above: 1 Teal'],
  ]);
});

it('takes wide gaps that come often for a habit', () => {
  const { events, lines } = sheet();
  for (const heat of events[0]?.heats ?? []) heat.entries.splice(1, 1);
  expect(spacingDoubts({ events, lines })).toEqual([]);
});
