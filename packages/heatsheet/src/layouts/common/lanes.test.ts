/** Sheets that print no empty lanes, of meets whose heats are nearly all full. */
import { expect, it } from 'vitest';
import { entryOf, eventOf, heatOf } from '../../clock/testSheets.ts';
import { laneDoubts } from './lanes.ts';

const FULL = [1, 2, 3, 4, 5, 6];

/** An event of heats that show these lanes. */
const event = (number: string, ...heats: number[][]) =>
  eventOf(
    number,
    'Girls 100 Yard Freestyle',
    heats.map((lanes, i) => ({
      ...heatOf(i + 1, []),
      entries: lanes.map((lane) => entryOf('1:05.00', { lane })),
    })),
  );

const doubts = (events: ReturnType<typeof event>[]) =>
  laneDoubts({ events, emptyLanes: new Map() }, true).map(({ text }) => text);

const full = (number: string) => event(number, FULL, FULL, FULL, FULL, FULL);
const short = (number: string) => event(number, [2, 3, 4, 5], ...Array<number[]>(6).fill(FULL));

it('may have a short heat where the slowest of each event swim', () => {
  expect(doubts(['1', '2', '3', '4'].map(short))).toEqual([]);
});

it('lacks somebody in a short heat between two full ones', () => {
  const cut = event('5', FULL, FULL, [1, 2, 3, 4, 5], FULL);
  const text = 'Event 5, heat 3: only lanes 1 2 3 4 5 stand there.';
  expect(doubts([...['1', '2', '3', '4'].map(short), cut])).toEqual([text]);
  expect(doubts([full('1'), full('2'), cut])).toEqual([text]);
});

it('is not to be told from one that prints them where few heats are short', () => {
  expect(doubts([short('1'), full('2'), full('3')])).toHaveLength(1);
});
