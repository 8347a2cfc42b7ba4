/** Single rows of a sheet: an event's header, a heat's, a lane, a pair of relay legs. */
import { formatSeed, toTwelveHours } from './clock.ts';
import type { Align, Cell, Grid, Row } from './layout.ts';
import { printedName } from './swimmers.ts';
import type { MeetEntry, MeetEvent, MeetHeat } from './types.ts';

export type Style = 'event' | 'hash';

const text = (grid: Grid, value: string, x: number, align: Align = 'left'): Cell => ({
  text: value,
  x,
  y: 0,
  size: grid.size,
  bold: false,
  align,
});

const bold = (grid: Grid, value: string, x = 0): Cell => ({
  ...text(grid, value, x),
  bold: true,
  size: grid.size + 1,
  fit: grid.width - x,
});

export const eventRow = (grid: Grid, style: Style, event: MeetEvent): Row => [
  bold(grid, `${style === 'event' ? 'Event ' : '#'}${event.number}  ${event.name}`),
];

/** A psych sheet's event on top of a page: "#11 ... (Girls …)", "Event 8 ...(Boys …)". */
export const continuedEventRow = (grid: Grid, style: Style, event: MeetEvent): Row => [
  bold(
    grid,
    style === 'event'
      ? `Event ${event.number} ...(${event.name})`
      : `#${event.number} ... (${event.name})`,
  ),
];

const standardRows = (grid: Grid, event: MeetEvent): Row[] =>
  event.standards.map(({ seconds, name }) => [
    text(grid, formatSeed(seconds), grid.age, 'right'),
    text(grid, name, grid.team),
  ]);

const recordRows = (grid: Grid, event: MeetEvent): Row[] =>
  event.records.map(({ label, seconds, date, holder }) => [
    text(grid, `${label}:`, grid.age * 0.55, 'right'),
    text(grid, formatSeed(seconds), grid.age * 0.6),
    text(grid, date, grid.age * 0.9),
    text(grid, holder, grid.team + grid.age * 0.28),
  ]);

const columnRow = (grid: Grid, event: MeetEvent, ranked: boolean): Row => [
  ...(ranked ? [] : [text(grid, 'Lane', 0)]),
  text(grid, event.relay ? 'Team' : 'Name', grid.name),
  ...(event.relay
    ? [text(grid, 'Relay', grid.team)]
    : [text(grid, 'Age', grid.age, 'right'), text(grid, 'Team', grid.team)]),
  text(grid, 'Seed Time', grid.seed, 'right'),
];

/** Everything between an event's header and its first heat. */
export const preambleRows = (grid: Grid, event: MeetEvent, ranked: boolean): Row[] => [
  ...recordRows(grid, event),
  ...standardRows(grid, event),
  columnRow(grid, event, ranked),
];

const startText = (heat: MeetHeat, shown: boolean) =>
  shown ? ` Starts at ${toTwelveHours(heat.start)}` : '';

export const heatRow = (grid: Grid, event: MeetEvent, heat: MeetHeat, starts: boolean): Row => [
  bold(grid, `Heat  ${heat.number} of ${event.of}  ${event.round}${startText(heat, starts)}`, 2),
];

/** Page-top continuations of even heats leave the round out: real ones do, now and then. */
export const roundAtTop = (event: MeetEvent, heat: MeetHeat): string | null =>
  heat.number % 2 ? event.round : null;

export const heatRowAtTop = (
  grid: Grid,
  event: MeetEvent,
  heat: MeetHeat,
  starts: boolean,
): Row => {
  const round = roundAtTop(event, heat);
  const words = `Heat  ${heat.number}${round ? ` ${round}` : ''}${startText(heat, starts)}`;
  return [bold(grid, `${words}  (#${event.number} ${event.name})`, 2)];
};

export const emptyLaneRow = (grid: Grid, lane: number): Row => [
  text(grid, String(lane), grid.lane, 'right'),
];

const seedCells = (grid: Grid, entry: MeetEntry): Row => [
  text(grid, `${entry.exhibition ? 'X' : ''}${formatSeed(entry.seconds)}`, grid.seed, 'right'),
  ...(entry.flag ? [text(grid, entry.flag, grid.flag)] : []),
];

const ageText = (event: MeetEvent, { age, sex }: { age: number; sex: string }) =>
  event.sex === 'mixed' ? `${sex === 'female' ? 'W' : 'M'}${age}` : String(age);

export const entryRow = (grid: Grid, event: MeetEvent, entry: MeetEntry, place: number): Row => {
  const { swimmer, relay } = entry;
  return [
    text(grid, String(place), grid.lane, 'right'),
    ...(swimmer
      ? [
          text(grid, printedName(swimmer), grid.name),
          text(grid, ageText(event, swimmer), grid.age, 'right'),
          text(grid, entry.team, grid.team),
        ]
      : [text(grid, entry.team, grid.name), text(grid, relay?.letter ?? '', grid.team)]),
    ...seedCells(grid, entry),
  ];
};

/** The legs under a relay, two a line: "1) Inkwell, Bram 15". */
export const legRows = (grid: Grid, entry: MeetEntry): Row[] => {
  const legs = entry.relay?.legs ?? [];
  const cells = legs.map((leg, index) =>
    text(grid, `${index + 1}) ${printedName(leg)} ${leg.age}`, index % 2 ? grid.leg : grid.name),
  );
  return Array.from({ length: Math.ceil(cells.length / 2) }, (_, line) =>
    cells.slice(line * 2, line * 2 + 2),
  );
};

export const wordRow = (grid: Grid, word: string): Row => [bold(grid, word, 2)];
