import { makeMeet, printedName, type MeetEntry, type Swimmer } from '@heatsync/sheetgen';
import { describe, expect, it } from 'vitest';
import { allNames, allPeople, findSwimmer } from './findSwimmer.ts';
import type { Box, Entry, HeatSheet, LineRole, RelayLeg, SheetEvent, SheetLine } from './types.ts';

let nextTop = 0;
/** Every call is a row of its own. */
const newBox = (): Box => [18, (nextTop += 12), 298, nextTop + 9];

const swim = (
  name: string,
  age: string | null,
  team: string | null,
  more?: Partial<Entry>,
): Entry => ({
  page: 1,
  box: newBox(),
  line: `4 ${name} ${age ?? ''} ${team ?? ''} 1:10.00`,
  lane: 4,
  rank: null,
  name,
  age,
  year: null,
  team,
  seed: '1:10.00',
  seedFlags: [],
  relay: null,
  note: null,
  ...more,
});

const legOf = (name: string, age: string | null, order: number): RelayLeg => {
  return { page: 1, box: newBox(), line: `${order}) ${name} ${age ?? ''}`, order, name, age };
};

const relay = (team: string, legs: RelayLeg[]): Entry =>
  swim('', null, team, { name: null, line: `3 ${team} A 4:00.00`, relay: { letter: 'A', legs } });

const line = (text: string, role: LineRole): SheetLine => ({
  page: 1,
  box: newBox(),
  line: text,
  role,
});

const eventOf = (entries: Entry[]): SheetEvent => ({
  ...{ number: '1', name: 'Girls 100 Freestyle', session: null, gender: null, ages: null },
  ...{ distance: 100, stroke: 'freestyle', course: 'LCM', relay: false, round: null, page: 1 },
  heats: [{ number: 1, of: 1, round: null, start: null, page: 1, entries }],
});

const sheetOf = (entries: Entry[], lines: SheetLine[] = []): HeatSheet => ({
  ...{ readerVersion: 1, kind: 'heat_sheet', software: 'hytek', pages: 1, meetName: null },
  ...{ meetStart: null, meetEnd: null, venue: null, course: null, sessions: [] },
  ...{ checks: [], coverage: 1, warnings: [], confident: true },
  events: [eventOf(entries)],
  lines,
});

const foundNames = (sheet: HeatSheet, name: string): (string | null)[] =>
  findSwimmer(sheet, name).matches.map(({ entry, leg }) => leg?.name ?? entry.name);

describe('allPeople', () => {
  it('names each person once, namesakes of another team apart, relay legs too', () => {
    const sheet = sheetOf([
      swim('Heron, Wren C', '12', 'HBR'),
      swim('Heron, Wren', '12', 'HBR'),
      swim('Heron, Wren', '12', 'POND'),
      relay('HBR', [legOf('Reed, Ada', '11', 1), legOf('Heron, Wren C', '12', 2)]),
    ]);
    expect(allPeople(sheet).map(({ name, team }) => `${name} ${team}`)).toEqual([
      'Heron, Wren C HBR',
      'Heron, Wren POND',
      'Reed, Ada HBR',
    ]);
  });

  it('uses the keys that a search finds', () => {
    const sheet = sheetOf([swim('Heron, Wren', '12', 'HBR'), swim('Heron, Wren', '12', 'POND')]);
    expect(allPeople(sheet)).toEqual(findSwimmer(sheet, 'Wren Heron').people);
  });
});

