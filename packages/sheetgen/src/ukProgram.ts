/** Draws a meet as a small British program does: two columns, "H1  L2 (1)  School  Association", the seeding in brackets. */
import { formatSeed } from './clock.ts';
import { drawPages } from './canvas.ts';
import type { Drawn } from './heatSheet.ts';
import type { Draft, Page, Row } from './layout.ts';
import type { StartListOptions } from './splash.ts';
import { cell, line, type Line } from './startList.ts';
import { firstLastName } from './swimmers.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat } from './types.ts';

const EDGES = [21, 288] as const;
const TOP = 70;
const BOTTOM = 780;
const SIZE = 8;
const PITCH = 12;
const SEXES = { female: 'Girls', male: 'Boys', mixed: 'Mixed' };
const SCHOOLS: Record<string, string> = {
  'HBR-CA': "St. Tern's School",
  'GULL-CA': 'Gull College 2',
  'PINE-CA': 'Pine & Oak Academy',
};

const schoolOf = (team: string): string => SCHOOLS[team] ?? `${team.split('-')[0]} School`;

const nameOf = ({ sex, distance, stroke, relay }: MeetEvent): string =>
  `${SEXES[sex]} Junior ${distance}m ${stroke}${relay ? ' Relay' : ''}`;

/** Everybody's place in the seeding, the first heat's first. */
const seeding = (event: MeetEvent): MeetEntry[] => event.heats.flatMap(({ entries }) => entries);

const draftFor = (event: MeetEvent, heat: MeetHeat, entry: MeetEntry, timed: boolean): Draft => ({
  ...{ event: event.number, heat: heat.number, lane: entry.lane, rank: null, round: null },
  ...{ start: null, note: null, legs: null, age: null },
  name: entry.swimmer && firstLastName(entry.swimmer),
  team: entry.swimmer ? 'HSA' : schoolOf(entry.team),
  seed: timed ? formatSeed(entry.seconds) : null,
  relayLetter: entry.relay ? '' : null,
});

const entryLine = (event: MeetEvent, heat: MeetHeat, entry: MeetEntry, timed: boolean): Line => {
  const draft = draftFor(event, heat, entry, timed);
  const place = seeding(event).indexOf(entry) + 1;
  const isFirst = heat.entries[0] === entry;
  return line(
    [
      ...(isFirst ? [cell(`H${heat.number}`, 0, SIZE)] : []),
      cell(`L${entry.lane} (${place})`, 22, SIZE),
      cell(draft.name ?? draft.team ?? '', 58, SIZE),
      cell('HSA', 194, SIZE),
      ...(draft.seed ? [cell(draft.seed, 225, SIZE)] : []),
    ],
    isFirst ? PITCH + 6 : PITCH,
    draft,
  );
};

const eventLines = (event: MeetEvent, timed: boolean): Line[] => [
  line([cell(`Event ${event.number} - ${nameOf(event)}`, 0, SIZE)], 24),
  ...event.heats.flatMap((heat) =>
    heat.entries.map((entry) => entryLine(event, heat, entry, timed)),
  ),
];

const titles = (meet: Meet, page: number): Row => [
  { ...cell(`21 November 2027 - ${meet.name}`, 21, SIZE), y: 40 },
  { ...cell(`Page: ${page}`, 504, SIZE), y: 40 },
];

/** Draws all events, with or without seeds; the lines flow down two columns. `damage` as of `drawSplash`. */
export const drawUkProgram = async (
  meet: Meet,
  timed: boolean,
  { damage = (pages) => pages }: StartListOptions = {},
): Promise<Drawn> => {
  const pages: Page[] = [];
  const entries: Drawn['truth']['entries'] = [];
  let [y, column] = [Infinity, 1];
  const events = meet.sessions.flatMap((session) => session.events);
  for (const { cells, drop, draft } of events.flatMap((event) => eventLines(event, timed))) {
    y += drop;
    if (y > BOTTOM) [y, column] = [TOP, 1 - column];
    if (y === TOP && column === 0)
      pages.push({ cells: titles(meet, pages.length + 1), titles: [] });
    const x = EDGES[column] ?? 0;
    pages.at(-1)?.cells.push(...cells.map((one) => ({ ...one, x: one.x + x, y })));
    if (draft) entries.push({ ...draft, page: pages.length });
  }
  const named = events.map((event) => ({ ...event, name: nameOf(event) }));
  const truth = reportOf(meet, 'heat_sheet', pages.length, eventsOf(named, false), entries);
  return {
    pdf: await drawPages(damage(pages), meet.seed, { title: 'Program' }),
    truth: { ...truth, software: 'other', meetStart: '2027-11-21', meetEnd: '2027-11-21' },
  };
};
