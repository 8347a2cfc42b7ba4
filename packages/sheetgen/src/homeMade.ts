/** A start list that a club wrote itself, in a layout of no meet software: its text can be read, its order cannot. */
import { drawPages } from './canvas.ts';
import { formatSeed } from './clock.ts';
import type { Drawn } from './heatSheet.ts';
import { A4, cell, line, placeGroups, type Group, type Line } from './startList.ts';
import { firstLastName } from './swimmers.ts';
import { draftOf, eventsOf, reportOf } from './truth.ts';
import { lookOf } from './look.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat } from './types.ts';

const SIZE = 10;
const LEFT = 60;
const COLUMNS = { lane: LEFT, name: LEFT + 50, age: LEFT + 250, team: LEFT + 290, seed: 500 };
const FRAME = { top: 70, bottom: 780 };

const eventLine = (event: MeetEvent): Line =>
  line([cell(`Race ${event.number}: ${event.name}`, LEFT, SIZE + 2)], 26);

const heatLine = (event: MeetEvent, heat: MeetHeat): Line =>
  line([cell(`Heat ${heat.number} of ${event.of}, start ${heat.start}`, LEFT, SIZE)], 18);

const entryLine = (meet: Meet, event: MeetEvent, heat: MeetHeat, entry: MeetEntry): Line => {
  const { swimmer, team, lane, seconds } = entry;
  const where = { event: event.number, heat: heat.number, lane, rank: null };
  const draft = draftOf({ ...lookOf({ firstNameFirst: true, legs: false }, meet) }, entry, {
    ...{ ...where, round: event.round, start: heat.start, note: null },
  });
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

const groupsOf = (meet: Meet, event: MeetEvent): Group[] =>
  event.heats.map((heat, index) => ({
    lines: [
      ...(index === 0 ? [eventLine(event)] : []),
      heatLine(event, heat),
      ...heat.entries.map((entry) => entryLine(meet, event, heat, entry)),
    ],
    again: index === 0 ? [] : [eventLine(event)],
  }));

/** One session (index from 0), in words that any parent reads. */
export const drawHomeMade = async (meet: Meet, session: number): Promise<Drawn> => {
  const events = meet.sessions[session]?.events.filter(({ deckSeeded }) => !deckSeeded) ?? [];
  const around = (page: number) =>
    [cell(`${meet.name}, sheet ${page}`, LEFT, SIZE)].map((one) => ({ ...one, y: 40 }));
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
