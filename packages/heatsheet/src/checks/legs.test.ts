import { expect, it } from 'vitest';
import type { Entry } from '../types.ts';
import { legDoubts } from './legs.ts';

const place = { page: 1, box: [0, 0, 1, 1] as const, line: '3 HBR-CA A 1:57.73' };

const relay = (legs: [order: number, age: string | null][]): Entry => ({
  ...place,
  ...{ lane: 3, rank: null, name: null, age: null, year: null, team: 'HBR-CA', seed: '1:57.73' },
  ...{ seedFlags: [], note: null },
  relay: {
    letter: 'A',
    legs: legs.map(([order, age]) => ({ ...place, order, name: 'Teal, Ada', age })),
  },
});

const whole = relay([1, 2, 3, 4].map((order) => [order, '11']));

it('has no doubt of legs that count on', () => {
  expect(legDoubts([whole], [])).toEqual([]);
});

it('misses legs between others, and an age that all others have', () => {
  const gap = relay([
    [1, '11'],
    [4, '11'],
  ]);
  expect(legDoubts([whole, gap], [])).toHaveLength(1);
  const cut = relay([
    [1, '11'],
    [2, null],
  ]);
  expect(legDoubts([whole, whole, cut], [])).toHaveLength(1);
});

it('misses the row of a relay whose swimmers stand below another', () => {
  const four = relay([1, 2, 3, 4].map((order) => [order, '11']));
  const eight = relay([1, 2, 3, 4, 5, 6, 7, 8].map((order) => [order, '11']));
  const others = Array<Entry>(10).fill(four);
  expect(legDoubts([...others, eight], [])).toHaveLength(1);
  expect(legDoubts([...others, eight, eight], [])).toEqual([]);
  for (const leg of eight.relay?.legs ?? []) leg.line = `${leg.order}) Teal, Ada 11`;
  expect(legDoubts([...others, eight], [])).toEqual([]);
});

it('misses legs in a row below that was not read', () => {
  const unread = (top: number, line: string) =>
    ({ page: 1, box: [0, top, 50, top + 9], line, role: 'unknown' }) as const;
  expect(legDoubts([whole], [unread(2, 'Teal Ada / Vetch Bo')])).toHaveLength(1);
  expect(legDoubts([whole], [unread(40, 'Teal Ada / Vetch Bo')])).toEqual([]);
  expect(legDoubts([whole], [unread(2, '7:30')])).toEqual([]);
});

it('sees a swimmer who was read as a relay', () => {
  expect(legDoubts([{ ...whole, team: 'Teal, Ada 8 HBR' }], [])).toHaveLength(1);
  expect(legDoubts([{ ...whole, team: 'Harbor Lights, Inc.' }], [])).toEqual([]);
});
