import { describe, expect, it } from 'vitest';
import { rowOf } from '../common/rowOf.ts';
import {
  clockOf,
  columnHeading,
  eventHeading,
  heatHeading,
  isBegin,
  isOtherSection,
  sessionHeading,
} from './headers.ts';

describe('a session', () => {
  it('has a title and a day', () => {
    expect(sessionHeading('Abschnitt 1 - Sonntag 08.09.2024')).toEqual({
      title: 'Abschnitt 1',
      date: '2024-09-08',
    });
    expect(sessionHeading('Abschnitt 2')).toEqual({ title: 'Abschnitt 2', date: null });
    expect(sessionHeading('Abschnittsende (ca. 13:03 Uhr)')).toBeNull();
  });

  it('tells when it begins, unless nobody filled it in', () => {
    expect(isBegin('Beginn: 08:45 Uhr')).toBe(true);
    expect(isBegin('16:15 - Beginn der Finalläufe')).toBe(false);
    expect(clockOf('Beginn: 8:45 Uhr')).toBe('08:45');
    expect(clockOf('Beginn: 00:00 Uhr')).toBeNull();
  });
});

describe('an event', () => {
  it('has number, name, round and what the name says', () => {
    expect(eventHeading('Wettkampf 23 - 50m Rücken weiblich (Vorlauf)')).toMatchObject({
      number: '23',
      name: '50m Rücken weiblich (Vorlauf)',
      round: 'Vorlauf',
      continued: false,
      facts: { gender: 'female', distance: 50, stroke: 'backstroke', relay: false },
    });
  });

  it('goes on at the top of a page', () => {
    expect(eventHeading('noch Wettkampf 2 - 100m Schmetterling männlich')).toMatchObject({
      number: '2',
      continued: true,
      facts: { gender: 'male', stroke: 'butterfly' },
    });
  });

  it('is a relay where legs are counted', () => {
    expect(eventHeading('Wettkampf 11 - 4x50m Lagen mixed')?.facts).toMatchObject({
      relay: true,
      distance: 200,
      stroke: 'medley',
      gender: 'mixed',
    });
  });

  it('carries heats and time in the list of events, which are no part of its name', () => {
    expect(
      eventHeading('Wettkampf 1 - 100m Brust weiblich (4 Läufe) (ca. 08:30 Uhr)'),
    ).toMatchObject({ name: '100m Brust weiblich', round: null, heats: 4 });
  });
});

it.each([
  ['Lauf 1/3 (ca. 08:45 Uhr)', { number: 1, of: 3, round: null, start: '08:45' }],
  ['Lauf 1 (ca. 08:30 Uhr)', { number: 1, of: null, round: null, start: '08:30' }],
  ['Lauf 2/2 (A-Finale) (ca. 17:02 Uhr)', { number: 2, of: 2, round: 'A-Finale', start: '17:02' }],
  ['Lauf 12', { number: 12, of: null, round: null, start: null }],
])('%s is a heat', (text, heat) => {
  expect(heatHeading(text)).toEqual(heat);
});

it('finds the columns by their names', () => {
  const row = rowOf([
    [59, 'Bahn'],
    [118, 'Schwimmer(in)'],
    [262, 'Jg.'],
    [313, 'Verein'],
    [494, 'Meldezeit'],
  ]);
  expect(columnHeading(row)).toEqual({ name: 118, year: 262, team: 313 });
  expect(
    columnHeading(
      rowOf([
        [59, 'Bahn 1'],
        [118, 'Teal, Ida'],
      ]),
    ),
  ).toBeNull();
});

it('knows the sections that hold no entries', () => {
  expect(isOtherSection('Wettkampffolge für Abschnitt 1')).toBe(true);
  expect(isOtherSection('Kampfgericht Abschnitt 2')).toBe(true);
  expect(isOtherSection('Wettkampf 1 - 50m Brust')).toBe(false);
});
