import { describe, expect, it } from 'vitest';
import type { ReportEntry, SheetReport } from '../../src/report.ts';
import { belowBars } from './bars.ts';
import { precisionOf, recallOf, scoreSheet } from './score.ts';
import type { Truth, TruthEntry } from './truth.ts';

const entry = (changes: Partial<ReportEntry> = {}): ReportEntry => ({
  event: '1',
  heat: 1,
  lane: 4,
  rank: null,
  name: 'Teal, Ida',
  team: 'GULL-CA',
  age: '12',
  seed: '31.50',
  relayLetter: null,
  legs: null,
  round: null,
  start: null,
  page: 1,
  note: null,
  ...changes,
});

const report = (entries: ReportEntry[], changes: Partial<SheetReport> = {}): SheetReport => ({
  file: 'a.pdf',
  kind: 'heat_sheet',
  software: 'hytek',
  meetName: null,
  meetStart: null,
  meetEnd: null,
  pages: 1,
  events: [{ event: '1', name: 'Girls 50 Free', relay: false, heats: 1 }],
  entries,
  ...changes,
});

const truth = (entries: TruthEntry[], changes: Partial<Truth> = {}): Truth => ({
  kind: 'heat_sheet',
  software: 'hytek',
  events: [{ event: '1', name: 'Girls 50 Free', relay: false, heats: 1 }],
  entries,
  ...changes,
});

describe('entries', () => {
  it('match on event, heat, lane and name', () => {
    const score = scoreSheet(
      truth([entry(), entry({ lane: 5, name: 'Lark, Elly' })]),
      report([entry(), entry({ lane: 6 })]),
    );
    expect(score).toMatchObject({ truth: 2, read: 2, matched: 1 });
    expect([precisionOf(score), recallOf(score)]).toEqual([0.5, 0.5]);
    expect(score.missing.map(({ name }) => name)).toEqual(['Lark, Elly']);
    expect(score.extra.map(({ lane }) => lane)).toEqual([6]);
  });

  it('match one to one', () => {
    expect(scoreSheet(truth([entry()]), report([entry(), entry()]))).toMatchObject({
      read: 2,
      matched: 1,
    });
  });

  it('tell the same name twice in a list apart by rank and seed', () => {
    const ranked = (rank: number, seed: string) => entry({ heat: null, lane: null, rank, seed });
    const score = scoreSheet(
      truth([ranked(1, '31.00'), ranked(2, '32.00')]),
      report([ranked(2, '32.00'), ranked(1, '31.00')]),
    );
    expect(score.fields.rank).toEqual({ right: 2, of: 2 });
  });

  it('take the readings that a sheet allows', () => {
    const seen = { ...entry({ name: 'Grif in, Ida' }), nameSeen: 'Griffin, Ida' };
    const other = { ...entry({ lane: 5 }), alt: [{ event: '2', heat: 3 }] };
    const read = [entry({ name: 'Griffin, Ida' }), entry({ lane: 5, event: '2', heat: 3 })];
    expect(scoreSheet(truth([seen, other]), report(read)).matched).toBe(2);
  });

  it('take a relay by team and letter, glued or not', () => {
    const relay = entry({ name: null, relayLetter: 'A', legs: ['Teal, Ida', 'Lark, Elly'] });
    const glued = { ...relay, team: 'GULL-CAA', relayLetter: null };
    const score = scoreSheet(truth([relay]), report([glued]));
    expect(score.matched).toBe(1);
    expect(score.fields).toMatchObject({
      team: { right: 1 },
      relayLetter: { right: 0, of: 1 },
      legs: { right: 1 },
    });
  });

  it('take a German relay by its team alone', () => {
    const relay = { ...entry({ name: null, team: 'SC Harbor' }), relayName: '1. Mannschaft' };
    expect(
      scoreSheet(
        truth([relay]),
        report([entry({ name: null, team: 'SC Harbor', relayLetter: '1' })]),
      ).matched,
    ).toBe(1);
  });
});

describe('fields', () => {
  const fieldsOf = (right: Partial<TruthEntry>, read: Partial<ReportEntry>) =>
    scoreSheet(truth([{ ...entry(), ...right }]), report([entry(read)])).fields;

  it('count where either side has a value', () => {
    expect(fieldsOf({ start: null }, { start: '09:00' }).start).toEqual({ right: 0, of: 1 });
    expect(fieldsOf({}, {}).start).toEqual({ right: 0, of: 0 });
  });

  it('count a round only where the truth has one', () => {
    expect(fieldsOf({ round: null }, { round: 'Finals' }).round.of).toBe(0);
    expect(fieldsOf({ round: 'Finals' }, { round: 'Final' }).round).toEqual({ right: 1, of: 1 });
    expect(fieldsOf({ round: 'Finals' }, {}).round).toEqual({ right: 0, of: 1 });
  });

  it('take a school year in the age’s place', () => {
    expect(fieldsOf({ age: null, year: 'SR' }, { age: 'SR' }).age).toEqual({ right: 1, of: 1 });
  });

  it('know an event by any of its names', () => {
    const named = truth([entry()], {
      events: [{ event: '1', name: 'x', relay: false, heats: 1, nameAlt: ['Girls 50 Free'] }],
    });
    expect(scoreSheet(named, report([entry()])).fields['event name']).toEqual({ right: 1, of: 1 });
  });
});

describe('the kind', () => {
  it('is all there is to score where the truth holds no entries', () => {
    const score = scoreSheet({ kind: 'results' }, report([], { kind: 'results' }));
    expect(score).toMatchObject({ counted: 'nothing', kind: { ok: true } });
    expect(belowBars(score)).toEqual([]);
  });

  it('cannot be told without text', () => {
    expect(
      scoreSheet({ kind: 'results', noTextLayer: true }, report([], { kind: 'other' })).kind.ok,
    ).toBe(true);
    expect(scoreSheet({ kind: 'results' }, report([], { kind: 'other' })).kind.ok).toBe(false);
  });
});

it('names what is below its bar', () => {
  const read = report([entry({ team: 'PINE-CA' })], { kind: 'psych_sheet' });
  expect(belowBars(scoreSheet(truth([entry(), entry({ lane: 5 })]), read))).toEqual([
    'kind psych_sheet, should be heat_sheet',
    'recall',
    'team',
  ]);
});
