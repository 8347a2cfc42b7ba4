import { describe, expect, it } from 'vitest';
import {
  breakLine,
  finishLine,
  hasHalf,
  isCounts,
  sessionClock,
  sessionHead,
  totalsLine,
} from './lines.ts';

describe('a session', () => {
  it.each([
    ['Session: 7 SUNDAY PRELIMS – TWO POOL FORMAT', '7', 'SUNDAY PRELIMS – TWO POOL FORMAT'],
    ['Session: 1B Thursday Distance (BOYS POOL)', '1B', 'Thursday Distance (BOYS POOL)'],
    ['Session: 8 800 Freestyle', '8', '800 Freestyle'],
    ['Session: 3', '3', null],
    ['Session: 2 Friday Prelims ...', '2', 'Friday Prelims'],
    ['Session: 1 Friday Prelims Day of Meet: 1 Starts at 09:00 AM', '1', 'Friday Prelims'],
  ])('"%s"', (text, label, title) => {
    expect(sessionHead(text)).toEqual({ label, title });
  });

  it('has a clock', () => {
    expect(
      sessionClock(
        'Day of Meet: 1 Starts at 05:00 PM Heat Interval: 30 Seconds / Back +15 Seconds',
      ),
    ).toEqual({ day: 1, start: '17:00', intervalSeconds: 30, backInterval: 15 });
    expect(
      sessionClock(
        'Day of Meet: 2 Starts at 08:30 Heat Interval: 20 Seconds / Back +10 Seconds / Chase -30',
      ),
    ).toEqual({
      day: 2,
      start: '08:30',
      intervalSeconds: 20,
      backInterval: 10,
      chaseInterval: -30,
    });
    expect(sessionClock('Day of Meet: 3')).toEqual({
      ...{ day: 3, start: null },
      ...{ intervalSeconds: null, backInterval: null },
    });
    expect(sessionClock('Starts at')).toBeNull();
  });

  it('has breaks, totals and a finish', () => {
    expect(breakLine('Break: 10 Minutes:')).toBe('Break: 10 Minutes');
    expect(breakLine('Break: 20 Minutes: Awards Break')).toBe('Break: 20 Minutes: Awards Break');
    expect(breakLine('Breaststroke')).toBeNull();
    expect(totalsLine('Entry / Heat Totals: 1,540 1,540 201')).toEqual({
      entries: 1540,
      heats: 201,
    });
    expect(totalsLine('Entry / Heat Totals: 201')).toBe('unclear');
    expect(totalsLine('Entries')).toBeNull();
    expect(isCounts('Swimmers Counts for Warm-ups: 78 ==== ====')).toBe(true);
    expect(finishLine('Finish Time 11:15 AM 08:02 PM _______')).toBe('20:02');
    expect(finishLine('Finish Time 20:02')).toBe('20:02');
    expect(finishLine('Finish Time _______')).toBeNull();
    expect(finishLine('Finals')).toBeUndefined();
  });

  it('has times that say AM or PM, or do not', () => {
    expect(hasHalf('Finals 1 Girls 50 Free 46 5 u 05:00 PM _______')).toBe(true);
    expect(hasHalf('Finals 1 AM Relays 46 5 u 05:00 _______')).toBe(false);
  });
});
