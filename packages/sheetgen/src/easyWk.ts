/** Draws a meet as EasyWk's "Meldeergebnis": cover, totals, sessions with their lists of events, heats with times. */
import { addDays } from './clock.ts';
import { drawPages } from './canvas.ts';
import {
  columnLine,
  entryLine,
  emptyLine,
  eventName,
  heading,
  heatLine,
  noteLine,
  textLine,
  withdrawnLine,
  type EasyWkLook,
} from './easyWkRows.ts';
import { dottedDate } from './european.ts';
import type { Drawn } from './heatSheet.ts';
import { createRandom, type Random } from './random.ts';
import type { StartListOptions } from './splash.ts';
import { A4, cell, placeGroups, type Group, type Line } from './startList.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat, MeetSession } from './types.ts';

const FRAME = { top: 32, bottom: 795 };
const WITHDRAWN_SHARE = 0.05;
const WEEKDAYS = 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' ');

/** Who withdrew before the draw was printed: they leave their lanes. */
const withdraw = (random: Random, event: MeetEvent): { event: MeetEvent; gone: MeetEntry[] } => {
  const gone: MeetEntry[] = [];
  const heats = event.heats.map((heat) => ({
    ...heat,
    entries: heat.entries.filter((entry) => {
      const goes = heat.entries.length > 1 && !event.relay && random.chance(WITHDRAWN_SHARE);
      if (goes) gone.push(entry);
      return !goes;
    }),
  }));
  return { event: { ...event, heats }, gone };
};

const heatLines = (meet: Meet, look: EasyWkLook, event: MeetEvent, heat: MeetHeat): Line[] => [
  heatLine(look, event, heat),
  columnLine(event),
  ...Array.from({ length: heat.lanes }, (_, index) => heat.firstLane + index).flatMap((lane) => {
    const entry = heat.entries.find((other) => other.lane === lane);
    if (!entry) return look.emptyLanes ? [emptyLine(lane)] : [];
    return entryLine(meet, event, heat, entry);
  }),
];

const eventGroups = (
  meet: Meet,
  look: EasyWkLook,
  { event, gone }: { event: MeetEvent; gone: MeetEntry[] },
): Group[] => {
  const name = `Wettkampf ${event.number} - ${eventName(event)}`;
  const again = [heading(`noch ${name}`)];
  const [first, ...others] = event.heats;
  const head = [heading(name), ...gone.flatMap((entry) => withdrawnLine(meet, event, entry))];
  return [
    { lines: [...head, ...(first ? heatLines(meet, look, event, first) : [])], again: [] },
    ...others.map((heat) => ({ lines: heatLines(meet, look, event, heat), again })),
  ];
};

/** A final that nobody has reached yet, and the ceremony behind it: a header and a note without entries. */
const placeholder = (event: MeetEvent): Group => ({
  lines: [
    heading(`Wettkampf 2${event.number.padStart(2, '0')} - ${eventName(event, 'A-Finale')}`),
    noteLine(`Siegerehrungen ${eventName(event, null)}`),
  ],
  again: [],
});

const listLine = (look: EasyWkLook, event: MeetEvent): Line =>
  textLine(
    `Wettkampf ${event.number} - ${eventName(event)}${
      look.heatsInList ? ` (${event.of} Läufe) (ca. ${event.heats[0]?.start ?? '09:00'} Uhr)` : ''
    }`,
  );

const sessionHead = (
  meet: Meet,
  look: EasyWkLook,
  session: MeetSession,
  number: number,
  events: MeetEvent[],
): Group => {
  const date = addDays(meet.startDate, session.day - 1);
  const weekday = WEEKDAYS[new Date(date).getUTCDay()];
  const finals = events.filter((event) => event.round === 'Prelims').slice(0, 2);
  return {
    newPage: true,
    again: [],
    lines: [
      heading(`Abschnitt ${number} - ${weekday} ${dottedDate(date)}`),
      textLine('Einlass: 07:30 Uhr | Einschwimmen: 07:30 Uhr | Kampfrichtersitzung: 08:00 Uhr'),
      textLine(`Beginn: ${session.start} Uhr`),
      heading(`Wettkampffolge für Abschnitt ${number}`),
      ...events.map((event) => listLine(look, event)),
      ...finals.map((event) =>
        textLine(`Wettkampf 2${event.number.padStart(2, '0')} - ${eventName(event, 'A-Finale')}`),
      ),
      textLine('Pause --- 30 Minuten Pause ---'),
      textLine(`Abschnittsende (ca. ${session.finish} Uhr)`),
    ],
  };
};

