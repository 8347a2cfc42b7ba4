import { describe, expect, it } from 'vitest';
import { choicesFor, isSettled, meantAmong, MOST_CHOICES } from './completion.ts';

const person = (name: string, team = 'HBR', age = '12') => ({
  key: `${name}@${team}/${age}`,
  name,
  age,
  team,
});

const PEOPLE = [
  person('Fairwater, Ada'),
  person('Fairwater, Ada', 'POND'),
  person('Fairwater, Adam'),
  person('Brückner, Zoë'),
  person('Łosoś-Stream, Ada'),
  person("O'Tern, Bram"),
];

const names = (typed: string) => choicesFor(PEOPLE, typed).map(({ name }) => name);

describe('choicesFor', () => {
  it.each([
    ['fair ada', ['Fairwater, Ada', 'Fairwater, Ada', 'Fairwater, Adam']],
    ['Adam F', ['Fairwater, Adam']],
    ['zoe bruck', ['Brückner, Zoë']],
    ['Brückner, Z', ['Brückner, Zoë']],
    ['losos', ['Łosoś-Stream, Ada']],
    ['bram otern', ["O'Tern, Bram"]],
    ['ada ada', []],
    ['water', []],
    ['  ', []],
  ])('%s may become %j', (typed, expected) => expect(names(typed)).toEqual(expected));

  it('offers no more than fit', () => {
    const many = Array.from({ length: 30 }, (_, index) => person(`Reed, Ada ${index}`));
    expect(choicesFor(many, 'reed')).toHaveLength(MOST_CHOICES);
  });
});

describe('a choice', () => {
  it('is settled when the whole name of one person stands there', () => {
    expect(isSettled(choicesFor(PEOPLE, 'adam fairwater'), 'adam fairwater')).toBe(true);
    expect(isSettled(choicesFor(PEOPLE, 'ada fairwater'), 'ada fairwater')).toBe(false);
    expect(isSettled(choicesFor(PEOPLE, 'zoe'), 'zoe')).toBe(false);
  });

  it('tells among the namesakes found later who was meant', () => {
    const found = [person('Fairwater, Ada'), person('Fairwater, Ada', 'POND')];
    expect(meantAmong(found, [person('Fairwater, Ada', 'POND')])).toEqual([found[1]?.key]);
    expect(meantAmong(found, [])).toEqual([]);
  });
});
