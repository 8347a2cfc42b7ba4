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

/** The sheet with a caption between each two heats, a row further down for each. */
const captioned = () => {
  const { events, lines } = sheet();
  for (const [index, heat] of (events[0]?.heats ?? []).entries()) {
    const lower = index * PITCH;
    const header = lines.find(({ line }) => line === `Heat ${index + 1}`);
    const moved = ({ box: [left, top, right, bottom] }: Entry | SheetLine) =>
      [left, top + lower, right, bottom + lower] as const;
    heat.entries = heat.entries.map((entry) => ({ ...entry, box: moved(entry) }));
    if (!header) continue;
    const box = moved(header);
    const line = `${10 + index} years`;
    lines.push({ page: 1, box: boxAt(box[1] - PITCH), line, role: 'note' });
    Object.assign(header, { box });
  }
  return { events, lines };
};

it('misses the last lane of a heat above a caption of one sort', () => {
  expect(spacingDoubts(captioned())).toEqual([]);
  const { events, lines } = captioned();
  events[0]?.heats[2]?.entries.splice(5, 1);
  const doubts = spacingDoubts({ events, lines }).map(({ text }) => text);
  expect(doubts).toEqual(['A row is missing above: 13 years']);
});

it('misses rows between lines that keep no distance', () => {
  const { events, lines } = sheet();
  const end = Math.max(
    ...(events[0]?.heats ?? []).flatMap((heat) => heat.entries.map(({ box }) => box[3])),
  );
  const record = (y: number, line: string): SheetLine => ({
    ...{ page: 1, box: boxAt(y), line, role: 'record' },
  });
  const near = [record(end + PITCH, 'Pool'), record(end + 4 * PITCH, 'Team')];
  expect(spacingDoubts({ events, lines: [...lines, ...near] })).toEqual([]);
  const far = [record(end + PITCH, 'Pool'), record(end + 8 * PITCH, 'Team')];
  const doubts = spacingDoubts({ events, lines: [...lines, ...far] }).map(({ text }) => text);
  expect(doubts).toEqual(['A row is missing above: Team']);
});
