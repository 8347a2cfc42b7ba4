/** A start list that a club wrote itself, in a layout of no meet software: its text can be read, its order cannot. */
import { drawPages } from './canvas.ts';
import { addDays, formatSeed } from './clock.ts';
import type { Drawn } from './heatSheet.ts';
import type { Draft } from './layout.ts';
import { A4, cell, line, placeGroups, type Group, type Line } from './startList.ts';
import { firstLastName } from './swimmers.ts';
import { draftOf, eventsOf, reportOf } from './truth.ts';
import { lookOf } from './look.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat, MeetSession } from './types.ts';

const SIZE = 10;
const LEFT = 60;
const COLUMNS = { lane: LEFT, name: LEFT + 50, age: LEFT + 250, team: LEFT + 290, seed: 500 };
const FRAME = { top: 70, bottom: 780 };

const eventLine = (event: MeetEvent): Line =>
  line([cell(`Race ${event.number}: ${event.name}`, LEFT, SIZE + 2)], 26);

const heatLine = (event: MeetEvent, heat: MeetHeat): Line =>
  line([cell(`Heat ${heat.number} of ${event.of}, start ${heat.start}`, LEFT, SIZE)], 18);

const draftFor = (meet: Meet, event: MeetEvent, heat: MeetHeat, entry: MeetEntry): Draft => {
  const where = { event: event.number, heat: heat.number, lane: entry.lane, rank: null };
  return draftOf(lookOf({ firstNameFirst: true }, meet), entry, {
    ...{ ...where, round: event.round, start: heat.start, note: null },
  });
};

const entryLine = (entry: MeetEntry, draft: Draft): Line => {
  const { swimmer, team, lane, seconds } = entry;
  const cells = [
    cell(String(lane), COLUMNS.lane, SIZE),
    cell(swimmer ? firstLastName(swimmer) : `${team} ${entry.relay?.letter}`, COLUMNS.name, SIZE),
    cell(swimmer ? String(swimmer.age) : '', COLUMNS.age, SIZE),
    cell(team, COLUMNS.team, SIZE),
    cell(formatSeed(seconds), COLUMNS.seed, SIZE),
  ];
  return line(
    cells.filter(({ text }) => text !== ''),
    15,
    draft,
  );
};

/** Two legs a line under their relay. */
const legLines = ({ relay }: MeetEntry): Line[] => {
  const legs = (relay?.legs ?? []).map(
    (swimmer, index) => `${index + 1}) ${firstLastName(swimmer)} ${swimmer.age}`,
  );
  return [0, 2]
    .map((at) => legs.slice(at, at + 2))
    .filter((pair) => pair.length > 0)
    .map((pair) =>
      line(
        pair.map((leg, at) => cell(leg, COLUMNS.name + at * 200, SIZE)),
        13,
      ),
    );
};

const entryLines = (meet: Meet, event: MeetEvent, heat: MeetHeat, entry: MeetEntry): Line[] => [
  entryLine(entry, draftFor(meet, event, heat, entry)),
  ...legLines(entry),
];

const groupsOf = (meet: Meet, event: MeetEvent): Group[] =>
  event.heats.map((heat, index) => ({
    lines: [
      ...(index === 0 ? [eventLine(event)] : []),
      heatLine(event, heat),
      ...heat.entries.flatMap((entry) => entryLines(meet, event, heat, entry)),
    ],
    again: index === 0 ? [] : [eventLine(event)],
  }));

/** "Saturday, June 13, 2026". */
const dayOf = (meet: Meet, { day }: MeetSession): string =>
  new Date(addDays(meet.startDate, day - 1)).toLocaleDateString('en-US', {
    ...{ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' },
  });

/** One session (index from 0), in words that any parent reads. */
export const drawHomeMade = async (meet: Meet, session: number): Promise<Drawn> => {
  const swum = meet.sessions[session];
  const events = swum?.events.filter(({ deckSeeded }) => !deckSeeded) ?? [];
  const titles = (page: number) => [`${meet.name}, sheet ${page}`, swum ? dayOf(meet, swum) : ''];
  const around = (page: number) =>
    titles(page).map((title, at) => ({ ...cell(title, LEFT, SIZE), y: 36 + 14 * at }));
  const { pages, entries } = placeGroups(
    events.flatMap((event) => groupsOf(meet, event)),
    { ...FRAME, around },
  );
  const truth = reportOf(meet, 'heat_sheet', pages.length, eventsOf(events, false), entries);
  const pdf = await drawPages(pages, meet.seed, {
    title: 'Races',
    producer: 'Word processor',
    size: A4,
  });
  return { pdf, truth: { ...truth, software: 'other' } };
};
