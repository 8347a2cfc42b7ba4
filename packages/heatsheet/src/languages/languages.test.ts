import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './index.ts';
import { factsIn, wholeWord } from './language.ts';

it.each([
  ['Turkish', 'Erkekler, 200m Karışık', { gender: 'male', stroke: 'medley', distance: 200 }],
  ['Turkish', 'Bayanlar, 50m Sırtüstü', { gender: 'female', stroke: 'backstroke' }],
  ['German', '100m Brust männlich (Finale)', { gender: 'male', stroke: 'breaststroke' }],
  ['English', 'Women, 4 x 100m Freestyle', { gender: 'female', relay: true, distance: 400 }],
  ['French', 'Messieurs, 100m Papillon', { gender: 'male', stroke: 'butterfly' }],
  ['Spanish', 'Femenino, 200m Espalda', { gender: 'female', stroke: 'backstroke' }],
  ['Russian', 'Девочки, 50m Брасс', { gender: 'female', stroke: 'breaststroke', distance: 50 }],
  ['Russian', 'Мужчины, 4 х 100м Вольный стиль', { gender: 'male', relay: true, distance: 400 }],
  ['Dutch', 'Dames, 4 x 50m wisselslag', { gender: 'female', stroke: 'medley', relay: true }],
  ['Polish', 'Dziewcząt, 50m motylkowy', { gender: 'female', stroke: 'butterfly' }],
])('%s: %s', (name, event, facts) => {
  const language = LANGUAGES.find((other) => other.name === name);
  expect(language && factsIn(language, event)).toMatchObject(facts);
});

describe.each(LANGUAGES)('$name', (language) => {
  it('names where its words come from, and has a word for everything', () => {
    expect(language.source).not.toBe('');
    for (const words of Object.values(language.lists)) expect(words.length).toBeGreaterThan(0);
  });
});

it('finds whole words, also those that end in letters beyond ASCII', () => {
  expect(wholeWord(['Yarış']).test('Yarış 3')).toBe(true);
  expect(wholeWord(['Brust']).test('Bruststück')).toBe(false);
});