/** Judges are people too, but nobody's race. */
const judges: Group = {
  again: [],
  lines: [
    heading('Kampfgericht Abschnitt 1'),
    textLine('Schiedsrichter', 'Whinchat, Birgit', 'SC Harbor 06'),
    textLine('Starter', 'Nuthatch, Lutz', 'Neptun'),
  ],
};

const cover = (meet: Meet): Group => ({
  newPage: true,
  again: [],
  lines: [
    heading('Meldeergebnis'),
    heading(meet.name),
    textLine(`vom ${dottedDate(meet.startDate)} bis ${dottedDate(meet.endDate)}`),
    textLine('8 Bahnen á 50m'),
    textLine('Stand: 01.06.2027, 18:41:35 Uhr erzeugt mit EasyWk'),
  ],
});

const totals = (counts: { singles: number; relays: number }[]): Group => {
  const pairs = counts.map(({ singles, relays }) => `${singles}/ ${relays}`);
  const heads = counts.map((_, index) => `Abs.${index + 1}`);
  const cells = (texts: string[]) => texts.map((text, index) => cell(text, 280 + index * 55, 9));
  return {
    newPage: true,
    again: [],
    lines: [
      heading('Anzahl Meldungen'),
      { ...textLine('Verein'), cells: [cell('Verein', 61, 9), ...cells(['Teilnehmer', ...heads])] },
      { ...textLine('Alle'), cells: [cell('Alle Vereine', 61, 9), ...cells(['90/ 95', ...pairs])] },
    ],
  };
};

const countOf = (events: { event: MeetEvent; gone: MeetEntry[] }[]) => {
  const entries = events.flatMap(({ event, gone }) =>
    [...event.heats.flatMap((heat) => heat.entries), ...gone].map(() => event.relay),
  );
  const relays = entries.filter(Boolean).length;
  return { singles: entries.length - relays, relays };
};

const LOOKS: EasyWkLook[] = [
  { heatsOf: true, heatsInList: false, emptyLanes: true },
  { heatsOf: true, heatsInList: false, emptyLanes: false },
  // As printed in 2019.
  { heatsOf: false, heatsInList: true, emptyLanes: false },
];

/** Draws all sessions. The look and who withdrew follow from the meet's seed; flights are not known to EasyWk. */
export const drawEasyWk = async (
  meet: Meet,
  { damage = (pages) => pages }: StartListOptions = {},
): Promise<Drawn> => {
  const random = createRandom(meet.seed);
  const look = random.pick(LOOKS as [EasyWkLook, ...EasyWkLook[]]);
  const sessions = meet.sessions.map((session) => ({
    session,
    events: session.events.map((event) => withdraw(random, event)),
  }));
  const groups = [
    cover(meet),
    totals(sessions.map(({ events }) => countOf(events))),
    ...sessions.flatMap(({ session, events }, index) => [
      sessionHead(
        meet,
        look,
        session,
        index + 1,
        events.map(({ event }) => event),
      ),
      ...(index === 0 ? [judges] : []),
      ...events.flatMap((event) => eventGroups(meet, look, event)),
      ...events
        .filter(({ event }) => event.round === 'Prelims')
        .slice(0, 2)
        .map(({ event }) => placeholder(event)),
    ]),
  ];
  const { pages, entries } = placeGroups(groups, {
    ...FRAME,
    around: (page) => [
      ...(page > 1
        ? [
            { ...cell(meet.name, 56.7, 11), y: 31.7 },
            { ...cell(`Seite ${page - 1}`, 553, 10, 'right'), y: 31.7 },
          ]
        : []),
      { ...cell('www.harbor-light.example', 243, 8), y: 829 },
    ],
  });
  const events = eventsOf(
    sessions.flatMap(({ events: all }) =>
      all.map(({ event }) => ({ ...event, name: eventName(event) })),
    ),
    false,
  );
  return {
    pdf: await drawPages(damage(pages), meet.seed, { title: 'Meldeergebnis', size: A4 }),
    truth: {
      ...reportOf(meet, 'heat_sheet', pages.length, events, entries),
      software: 'easywk',
    },
  };
};
