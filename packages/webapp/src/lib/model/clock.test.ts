import { describe, expect, it } from 'vitest';
import { clockParts, clockWords, dayWords, timeSpan } from './clock.ts';

it('says the calendar date whatever the zone of the viewer', () => {
  expect(dayWords('2026-06-12')).toBe('Fri 12 June');
});

describe('where hours are counted to 24', () => {
  it('says the hour as a parent would', () => {
    expect(clockWords('09:12', false)).toBe('9:12');
    expect(clockWords('00:05', false)).toBe('0:05');
    expect(clockWords('17:05', false)).toBe('17:05');
  });

  it('says a session from its first time to its last', () => {
    expect(timeSpan(['11:50', '08:30', '09:10'], false)).toBe('8:30 – 11:50');
    expect(timeSpan(['08:30'], false)).toBe('8:30');
    expect(timeSpan([], false)).toBeNull();
    expect(timeSpan(['00:20', '21:00', '23:50'], false)).toBe('21:00 – 0:20');
  });
});

describe('where hours are counted to twelve', () => {
  it.each([
    ['00:05', '12:05', 'am'],
    ['09:12', '9:12', 'am'],
    ['12:00', '12:00', 'pm'],
    ['17:05', '5:05', 'pm'],
    ['23:59', '11:59', 'pm'],
  ])('%s is %s %s', (time, figures, half) => {
    expect(clockParts(time, true)).toEqual({ figures, half });
  });

  it('says the half of the day once where both times are in it', () => {
    expect(timeSpan(['08:30', '11:50'], true)).toBe('8:30 – 11:50\u00a0am');
    expect(timeSpan(['11:50', '13:05'], true)).toBe('11:50\u00a0am – 1:05\u00a0pm');
    expect(timeSpan(['13:05'], true)).toBe('1:05\u00a0pm');
  });
});
