import { expect, it } from 'vitest';
import { isSameAge, isSameClock, isSameSeed, numberOf, plain, roundOf, tight } from './same.ts';

it.each([
  ['O’Tern,  Zoë', "o'tern,zoë"],
  ['Teal , Ida *', 'teal,ida'],
  ['İNCİ Işık', 'inci işık'],
])('%s is compared as %s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

it('leaves blanks out where they do not count', () => {
  expect(tight('van der Zee, Calder')).toBe(tight('VAN DERZEE,CALDER'));
});

it.each([
  ['#012', '12'],
  [12, '12'],
  ['101 a', '101A'],
  ['', null],
  [null, null],
])('the number %s is %s', (value, expected) => {
  expect(numberOf(value)).toBe(expected);
});

it.each([
  ['01:02,30', '1:02.30', true],
  ['00:28,50', '28.50', true],
  ['00:00,00', 'NT', true],
  ['00:00,00', null, true],
  ['NT', null, false],
  ['1:02.30', '1:02.31', false],
])('the seeds %s and %s: %s', (truth, found, same) => {
  expect(isSameSeed(truth, found)).toBe(same);
});

it.each([
  ['8:05 PM', '20:05', true],
  ['12:10 AM', '00:10', true],
  ['9:05', '09:05', true],
  [null, '09:05', false],
])('the times %s and %s: %s', (a, b, same) => {
  expect(isSameClock(a, b)).toBe(same);
});

it('takes a round in one and many, with and without dash, for one', () => {
  expect(roundOf('Prelims')).toBe(roundOf('prelim'));
  expect(roundOf('A - Final')).toBe(roundOf('A-Final'));
  expect(roundOf('')).toBeNull();
});

it('takes two and four figures of a year for one on Splash sheets only', () => {
  expect(isSameAge('09', '2009', 'splash')).toBe(true);
  expect(isSameAge('09', '2009', 'hytek')).toBe(false);
  expect(isSameAge(null, '', undefined)).toBe(true);
  expect(isSameAge('9', null, undefined)).toBe(false);
});
