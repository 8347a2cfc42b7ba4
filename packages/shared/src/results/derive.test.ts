import type { Entry, HeatSheet } from '@heatsync/heatsheet';
import { describe, expect, it } from 'vitest';
import { countRaces, deriveResults, type ReadSheet } from './derive.ts';

const entry = (lane: number, name: string, team: string): Entry => ({
  ...{ page: 1, box: [0, lane * 10, 90, lane * 10 + 9] as const, line: `${lane} ${name} ${team}` },
  ...{ lane, rank: null, name, age: '12', year: null, team, seed: '1:08.40', seedFlags: [] },
  ...{ relay: null, note: null },
});

const sheet = (entries: Entry[], change: Partial<HeatSheet> = {}): HeatSheet => ({
  ...{ readerVersion: 1, kind: 'heat_sheet', software: 'hytek', pages: 1, course: 'SCY' },
  ...{ meetName: 'Harbor Open', meetStart: null, meetEnd: null, venue: null, sessions: [] },
  events: [
    {
      ...{ number: '7', name: 'Girls 11-12 100 Free', session: null, gender: 'female' },
      ...{ ages: '11-12', distance: 100, stroke: 'freestyle', course: 'SCY', relay: false },
      ...{ round: null, page: 1 },
      heats: [{ number: 2, of: 4, round: null, start: null, page: 1, entries }],
    },
  ],
  ...{ lines: [], checks: [], coverage: 1, warnings: [], confident: true },
  ...change,
});

const read = (sequence: number, one: HeatSheet): ReadSheet => ({
  ...{ sequence, filename: `${sequence}.pdf`, sourceUrl: null, resultCode: null },
  ...{ cached: false, engine: 'reader', sheet: one },
});

const batch = (...swimmers: string[]) => ({
  ...{ batchId: '7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11', swimmerName: swimmers[0] ?? '' },
  ...{ swimmers, status: 'completed' as const, failedCount: 0 },
});

const FAMILY = sheet([entry(3, 'Fairwater, Ada', 'HBR'), entry(4, 'Fairwater, Bram', 'HBR')]);

describe('deriveResults', () => {
  it('says whose race it is, in the order the names were typed; the first of two that mean one person', () => {
    const typed = ['Bram Fairwater', 'Ada Fairwater', 'Fairwater, Ada'];
    const { sources, totalEvents } = deriveResults(batch(...typed), [read(1, FAMILY)], null);
    const races = sources[0]?.events.map((race) => [race.swimmerName, race.swimmer, race.lane]);
    expect(races).toEqual([
      ['Fairwater, Bram', 0, 4],
      ['Fairwater, Ada', 1, 3],
    ]);
    expect(totalEvents).toBe(2);
  });

  it('counts once what stands on two sheets, and shows no race of a sheet of results', () => {
    const sheets = [
      read(1, FAMILY),
      read(2, FAMILY),
      read(3, { ...FAMILY, kind: 'results' as const }),
    ];
    const { sources, totalEvents } = deriveResults(batch('Ada Fairwater'), sheets, null);
    expect(totalEvents).toBe(1);
    expect(sources.map(({ events }) => events.length)).toEqual([1, 1, 0]);
    expect(sources[1]?.events[0]?.duplicateOf).toBe(sources[0]?.events[0]?.id);
  });

  it('puts what is swum after midnight on the next day, also of a day that was told', () => {
    const night = sheet([]);
    const [event] = night.events;
    if (!event) throw new Error('The sheet has an event.');
    const heat = (number: number, start: string, entries: Entry[]) => ({
      ...{ number, of: 3, round: null, start, page: 1, entries },
    });
    const ada = (lane: number) => entry(lane, 'Fairwater, Ada', 'HBR');
    event.session = '1';
    event.heats = [heat(1, '22:40', []), heat(2, '23:55', [ada(3)]), heat(3, '00:10', [ada(4)])];
    const session = {
      ...{ key: '1', title: 'NIGHT', day: null, date: '2027-02-28', start: null },
      ...{ intervalSeconds: null, backInterval: null, rows: [], finish: null },
    };
    const dates = (answers: Parameters<typeof deriveResults>[2]) =>
      deriveResults(
        batch('Ada Fairwater'),
        [read(1, { ...night, sessions: [session] })],
        answers,
      ).sources[0]?.events.map(({ sessionDate }) => sessionDate);
    expect(dates(null)).toEqual(['2027-02-28', '2027-03-01']);
    const told = [{ key: '1.1', date: '2027-12-31' }];
    expect(dates({ people: [], sessions: told, timeZone: null })).toEqual([
      '2027-12-31',
      '2028-01-01',
    ]);
  });

  it('shows a rank only while no heat sheet has the event', () => {
    const ranked = entry(0, 'Fairwater, Ada', 'HBR');
    const psych = sheet([{ ...ranked, lane: null, rank: 5 }], { kind: 'psych_sheet' });
    for (const event of psych.events) for (const heat of event.heats) heat.number = null;
    const eventsOf = (...sheets: HeatSheet[]) =>
      deriveResults(
        batch('Ada Fairwater'),
        sheets.map((one, index) => read(index + 1, one)),
        null,
      ).sources[0]?.events.map(({ rank }) => rank);
    expect(eventsOf(psych)).toEqual([5]);
    expect(eventsOf(psych, FAMILY)).toEqual([]);
  });

  it('asks who is meant by people, and offers near names of whoever is in no sheet', () => {
    const namesakes = sheet([
      entry(3, 'Fairwater, Ada', 'HBR'),
      entry(4, 'Fairwater, Ada', 'POND'),
    ]);
    const found = deriveResults(batch('Ada Fairwater', 'Ada Fairwatr'), [read(1, namesakes)], null);
    expect(found.people.map(({ team }) => team).toSorted()).toEqual(['HBR', 'POND']);
    expect(found.suggestions).toEqual(['Fairwater, Ada']);
    expect(found.missing).toEqual([{ swimmer: 1, suggestions: ['Fairwater, Ada'] }]);
    const [meant] = found.people;
    const told = deriveResults(batch('Ada Fairwater'), [read(1, namesakes)], {
      ...{ people: [meant?.key ?? ''], sessions: [], timeZone: null },
    });
    expect(told.sources[0]?.events.map(({ team }) => team)).toEqual([meant?.team]);
  });
});

describe('missing', () => {
  it('names whoever only stands in results, and counts each name once', () => {
    const over = sheet([entry(3, 'Fairwater, Bram', 'HBR')], { kind: 'results' });
    const ada = sheet([entry(3, 'Fairwater, Ada', 'HBR')]);
    const sheets = [read(1, over), read(2, ada), read(3, ada)];
    const found = deriveResults(batch('Ada Fairwater', 'Bram Fairwater'), sheets, null);
    expect(found.missing).toEqual([{ swimmer: 1, suggestions: expect.any(Array) }]);
    expect(found.names).toBe(2);
  });
});

describe('countRaces', () => {
  it('counts in sheets that hold races to come', () => {
    expect(countRaces(FAMILY, ['Ada Fairwater', 'Bram Fairwater'])).toBe(2);
    expect(countRaces({ ...FAMILY, kind: 'results' }, ['Ada Fairwater'])).toBe(0);
  });
});
