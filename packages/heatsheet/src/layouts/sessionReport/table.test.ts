import { describe, expect, it } from 'vitest';
import type { Row } from '../../text/rows.ts';
import {
  eventHead,
  hasFigures,
  looksLikeEvent,
  roundEdge,
  tableColumns,
  tableRow,
} from './table.ts';

/** Pieces by their left edge; a letter is 5 points wide. */
const row = (...pieces: [number, string][]): Row => ({
  y: 100,
  runs: pieces.map(([x, text]) => ({ text, x, y: 100, right: x + text.length * 5, size: 10 })),
});
const HEAD = row(
  [18, 'Round'],
  [120, 'Event'],
  [343, 'Entries'],
  [407, 'Heats'],
  [462, 'Starts at'],
);
const columns = { round: 18, entries: 378, heats: 432, start: 507 };

describe('the table of a session', () => {
  it('has its numbers under their headings', () => {
    expect(tableColumns(HEAD)).toEqual(columns);
    expect(tableColumns(row([18, 'Round']))).toBeNull();
  });

  it('keeps number and name apart from the entries that the name runs into', () => {
    const wide = 'Mixed 12 & Under 400 Freestyle Relay for Harbor Lights';
    const long = row([18, 'Finals'], [104, '12'], [120, wide], [368, '46'], [427, '5']);
    expect(tableRow(long, columns)).toMatchObject({ entries: 46, heats: 5, start: null });
  });

  it.each([
    ['05:00 PM', '17:00'],
    ['u 05:00 PM _______', '17:00'],
    ['08:05', '08:05'],
    ['_______', null],
  ])('"%s" after the heats', (after, start) => {
    const event = row([18, 'Finals'], [109, '2'], [120, 'Girls 50 Free'], [363, '1,1'], [427, '5']);
    event.runs.push({ text: after, x: 440, y: 100, right: 520, size: 10 });
    expect(tableRow(event, columns)?.start).toBe(start);
  });

  it('is read by its order where the numbers stand elsewhere', () => {
    const moved = row(
      [18, 'Prelims 7 Girls 50 Free'],
      [300, '46'],
      [350, '5 u'],
      [370, '08:05 AM'],
    );
    expect(tableRow(moved, columns)).toEqual({
      ...{ head: 'Prelims 7 Girls 50 Free', entries: 46, heats: 5, start: '08:05' },
    });
  });

  it.each([
    [
      'Finals-S 11 Women 13 & Over 400 Freestyle',
      'Finals-S',
      '11',
      'Women 13 & Over 400 Freestyle',
    ],
    ['Timed Finals 101A Boys 50 Free', 'Timed Finals', '101A', 'Boys 50 Free'],
    ['Finals-1 54 8 & Under 50 Free', 'Finals-1', '54', '8 & Under 50 Free'],
    ['12 Girls 11-12 50 Free', null, '12', 'Girls 11-12 50 Free'],
  ])('"%s"', (text, round, event, name) => {
    expect(eventHead(text)).toEqual({ round, event, name });
  });

  it('tells a note from an event that was not read', () => {
    expect(looksLikeEvent(row([38, 'POOL 1 — GIRLS']), columns)).toBe(false);
    expect(looksLikeEvent(row([18, 'Prelims'], [120, '7 Girls']), columns)).toBe(true);
    expect(looksLikeEvent(row([120, 'Girls 50 Free'], [368, '46']), columns)).toBe(true);
  });

  it('tells rows that hold its figures', () => {
    expect(hasFigures(row([120, 'Girls'], [467, '08:05 AM']), columns)).toBe(true);
    expect(hasFigures(row([120, 'Warm-up'], [300, '08:05 AM']), columns)).toBe(false);
    expect(hasFigures(row([527, '_______']), columns)).toBe(true);
  });

  it('sees how far from its heading a round begins', () => {
    expect(roundEdge(row([18, 'Prelims'], [104, '7']), columns)).toBe(0);
    expect(roundEdge(row([33, 'lims'], [104, '7']), columns)).toBe(15);
  });
});