describe('findSwimmer', () => {
  it('finds exactly the person asked for and offers the near ones', () => {
    const sheet = sheetOf([
      swim('Liu, Elly', '12', 'HBR'),
      swim('Liu, Ellyson', '12', 'HBR'),
      swim('Li, Elsie', '12', 'HBR'),
      swim('Lin, Elly', '12', 'HBR'),
      swim('Heron, Wren', '12', 'HBR'),
    ]);
    const search = findSwimmer(sheet, 'Elly Liu');
    expect(search.matches.map(({ entry }) => entry.name)).toEqual(['Liu, Elly']);
    expect(search.didYouMean).toEqual(['Lin, Elly', 'Liu, Ellyson']);
    expect(search.mentions).toEqual({ found: 1, explained: 1 });
  });

  it('finds relay legs, whose team is the relay’s', () => {
    const sheet = sheetOf([
      swim('Moorhen, Ada C', '11', 'HBR'),
      relay('HBR', [legOf('Heron, Wren', '11', 1), legOf('Moorhen, Ada', '11', 2)]),
    ]);
    const { matches, people, mentions } = findSwimmer(sheet, 'Moorhen, Ada');
    expect(matches.map(({ leg }) => leg?.order ?? null)).toEqual([null, 2]);
    expect(people).toEqual([
      { key: 'moorhen,ada@hbr', name: 'Moorhen, Ada C', age: '11', team: 'HBR' },
    ]);
    expect(new Set(matches.map(({ personKey }) => personKey)).size).toBe(1);
    expect(mentions).toEqual({ found: 2, explained: 2 });
  });

  it('tells namesakes apart by team, age and initial', () => {
    const sheet = sheetOf([
      swim('Heron, Wren', '11', 'HBR'),
      swim('Heron, Wren', '12', 'HBR'),
      swim('Heron, Wren', '11', 'GULL'),
      swim('Heron, Wren', '17', 'HBR'),
      swim('Heron, Wren B', '11', 'TIDE'),
      swim('Heron, Wren D', '11', 'TIDE'),
    ]);
    const { matches, people } = findSwimmer(sheet, 'Wren Heron');
    expect(matches).toHaveLength(6);
    expect(people.map(({ name, age, team }) => `${name} ${age} ${team}`).sort()).toEqual([
      'Heron, Wren 11 GULL',
      'Heron, Wren 11 HBR',
      'Heron, Wren 17 HBR',
      'Heron, Wren B 11 TIDE',
      'Heron, Wren D 11 TIDE',
    ]);
    expect(new Set(people.map(({ key }) => key)).size).toBe(5);
    expect(matches[0]?.personKey).toBe(matches[1]?.personKey);
    expect(foundNames(sheet, 'Wren D Heron')).not.toContain('Heron, Wren B');
  });

  it('leaves a bare leg to nobody when two could be meant', () => {
    const sheet = sheetOf([
      swim('Heron, Wren B', '11', 'TIDE'),
      swim('Heron, Wren D', '11', 'TIDE'),
      relay('TIDE', [legOf('Heron, Wren', '11', 1)]),
    ]);
    expect(findSwimmer(sheet, 'Heron, Wren').people).toHaveLength(3);
  });

  it.each([
    ['Bill Heron', 'Heron, William'],
    ['Heron, Willaim', 'Heron, William'],
    ['William Herron', 'Heron, William'],
    ['Will Heron', 'Heron, William'],
    ['Heron', 'Heron, William'],
    ['Heron, William Z', 'Heron, William B'],
    ['Moss, Iris', 'Reed-Moss, Iris'],
  ])('offers for %s: %s', (typed, printed) => {
    const search = findSwimmer(sheetOf([swim(printed, '11', 'HBR')]), typed);
    expect(search.matches).toEqual([]);
    expect(search.didYouMean).toEqual([printed]);
  });

  it('offers nobody for an empty name or a stranger', () => {
    const sheet = sheetOf([swim('Heron, William', '11', 'HBR')]);
    const nothing = {
      matches: [],
      people: [],
      didYouMean: [],
      mentions: { found: 0, explained: 0 },
    };
    expect(findSwimmer(sheet, '  ')).toEqual({ name: '  ', ...nothing });
    expect(findSwimmer(sheet, 'Yarrow, Posy')).toEqual({ name: 'Yarrow, Posy', ...nothing });
  });
});

