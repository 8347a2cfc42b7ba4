import { describe, expect, it } from 'vitest';
import { heatSeconds, noTimeSeconds, seedSeconds } from './seconds.ts';
import { entryOf, eventOf, heatOf } from './testSheets.ts';

const INTERVAL = { seconds: 30, back: 15, chase: 0 };
const event = (name: string) => eventOf('1', name, []);

it.each([
  ['28.50', 28.5],
  ['2:10.82', 130.82],
  ['1:02:03.40', 3723.4],
  ['01:31,21', 91.21],
  ['00:00,00', null],
  ['NT', null],
  [null, null],
])('a seed of %s is %s seconds', (seed, seconds) => {
  if (seconds === null) expect(seedSeconds(seed)).toBeNull();
  else expect(seedSeconds(seed)).toBeCloseTo(seconds, 6);
});

describe('a swimmer without a time', () => {
  it.each([
    ['Girls 13 & Over 200 LC Meter Freestyle', 200 * 0.82 * 1.1],
    ['Girls 13 & Over 100 LC Meter Breaststroke', 100 * 0.9 * 1.1],
    ['Girls 13 & Over 100 LC Meter Butterfly', 100 * 0.85 * 1.1],
    ['Girls 13 & Over 400 LC Meter Freestyle', 400 * 0.95 * 1.1],
    ['Girls 13 & Over 400 LC Meter IM', 400 * 0.9 * 1.1],
    ['Girls 13 & Over 100 Yard Freestyle', 100 * 0.82],
    ['Girls 8 & Under 50 SC Meter Freestyle', 50 * 0.82 * 1.1 * 1.3],
    ['Girls 9-10 50 SC Meter Freestyle', 50 * 0.82 * 1.1 * 1.2],
    ['Boys 12 Year Olds 50 SC Meter Freestyle', 50 * 0.82 * 1.1 * 1.1],
    ['Girls 11 & Over 50 LC Meter Freestyle', 50 * 0.82 * 1.1],
  ])('%s', (name, seconds) => {
    expect(noTimeSeconds(event(name))).toBeCloseTo(seconds, 6);
  });

  it('is not known where the event does not say what is swum', () => {
    expect(noTimeSeconds(event('Fun Race'))).toBeNull();
  });
});

describe('a heat', () => {
  const free = event('Girls 13-14 100 LC Meter Freestyle');
  const back = event('Girls 13-14 100 LC Meter Backstroke');

  it('lasts until its slowest seed is in, and the interval', () => {
    expect(heatSeconds(free, heatOf(1, ['1:10.00', '1:20.50']), INTERVAL)).toBeCloseTo(110.5);
    expect(heatSeconds(back, heatOf(1, ['1:20.50']), INTERVAL)).toBeCloseTo(125.5);
  });

  it('does not wait for alternates and who is withdrawn', () => {
    const heat = heatOf(1, ['1:10.00']);
    heat.entries.push(entryOf('1:40.00', { note: 'alternate' }));
    expect(heatSeconds(free, heat, INTERVAL)).toBeCloseTo(100);
  });

  it('is followed sooner where the next one starts from the other end', () => {
    const chase = { ...INTERVAL, chase: -30 };
    const short = event('Girls 13-14 50 LC Meter Freestyle');
    expect(heatSeconds(free, heatOf(1, ['1:10.00']), chase)).toBeCloseTo(70);
    expect(heatSeconds(short, heatOf(1, ['30.00']), chase)).toBeCloseTo(60);
  });

  it.each([
    ['100 LC Meter Freestyle', 'Y', '1:00.00', 60 * 1.11 + 1.6],
    ['100 LC Meter Breaststroke', 'S', '1:20.00', 80 + 2],
    ['400 LC Meter Freestyle', 'Y', '5:00.00', (300 * 400) / 457.2 + 6.4],
    ['100 Yard Freestyle', 'L', '1:08.20', (68.2 - 1.6) / 1.11],
    ['100 SC Meter Butterfly', 'L', '1:11.40', 70],
    ['100 LC Meter Freestyle', 'L', '1:00.00', 60],
  ])('of %s counts a seed in %s as it is swum here', (name, letter, seed, seconds) => {
    const heat = heatOf(1, []);
    heat.entries.push(entryOf(seed, { seedFlags: [letter, 'BB'] }));
    const none = { seconds: 0, back: 0, chase: 0 };
    expect(heatSeconds(event(`Girls 13-14 ${name}`), heat, none)).toBeCloseTo(seconds, 6);
  });

  it('is of unknown length without seeds in an event of unknown kind', () => {
    expect(heatSeconds(event('Fun Race'), heatOf(1, ['NT']), INTERVAL)).toBeNull();
  });
});
