import { expect, it } from 'vitest';
import { withoutEmptyRoom, type Gap } from './emptyRoom.ts';

const HEIGHT = 12;
const CLOSE = 4;

/** Ends of heats in whose last `empty` lanes nobody swims, each with room for so many rows. */
const ends = (...rooms: [empty: number, room: number][]): Gap[] =>
  rooms.map(([empty, room]) => ({ pair: 'row heat', empty, gap: CLOSE + room * HEIGHT }));

const full: [number, number][] = [0, 0, 0, 0].map((empty) => [empty, empty]);
const habit: [number, number][] = [1, 2, 1, 3, 1].map((empty) => [empty, empty]);

const gapsOf = (rooms: [number, number][]): number[] =>
  withoutEmptyRoom(ends(...rooms), HEIGHT).map(({ gap }) => gap);

it('takes off the rooms of empty lanes where each has one', () => {
  expect(gapsOf([...full, ...habit])).toEqual(Array.from({ length: 9 }, () => CLOSE));
});

it('does so where no heat is full', () => {
  expect(gapsOf(habit)).toEqual(Array.from({ length: 5 }, () => CLOSE));
});

it('leaves a room that no empty lane explains', () => {
  expect(gapsOf([...full, ...habit, [0, 1]]).at(-1)).toBe(CLOSE + HEIGHT);
});

it('leaves all where other empty lanes have none, or where they are few', () => {
  const others: [number, number][] = [1, 2, 1].map((empty) => [empty, 0]);
  expect(gapsOf([...full, ...habit, ...others])).toContain(CLOSE + HEIGHT);
  expect(gapsOf([...full, [1, 1], [2, 2]])).toContain(CLOSE + HEIGHT);
});
