/** Draws a meet as ColombiaAcuatica.com prints it: "Heat # 1 ~ 17:45", lanes "3 11M First Last club 7:02.39". */
import { addDays, formatSeed } from './clock.ts';
import { drawPages } from './canvas.ts';
import type { Drawn } from './heatSheet.ts';
import type { Draft } from './layout.ts';
import type { StartListOptions } from './splash.ts';
import { A4, cell, line, placeGroups, type Group, type Line } from './startList.ts';
import { spokenName } from './swimmers.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat, MeetSession } from './types.ts';

const LEFT = 40;
const SIZE = 9;
const FRAME = { top: 70, bottom: 780 };
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const SEXES = { female: 'F', male: 'M', mixed: 'X' };
const STROKES: Record<string, [string, string]> = {
  Freestyle: ['Libre', 'Free'],
  Backstroke: ['Espalda', 'Back'],
  Breaststroke: ['Pecho', 'Breast'],
  Butterfly: ['Mariposa', 'Fly'],
  IM: ['Combinado', 'Medley'],
};

const words = (text: string, drop: number): Line => line([cell(text, LEFT, SIZE)], drop);

/** "400m Libre/400m Free", "4x50m Relevo Libre/4x50m Free Relay". */
const raceOf = ({ distance, stroke, relay }: MeetEvent): string => {
  const [spanish = stroke, english = stroke] = STROKES[stroke] ?? [];
  const length = relay ? `4x${distance / 4}m` : `${distance}m`;
  return `${length} ${relay ? 'Relevo ' : ''}${spanish}/${length} ${english}${relay ? ' Relay' : ''}`;
};

const AGES = '11Y - 12Y - 13Y';

/** "harb": four small letters a club. */
const clubOf = (team: string): string =>
  team
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 4);

const headLines = (event: MeetEvent): Line[] => [
  words(`${event.number} (${SEXES[event.sex]}) ${AGES} | ${SEXES[event.sex]}`, 26),
  words(raceOf(event), 13),
  ...event.records.map(({ seconds }, index) => words(`R${index + 1}:0${formatSeed(seconds)}`, 13)),
];

const draftFor = (event: MeetEvent, heat: MeetHeat, entry: MeetEntry): Draft => ({
  ...{ event: event.number, heat: heat.number, lane: entry.lane, rank: null, round: null },
  ...{ start: heat.start, note: null, legs: null },
  name: entry.swimmer && spokenName(entry.swimmer),
  team: clubOf(entry.team),
  age: entry.swimmer && String(entry.swimmer.age),
  seed: formatSeed(entry.seconds),
  relayLetter: entry.relay ? '' : null,
});

const laneLine = (event: MeetEvent, heat: MeetHeat, entry: MeetEntry): Line => {
  const draft = draftFor(event, heat, entry);
  const group = `${entry.swimmer?.age ?? 12}${SEXES[event.sex]}`;
  const who = draft.name ?? `Harbor ${clubOf(entry.team)}`;
  const cells = [String(entry.lane), group, who, clubOf(entry.team)].map((text, index) =>
    cell(text, [LEFT, 60, 95, 320][index] ?? LEFT, SIZE),
  );
  const seed = entry.seconds === null ? 'n.t.' : formatSeed(entry.seconds);
  return line([...cells, cell(seed, 440, SIZE, 'right')], 12.5, draft);
};

const heatLines = (event: MeetEvent, heat: MeetHeat): Line[] => [
  words(`Heat # ${heat.number} ~ ${heat.start}`, 18),
  ...Array.from({ length: heat.lanes }, (_, index) => heat.firstLane + index).map((lane) => {
    const entry = heat.entries.find((one) => one.lane === lane);
    return entry ? laneLine(event, heat, entry) : words(String(lane), 12.5);
  }),
];

const eventGroups = (event: MeetEvent): Group[] =>
  event.heats.map((heat, index) => ({
    lines: [...(index === 0 ? headLines(event) : []), ...heatLines(event, heat)],
    again: [],
  }));

/** "Session: 1 2027-Mar-25 Warm Up: 16:45 Start Competition: 17:45". */
const sessionLine = (meet: Meet, { day, start }: MeetSession): Line => {
  const [year, month, date] = addDays(meet.startDate, day - 1).split('-');
  const when = `${year}-${MONTHS[Number(month) - 1]}-${date}`;
  return words(`Session: ${day} ${when} Warm Up: 07:00 Start Competition: ${start}`, 24);
};

/** Draws all sessions; `damage` as of `drawSplash`. */
export const drawColombia = async (
  meet: Meet,
  { damage = (pages) => pages }: StartListOptions = {},
): Promise<Drawn> => {
  const groups = meet.sessions.flatMap((session): Group[] => [
    { lines: [sessionLine(meet, session)], again: [], newPage: true },
    ...session.events.flatMap(eventGroups),
  ]);
  const end: Group = { lines: [words('Program generated from the Web Service', 20)], again: [] };
  const { pages, entries } = placeGroups([...groups, end], {
    ...FRAME,
    around: (page) =>
      page === 1
        ? ['LIGA DEL PUERTO', meet.name].map((text, at) => ({
            ...cell(text, LEFT, SIZE),
            y: 36 + at * 14,
          }))
        : [],
  });
  const events = meet.sessions
    .flatMap((session) => session.events)
    .map((event) => ({ ...event, name: `${raceOf(event)} ${AGES} | ${SEXES[event.sex]}` }));
  return {
    pdf: await drawPages(damage(pages), meet.seed, { title: 'Program', size: A4 }),
    truth: {
      ...reportOf(meet, 'heat_sheet', pages.length, eventsOf(events, false), entries),
      software: 'other',
    },
  };
};
