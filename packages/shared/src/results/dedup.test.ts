import { describe, expect, it } from 'vitest';
import { distinctRaces, markRepeats } from './dedup.ts';

const race = (id: string, change: object = {}) => ({
  id,
  personKey: 'fairwater,ada',
  sessionDate: '2027-06-11' as string | null,
  eventNumber: '12',
  eventName: 'Girls 11-12 100 Freestyle',
  round: 'Prelims',
  heatNumber: 3 as number | null,
  lane: 4 as number | null,
  duplicateOf: null,
  conflictsWith: null,
  ...change,
});
const marks = (sheets: ReturnType<typeof race>[][]) =>
  markRepeats(sheets)
    .flat()
    .map(({ id, duplicateOf, conflictsWith }) => [id, duplicateOf, conflictsWith]);

describe('markRepeats', () => {
  it('marks the same heat and lane in a later sheet as a duplicate of the first', () => {
    expect(marks([[race('a')], [race('b')], [race('c')]])).toEqual([
      ['a', null, null],
      ['b', 'a', null],
      ['c', 'a', null],
    ]);
  });

  it('lets both sides of a contradiction say so', () => {
    expect(marks([[race('a')], [race('b', { lane: 5 })]])).toEqual([
      ['a', null, 'b'],
      ['b', null, 'a'],
    ]);
  });

  it.each([
    ['another person', { personKey: 'inkwell,bram' }],
    ['another day', { sessionDate: '2027-06-12' }],
    ['another event', { eventNumber: '14' }],
    ['another round', { round: 'Finals' }],
    ['a rank without heat', { heatNumber: null, lane: null }],
  ])('leaves %s alone', (_, change) => {
    expect(marks([[race('a')], [race('b', change)]])).toEqual([
      ['a', null, null],
      ['b', null, null],
    ]);
  });

  it('never marks what stands twice in one sheet', () => {
    expect(marks([[race('a'), race('b', { lane: 5 })]])).toEqual([
      ['a', null, null],
      ['b', null, null],
    ]);
  });
});

describe('distinctRaces', () => {
  const countOf = (...sheets: ReturnType<typeof race>[][]) =>
    distinctRaces(markRepeats(sheets).flat());

  it('counts a race once, however many sheets contradict each other about it', () => {
    const other = race('x', { eventNumber: '14' });
    expect(countOf([race('a'), other], [race('b', { lane: 5 })])).toBe(2);
    expect(countOf([race('a')], [race('b', { lane: 5 })], [race('c', { lane: 6 })])).toBe(1);
    expect(countOf([race('a'), other], [race('b')])).toBe(2);
  });

  it('counts what is left where the other line is not shown', () => {
    expect(distinctRaces([race('b', { conflictsWith: 'a' })])).toBe(1);
  });
});
