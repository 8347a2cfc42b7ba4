import type { SourceView } from '@heatsync/shared';
import { describe, expect, it } from 'vitest';
import { event, results, source } from './invented.ts';
import {
  contentsOf,
  groupBySession,
  mentionsOf,
  otherKinds,
  reportsInUse,
  racesOf,
  sheetsWithNamelessRelays,
  sheetsWithout,
} from './results.ts';

const grouped = (...sources: SourceView[]) =>
  groupBySession(racesOf(results(...sources), new Set())).map((session) => [
    session.title,
    session.races.map((race) => race.eventNumber),
  ]);

describe('racesOf', () => {
  it('shows a race once, with whose it is', () => {
    const races = racesOf(
      results(
        source(1, { events: [event({}), event({ id: '2', swimmer: 1 })] }),
        source(2, { events: [event({ id: '3', duplicateOf: '1' })] }),
      ),
      new Set(),
    );
    expect(races.map((race) => [race.id, race.swimmer])).toEqual([
      ['1', 0],
      ['2', 1],
    ]);
  });

  it('leaves out the namesake that was not meant', () => {
    const sheet = source(1, { events: [event({}), event({ id: '2', personKey: 'p2' })] });
    const races = racesOf(results(sheet), new Set(['p2']));
    expect(races.map((race) => race.id)).toEqual(['1']);
  });
});

describe('groupBySession', () => {
  it('puts sessions in the order of date and time, those without a date last', () => {
    const at = (sessionName: string, sessionDate: string | null, heatStartTime: string | null) =>
      event({ sessionName, sessionDate, heatStartTime });
    expect(
      grouped(
        source(1, { events: [at('Undated', null, null)] }),
        source(2, { events: [at('Saturday', '2026-06-13', '08:30')] }),
        source(3, { events: [at('Friday finals', '2026-06-12', '17:00')] }),
        source(4, { events: [at('Friday prelims', '2026-06-12', '09:00')] }),
      ).map(([title]) => title),
    ).toEqual(['Friday prelims', 'Friday finals', 'Saturday', 'Undated']);
  });

  it('goes by time where every race has one, else by event number', () => {
    const one = { sessionName: 'S', sessionDate: '2026-06-12' };
    const timed = [
      event({ ...one, eventNumber: '2', heatStartTime: '10:00' }),
      event({ ...one, eventNumber: '30', heatStartTime: '09:00' }),
    ];
    expect(grouped(source(1, { events: timed }))).toEqual([['S', ['30', '2']]]);
    const untimed = [event({ ...one, eventNumber: '101A' }), event({ ...one, eventNumber: '12' })];
    expect(grouped(source(1, { events: [...timed, ...untimed] }))).toEqual([
      ['S', ['2', '12', '30', '101A']],
    ]);
  });

  it('begins in the evening where a session without a date goes on after midnight', () => {
    const at = (eventNumber: string, heatStartTime: string) =>
      event({ sessionName: 'Relays', sessionDate: null, eventNumber, heatStartTime });
    const night = [at('9', '00:20'), at('8', '23:50'), at('7', '21:00')];
    expect(grouped(source(1, { events: night }))).toEqual([['Relays', ['7', '8', '9']]]);
    const day = [at('2', '19:00'), at('1', '07:00')];
    expect(grouped(source(1, { events: day }))).toEqual([['Relays', ['1', '2']]]);
  });

  it('keeps sessions without a date in the order of the sheets, whichever begins earlier in its day', () => {
    const named = (sessionName: string, heatStartTime: string) =>
      event({ sessionName, sessionDate: null, heatStartTime, eventNumber: '1' });
    expect(
      grouped(
        source(1, { events: [named('Session 1', '17:00')] }),
        source(2, { events: [named('Session 2', '08:30')] }),
      ).map(([name]) => name),
    ).toEqual(['Session 1', 'Session 2']);
  });

  it('joins two sheets of one session and keeps nameless ones apart', () => {
    const named = { sessionName: 'S', sessionDate: '2026-06-12' };
    expect(
      grouped(
        source(1, { events: [event({ ...named, eventNumber: '1' })] }),
        source(2, { events: [event({ ...named, eventNumber: '2' })] }),
        source(3, { events: [event({ eventNumber: '3' })] }),
        source(4, { events: [event({ eventNumber: '4' })] }),
      ),
    ).toEqual([
      ['S', ['1', '2']],
      [null, ['3']],
      [null, ['4']],
    ]);
  });
});

describe('what is left to say', () => {
  it('adds up the places where the name stands', () => {
    const sources = [
      source(1, {}),
      source(2, { mentions: { found: 3, explained: 2 } }),
      source(3, { kind: 'results', mentions: { found: 5, explained: 0 } }),
    ];
    expect(mentionsOf(sources)).toEqual({ found: 4, explained: 3 });
  });

  it('names the sheets whose relays name nobody, and what stands in them all', () => {
    const sessions = [{ key: '1', title: 'FRIDAY', date: null }];
    const sources = [
      source(1, { namelessRelays: 4, sessions, names: 30 }),
      source(2, { sessions, names: 12 }),
      source(3, { kind: 'psych_sheet', namelessRelays: 2, names: 0 }),
    ];
    expect(sheetsWithNamelessRelays(sources)).toEqual(['1.pdf']);
    expect(contentsOf({ sources, names: 40 })).toEqual({
      ...{ meets: ['Harbor Open'], sessions: ['FRIDAY'], names: 40 },
    });
  });

  it('tells a heat sheet without the swimmer from another kind of sheet', () => {
    const sources = [
      source(1, { events: [event({})] }),
      source(2, {}),
      source(3, { kind: 'results' }),
    ];
    expect(sheetsWithout(sources)).toEqual(['2.pdf']);
    expect(otherKinds(sources).map(({ kind }) => kind)).toEqual(['results']);
  });

  it('tells which session reports give start times', () => {
    const timed = event({ heatStartTime: '09:12', timeSource: 'from_session_report' });
    const sources = [
      source(1, { meetName: 'Harbor Light Open', events: [timed] }),
      source(2, { kind: 'session_report', meetName: 'Harbor Light Open' }),
      source(3, { kind: 'session_report', meetName: 'Gull Bay Classic' }),
    ];
    expect([...reportsInUse(sources)]).toEqual([2]);
    expect([...reportsInUse(sources.slice(1))]).toEqual([]);
  });
});
