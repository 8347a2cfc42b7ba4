import { describe, expect, it } from 'vitest';
import { choiceOf, meaningOf, meantBy, namesakes, passedOver, withChoice } from './people.ts';

const person = (key: string, name: string) => ({ key, name, age: null, team: null });
const adas = [person('a', 'Fairwater, Ada'), person('b', 'Ada Fairwater')];

it('asks only where one name is several people', () => {
  const people = [...adas, person('c', 'Fairwater, Bram')];
  expect(namesakes(people).map((group) => group.map(({ key }) => key))).toEqual([['a', 'b']]);
});

describe('of several people of one name', () => {
  it('all are shown until somebody says which one is meant', () => {
    expect(meantBy(adas, ['c'])).toBeNull();
    expect(passedOver(adas, ['c'])).toEqual([]);
  });

  it('the last choice counts', () => {
    expect(meantBy(adas, ['a', 'c', 'b'])).toBe('b');
    expect(passedOver(adas, ['a', 'c', 'b'])).toEqual(['a']);
    expect(meaningOf([...adas, person('c', 'Fairwater, Bram')], ['a', 'b'])).toEqual({
      namesakes: [adas],
      others: new Set(['a']),
    });
  });

  it('a choice and taking it back leave those of other names alone', () => {
    expect(withChoice(['a', 'c'], adas, 'b')).toEqual(['c', 'b']);
    expect(withChoice(['a', 'c'], adas, null)).toEqual(['c']);
    expect(choiceOf(adas, 'b')).toEqual({
      people: [
        { key: 'a', isMeant: false },
        { key: 'b', isMeant: true },
      ],
    });
  });
});
