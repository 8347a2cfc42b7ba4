/** What hosts make of Meet Manager's sheets, one oddity at a time, is read exactly and trusted. */
import {
  drawHeatSheet,
  drawPsychSheet,
  HEADER_TEAMS,
  makeMeet,
  withDiving,
  withExtraSwims,
  withSharedLanes,
  withTeams,
  type DrawOptions,
  type Meet,
  type MeetOptions,
} from '@heatsync/sheetgen';
import { beforeAll, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { toReport } from '../src/report.ts';
import { comparable } from './reports.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

const BREAKS = [
  '10 MINUTE BREAK',
  'Victory Ceremony Events 3, 4 and 5',
  'Finals begin at 5:00 PM',
  'Coaches meeting at 12:15',
  '2 swimmers per lane',
  'Event 5 will follow a break',
  '*** Flight 2 ***',
];

const NOTES = [
  'Heat sheets $5.00 at the door',
  'Parents, please stay off the deck',
  'EVENT 5 FOLLOWS LUNCH',
  '3 heats combined, see announcer',
  'T-shirts $20.00, hoodies $35.50',
  'Heat 2 swims first',
  'Lane 3 is closed',
];

/** One lane of the meet's second event is shared by two. */
const withOneShared = (meet: Meet): Meet => ({
  ...meet,
  sessions: meet.sessions.map((session) => ({
    ...session,
    events: session.events.map((event, index) => ({
      ...event,
      heats: event.heats.map((heat) => ({
        ...heat,
        entries: heat.entries.map((entry, place) =>
          index === 1 && heat.number === 1 && place === 1
            ? { ...entry, lane: heat.entries[0]?.lane ?? 0 }
            : entry,
        ),
      })),
    })),
  })),
});

type Case = [
  name: string,
  options: DrawOptions,
  meet?: Partial<MeetOptions>,
  change?: (meet: Meet) => Meet,
];

const plain = { flights: false };
const extra = { first: 901, word: 'Swim-off', inName: false };

const CASES: Case[] = [
  ['lines between events', { between: BREAKS }],
  ['sentences and prices', { between: NOTES }],
  ['sentences and prices in a small sheet', { between: NOTES, columns: 1 }, { swimmers: 24 }],
  ['words behind heats', { heatWords: ['(Fast Heat)', '', 'Course: A', '(Odd Lanes)'] }],
  ['marks behind rows', { rowMarks: ['SCR', 'DQ', 'DFS', 'NS', 'No Show'] }],
  ['times of a second sort', { secondTimes: { header: 'Prelims', filled: true }, columns: 2 }],
  ['a column for results', { secondTimes: { header: 'Finals Time', filled: false } }],
  ['no empty lanes', { emptyLanes: 'none' }],
  ['empty lanes as room', { emptyLanes: 'room' }],
  ['empty lanes as room, in one column', { emptyLanes: 'room', columns: 1 }],
  ['empty lanes as room, in three columns', { emptyLanes: 'room', columns: 3 }, { lanes: 8 }],
  ['empty lanes with a word', { emptyLanes: 'Empty' }],
  ['empty lanes with dashes', { emptyLanes: '---' }],
  ['the fastest first', { bySeed: true }],
  ['long names above their row', { wrapInHeats: true, columns: 3 }],
  ['sponsors', { sponsors: true, footer: true }],
  ['A4 pages', { sheet: 'A4', footer: true }],
  ['four columns', { sheet: 'landscape', columns: 4 }],
  ['twenty lanes', {}, { lanes: 20 }],
  ['lanes from 11', {}, { lanes: 10, firstLane: 11 }],
  ['divers in heats', {}, plain, (meet) => withDiving(meet, '1 mtr Diving', 'heats')],
  ['ranked divers', {}, plain, (meet) => withDiving(meet, '3 mtr Diving - 6 Dives', 'ranked')],
  ['diving without names', {}, plain, (meet) => withDiving(meet, 'Platform Diving', 'bare')],
  ['time trials', {}, {}, (m) => withExtraSwims(m, { ...extra, prefix: 'TT', first: 1 })],
  ['swim-offs', {}, {}, (meet) => withExtraSwims(meet, extra)],
  ['shared lanes', {}, plain, withSharedLanes],
  ['one shared lane', {}, plain, withOneShared],
  ['a break below a list', { between: ['10 minute break', ''] }, { deckSeeded: true }],
];

const MARKS = [':', ' -', '.'] as const;
const DATES = ['dayFirst', 'dashed', 'dotted', 'yearFirst', 'withMonth'] as const;
const SCHOOL: DrawOptions = { years: true, columns: 1 };
CASES.push(
  ...MARKS.map((eventMark): Case => [`"Event 5${eventMark} Girls"`, { eventMark }]),
  ...DATES.map((dates): Case => [`dates: ${dates}`, { dates }]),
  ['school years of every form', { years: true, yearForms: true }],
  ['school years of every form, in one column', { ...SCHOOL, yearForms: true }],
  ['standards in front of the seeds', { ...SCHOOL, college: true }],
);

const COLUMNS = [1, 2, 3] as const;
const EVENT_WORDS = ['number', 'hash', 'colon', 'short'] as const;
const namedLikeHeaders = (meet: Meet) => withTeams(meet, HEADER_TEAMS);
CASES.push(
  ...COLUMNS.flatMap((columns): Case[] => [
    ...EVENT_WORDS.map((events): Case => [`${events} events in ${columns}`, { events, columns }]),
    [`teams like headers in ${columns}`, { columns }, {}, namedLikeHeaders],
  ]),
  ['teams like headers without seeds', { seedless: true }, {}, namedLikeHeaders],
);

it.each(COLUMNS)('psych sheets in %i columns, whatever events are called', async (columns) => {
  const meet = makeMeet({ seed: 4, swimmers: 90, eventsPerSession: 9 });
  for (const events of EVENT_WORDS) {
    const options = { style: 'event', events, columns } as const;
    const { pdf, truth } = await drawPsychSheet(namedLikeHeaders(meet), options);
    const sheet = await reader.read(pdf);
    expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
    expect(sheet.confident, JSON.stringify(sheet.warnings)).toBe(true);
  }
});

it.each(CASES)('%s', { timeout: 60_000 }, async (_, options, settings = {}, change = (m) => m) => {
  for (const seed of [1, 2, 3]) {
    const made = {
      startDate: '2027-06-18',
      swimmers: 90,
      eventsPerSession: 9,
      lanes: 6,
      ...settings,
    };
    const meet = change(makeMeet({ seed: seed + 10, ...made }));
    const { pdf, truth } = await drawHeatSheet(meet, 'all', options);
    const sheet = await reader.read(pdf);
    const { events, entries, ...whole } = toReport(sheet, '');
    expect(comparable(entries)).toEqual(comparable(truth.entries));
    expect(events.map(({ name }) => name)).toEqual(truth.events.map(({ name }) => name));
    expect(whole).toMatchObject({ meetStart: truth.meetStart, meetEnd: truth.meetEnd });
    expect(sheet.confident, JSON.stringify(sheet.warnings)).toBe(true);
  }
});

it('a college psych sheet has standards in front of its seeds', async () => {
  const meet = makeMeet({ seed: 4, swimmers: 90, eventsPerSession: 9 });
  const { pdf, truth } = await drawPsychSheet(meet, { ...SCHOOL, columns: 1, college: true });
  const sheet = await reader.read(pdf);
  expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
  const flags = sheet.events
    .flatMap(({ heats }) => heats.flatMap((heat) => heat.entries))
    .flatMap(({ seedFlags }) => seedFlags);
  expect(flags).toContain('BB');
});

it.each([' & ', '-', '/', '+'])(
  'one swimmer in lanes "3%s4" makes a sheet not sure',
  async (twoLanes) => {
    const meet = makeMeet({ seed: 12, swimmers: 90, eventsPerSession: 9, lanes: 6 });
    const { pdf, truth } = await drawHeatSheet(meet, 'all', { twoLanes, emptyLanes: 'none' });
    const sheet = await reader.read(pdf);
    expect(comparable(toReport(sheet, '').entries)).toEqual(comparable(truth.entries));
    expect(sheet.warnings.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^In two/));
    expect(sheet.confident).toBe(false);
  },
);
