import type { ReportSession } from '@heatsync/heatsheet/report.ts';
import { drawPages } from './canvas.ts';
import { toTwelveHours } from './clock.ts';
import { layOut, lookOf, type Drawn } from './heatSheet.ts';
import type { Block, Cell, Grid, Row } from './layout.ts';
import { emptyReport } from './truth.ts';
import type { Meet, MeetEvent, MeetSession } from './types.ts';

const COLUMNS = {
  round: 20,
  event: 120,
  name: 128,
  entries: 350,
  heats: 400,
  start: 490,
  line: 500,
};
const TITLE = 288;

const cell = (grid: Grid, text: string, x: number, align: Cell['align'] = 'left'): Cell => ({
  text,
  x,
  y: 0,
  size: grid.size,
  bold: false,
  align,
});

/** "Girls 11-12 100 LC Meter Freestyle" → "Girls 11-12 100 Freestyle": a session report leaves the course out. */
const shortName = (event: MeetEvent) => event.name.replace(' LC Meter', '');

const entriesOf = (event: MeetEvent) => event.heats.flatMap((heat) => heat.entries).length;

const headRows = (grid: Grid, session: MeetSession): Row[] => [
  [cell(grid, `Session: ${session.day}  ${session.title}`, TITLE, 'center')],
  [
    cell(
      grid,
      `Day of Meet: ${session.day}  Starts at ${toTwelveHours(session.start)}  ` +
        `Heat Interval: ${session.intervalSeconds} Seconds / Back +${session.backSeconds} Seconds`,
      TITLE,
      'center',
    ),
  ],
  [
    cell(grid, 'Round', COLUMNS.round),
    cell(grid, 'Event', COLUMNS.event, 'right'),
    cell(grid, 'Entries', COLUMNS.entries, 'right'),
    cell(grid, 'Heats', COLUMNS.heats, 'right'),
    cell(grid, 'Starts at', COLUMNS.start, 'right'),
  ],
];

const eventRow = (grid: Grid, event: MeetEvent): Row => [
  cell(grid, event.round, COLUMNS.round),
  cell(grid, event.number, COLUMNS.event, 'right'),
  cell(grid, shortName(event), COLUMNS.name),
  cell(grid, String(entriesOf(event)), COLUMNS.entries, 'right'),
  cell(grid, String(event.heats.length), COLUMNS.heats, 'right'),
  cell(grid, toTwelveHours(event.heats[0]?.start ?? ''), COLUMNS.start, 'right'),
  cell(grid, '_______', COLUMNS.line),
];

const sessionBlock = (grid: Grid, session: MeetSession): Block => ({
  rows: [
    ...headRows(grid, session),
    ...session.events.map((event) => eventRow(grid, event)),
    [
      cell(grid, 'Finish Time', COLUMNS.name),
      cell(grid, toTwelveHours(session.finish), COLUMNS.start, 'right'),
    ],
    [],
  ],
  entries: [],
  atTop: null,
});

const truthOf = (session: MeetSession): ReportSession => ({
  number: session.day,
  title: session.title,
  day: session.day,
  start: session.start,
  intervalSeconds: session.intervalSeconds,
  backInterval: session.backSeconds,
  rows: session.events.map((event) => ({
    event: event.number,
    name: shortName(event),
    round: event.round,
    entries: entriesOf(event),
    heats: event.heats.length,
    start: event.heats[0]?.start ?? null,
  })),
  finish: session.finish,
});

/** Draws when each event starts, session by session. A session must fit on a page (50 events). */
export const drawSessionReport = async (meet: Meet): Promise<Drawn> => {
  const { grid } = lookOf({ columns: 1 });
  const blocks = meet.sessions.map((session) => sessionBlock(grid, session));
  const { pages } = layOut(meet, grid, [{ title: 'Session Report', blocks }]);
  return {
    pdf: await drawPages(pages, meet.seed, { title: 'Session Report' }),
    truth: {
      ...emptyReport(meet, 'session_report', pages.length),
      sessions: meet.sessions.map(truthOf),
    },
  };
};
