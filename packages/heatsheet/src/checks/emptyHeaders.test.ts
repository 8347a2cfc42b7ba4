import { expect, it } from 'vitest';
import { entryOf, eventOf, heatOf } from '../clock/testSheets.ts';
import type { Reading } from '../layouts/layout.ts';
import type { Box, LineRole, SheetEvent, SheetLine } from '../types.ts';
import { emptyHeaders } from './emptyHeaders.ts';

const LEFT = 18;
const RIGHT = 310;
const boxAt = (left: number, top: number): Box => [left, top, left + 200, top + 10];
const line = (role: LineRole, left: number, top: number, page = 1): SheetLine => ({
  ...{ page, box: boxAt(left, top), line: `${role} at ${top}`, role },
});
/** A heat of one swimmer, the row at `top`; of nobody without it. */
const heat = (number: number, left?: number, top = 0, page = 1) => ({
  ...heatOf(number, []),
  page,
  entries: left === undefined ? [] : [entryOf('1:05.00', { page, box: boxAt(left, top) })],
});
const event = (number: string, heats: SheetEvent['heats']) =>
  eventOf(number, 'Girls 50 Freestyle', heats);

const found = (events: SheetEvent[], lines: SheetLine[], more: Partial<Reading> = {}): string[] =>
  emptyHeaders({
    ...{ kind: 'heat_sheet', software: 'hytek', meetName: null, meetStart: null, meetEnd: null },
    ...{ venue: null, course: null, sessions: [], events, lines },
    ...more,
  }).map(({ text }) => text);

const HEADERS = [line('event_header', LEFT, 100), line('heat_header', LEFT + 4, 112)];
const SECOND = [line('event_header', RIGHT, 100), line('heat_header', RIGHT + 4, 112)];

it('has no doubt of headers with rows below them', () => {
  const events = [event('1', [heat(1, LEFT, 130)]), event('2', [heat(1, RIGHT, 130)])];
  expect(found(events, [...HEADERS, ...SECOND])).toEqual([]);
  const ends = [line('footer', LEFT, 700)];
  expect(found(events, [...HEADERS, ...SECOND, ...ends])).toEqual([]);
});

it('misses what should stand below the last header of a column', () => {
  const events = [event('1', [heat(1, LEFT, 130)]), event('2', [])];
  expect(found(events, [...HEADERS, ...SECOND.slice(0, 1)])).toEqual([
    'Nothing stands below: event_header at 100',
  ]);
  expect(
    found([events[0] ?? event('1', []), event('2', [heat(1)])], [...HEADERS, ...SECOND]),
  ).toEqual(['Nothing stands below: heat_header at 112', 'Event 2: nobody stands in heat 1.']);
});

it('finds the rows of a header in the next column', () => {
  const events = [event('1', [heat(1, LEFT, 130)]), event('2', [heat(1, RIGHT, 100)])];
  expect(found(events, [...HEADERS, line('event_header', LEFT, 700)])).toEqual([]);
});

it('takes a note for what stands there, and records for what comes between', () => {
  const events = [event('1', [heat(1, LEFT, 130)]), event('2', [])];
  const head = [...HEADERS, line('event_header', LEFT, 200), line('column_header', LEFT, 220)];
  expect(found(events, [...head, line('record', LEFT, 210)])).toHaveLength(1);
  expect(found(events, [...head, line('note', LEFT, 230)])).toEqual([]);
});

it('lets a sheet name events without entries, if it does so elsewhere', () => {
  const events = [event('1', []), event('2', [heat(1, LEFT, 130)]), event('3', [])];
  const lines = [line('event_header', LEFT, 80), ...HEADERS, line('event_header', LEFT, 150)];
  expect(found(events, lines)).toEqual([]);
});

it('misses the swimmers of a heat, where no empty lanes are printed', () => {
  const events = [event('1', [heat(1, LEFT, 130), heat(2), heat(3)])];
  expect(found(events, HEADERS)).toEqual(['Event 1: nobody stands in heat 2, 3.']);
  expect(found(events, [...HEADERS, line('empty_lane', LEFT, 160)])).toEqual([]);
  expect(found([event('1', [heat(1), heat(2)])], [])).toEqual([
    'Event 1: nobody stands in heat 1, 2.',
  ]);
  expect(found([event('1', [])], [])).toEqual([]);
});

it('leaves the pages of a session report alone', () => {
  const report = [line('event_header', LEFT, 100, 2), line('session', LEFT, 120, 2)];
  expect(found([event('1', [heat(1, LEFT, 130)])], [...HEADERS, ...report])).toEqual([]);
});