describe('mentions', () => {
  const entry = () => swim('Moorhen, Ada', '11', 'HBR');
  const mentionsIn = (entries: Entry[], lines: SheetLine[]) =>
    findSwimmer(sheetOf(entries, lines), 'Moorhen, Ada').mentions;

  it('explains a record holder', () => {
    const record = line('Pool Record: 1:00.10 7/6/2019 Ada C Moorhen', 'record');
    expect(mentionsIn([entry()], [record])).toEqual({ found: 2, explained: 2 });
  });

  it.each([
    '5 Moorhen, Ada 11 HBR 1:00.00',
    '5 Ada Moorhen 11',
    '5 MOORHEN Ada',
    'Moorhen, Ada C 11',
  ])('does not explain an unread row: %s', (text) => {
    expect(mentionsIn([entry()], [line(text, 'unknown')])).toEqual({ found: 2, explained: 1 });
  });

  it.each(['Moorhen, Adaline 11', 'Moorhen, Bram; Heron, Ada', 'Moorhens, Ada', 'Ada 11 Moorhen'])(
    'takes no other name for it: %s',
    (text) => {
      expect(mentionsIn([entry()], [line(text, 'unknown')])).toEqual({ found: 1, explained: 1 });
    },
  );

  it('notices a row that swallowed another', () => {
    const swallowed = swim('Heron, Wren', '12', 'HBR', {
      line: '4 Heron, Wren 12 HBR 1:09.00 5 Moorhen, Ada 11 HBR 1:10.00',
    });
    expect(mentionsIn([swallowed], [])).toEqual({ found: 1, explained: 0 });
  });

  it('counts a wrapped or doubled row once', () => {
    const row = entry();
    const doubled: SheetLine = { ...line(row.line, 'unknown'), box: row.box };
    expect(mentionsIn([row], [doubled])).toEqual({ found: 1, explained: 1 });
    const unread = line('5 Moorhen, Ada 11', 'unknown');
    expect(mentionsIn([row], [unread, { ...unread }])).toEqual({ found: 2, explained: 1 });
  });

  it('counts two legs of one row once each', () => {
    const row = '1) Heron, Wren 11 2) Moorhen, Ada 11';
    const legs = [legOf('Heron, Wren', '11', 1), legOf('Moorhen, Ada', '11', 2)];
    const sharing = relay(
      'HBR',
      legs.map((leg) => ({ ...leg, line: row })),
    );
    expect(mentionsIn([sharing], [])).toEqual({ found: 1, explained: 1 });
  });
});

describe('every name of generated meets', () => {
  const toEntry = (entry: MeetEntry): Entry => {
    if (entry.swimmer) {
      return swim(printedName(entry.swimmer), String(entry.swimmer.age), entry.team);
    }
    const legs = entry.relay?.legs ?? [];
    return relay(
      entry.team,
      legs.map((leg, index) => legOf(printedName(leg), String(leg.age), index + 1)),
    );
  };

  const fullLast = ({ last, suffix }: Swimmer) => (suffix ? `${last} ${suffix}` : last);

  /** Both orders, with and without comma, with and without initial. */
  const typedForms = (swimmer: Swimmer): string[] => {
    const withInitial = printedName(swimmer).split(', ')[1] ?? swimmer.first;
    return [swimmer.first, withInitial].flatMap((given) => [
      `${fullLast(swimmer)}, ${given}`,
      `${given} ${swimmer.last}`,
      `${given} ${swimmer.last.toUpperCase()}`,
      `${swimmer.last} ${given}`.toLowerCase(),
    ]);
  };

  it.each([1, 2, 3])('finds exactly its own people, meet %i', { timeout: 20_000 }, (seed) => {
    const meet = makeMeet({ seed, swimmers: 70, eventsPerSession: 16 });
    const entries = meet.sessions.flatMap(({ events }) =>
      events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries.map(toEntry))),
    );
    const sheet = sheetOf(entries);
    const present = new Set(allNames(sheet));
    const swimmers = meet.swimmers.filter((swimmer) => present.has(printedName(swimmer)));
    expect(swimmers.length).toBeGreaterThan(30);
    expect(new Set(swimmers.map(printedName))).toEqual(present);

    for (const swimmer of swimmers) {
      const own = printedName(swimmer);
      const races = entries.filter(
        (entry) => entry.name === own || entry.relay?.legs.some(({ name }) => name === own),
      );
      for (const typed of typedForms(swimmer)) {
        const { matches, people, mentions } = findSwimmer(sheet, typed);
        expect(
          matches.map(({ entry }) => entry),
          typed,
        ).toEqual(races);
        expect(
          people.every(({ name }) => name === own),
          typed,
        ).toBe(true);
        const teams = new Set(races.map((race) => race.team));
        expect(new Set(people.map(({ team }) => team)), typed).toEqual(teams);
        expect(mentions, typed).toEqual({ found: races.length, explained: races.length });
      }
    }
  });
});
