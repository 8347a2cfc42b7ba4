import type { ReportSession } from '@heatsync/heatsheet/report.ts';
import { drawPages } from './canvas.ts';
import { addDays, toTwelveHours } from './clock.ts';
import { layOut, lookOf, type Drawn } from './heatSheet.ts';
import type { Block, Cell, Grid, Page, Row } from './layout.ts';
import { blankPage } from './otherFiles.ts';
import { emptyReport } from './truth.ts';
import { breakText, entriesOf, finishOf, shortName, sum, tableOf } from './sessionTable.ts';
import { timedRows, type TimedRow } from './timeline.ts';
import type { Meet, MeetSession } from './types.ts';

export type SessionReportOptions = {
  /** "17:05" instead of "05:05 PM". */
  twentyFourHours?: boolean;
  /** A line of the organiser's own under the table's head. */
  note?: string;
  /** A letter behind each session's number, as where two pools are in use: "1B". */
  label?: string;
  /** Events are not seeded yet: a "u" behind the heats. */
  unseeded?: boolean;
  /** Leave out the finish, as a report that was cut. */
  finish?: boolean;
  /** Leave out the row of this event, though the totals count it. */
  without?: string;
  /** Pages in front that hold no text, as a scanner leaves them. */
  picturePages?: number;
  /** Girls and boys swim in two pools at once, each under a line of its own, and start together. */
  pools?: boolean;
  /** Changes the laid out pages before they are drawn. */
  damage?: (pages: Page[]) => Page[];
};

type Look = { grid: Grid } & SessionReportOptions;

const COLUMNS = {
  round: 0,
  event: 96,
  name: 102,
  entries: 360,
  heats: 414,
  unseeded: 420,
  start: 480,
  line: 510,
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

/** "1,102". */
const grouped = (value: number): string => value.toLocaleString('en-US');

const clockOf = ({ twentyFourHours }: Look, time: string): string =>
  twentyFourHours ? time : toTwelveHours(time);

const headRows = (look: Look, session: MeetSession): Row[] => [
  [
    cell(
      look.grid,
      `Session: ${session.day}${look.label ?? ''}  ${session.title}`,
      TITLE,
      'center',
    ),
  ],
  [
    cell(
      look.grid,
      `Day of Meet: ${session.day}  Starts at ${clockOf(look, session.start)}  ` +
        `Heat Interval: ${session.intervalSeconds} Seconds / Back +${session.backSeconds} Seconds`,
      TITLE,
      'center',
    ),
  ],
  [
    cell(look.grid, 'Round', COLUMNS.round),
    cell(look.grid, 'Event', COLUMNS.name),
    cell(look.grid, 'Entries', COLUMNS.entries, 'right'),
    cell(look.grid, 'Heats', COLUMNS.heats, 'right'),
    cell(look.grid, 'Starts at', COLUMNS.start, 'right'),
  ],
  ...(look.note === undefined ? [] : [[cell(look.grid, look.note, COLUMNS.round + 10)]]),
];

const eventRow = (look: Look, rows: TimedRow[], row: TimedRow): Row => [
  cell(look.grid, row.round, COLUMNS.round),
  cell(look.grid, row.number, COLUMNS.event, 'right'),
  cell(look.grid, shortName(row), COLUMNS.name),
  cell(look.grid, grouped(entriesOf(rows, row.number)), COLUMNS.entries, 'right'),
  cell(look.grid, String(row.heats.length), COLUMNS.heats, 'right'),
  ...(look.unseeded ? [cell(look.grid, 'u', COLUMNS.unseeded)] : []),
  cell(look.grid, clockOf(look, row.start), COLUMNS.start, 'right'),
  cell(look.grid, '_______', COLUMNS.line),
];

const tableRows = (look: Look, session: MeetSession): Row[] => {
  const rows = timedRows(session);
  return tableOf(session, look.pools).flatMap((one) => {
    if ('note' in one) return [[cell(look.grid, one.note, COLUMNS.round + 10)]];
    if ('pause' in one) return [[cell(look.grid, breakText(one.pause), COLUMNS.name)]];
    return one.row.number === look.without ? [] : [eventRow(look, rows, one.row)];
  });
};

const totalEntries = (rows: TimedRow[]): number =>
  sum([...new Set(rows.map(({ number }) => number))].map((one) => entriesOf(rows, one)));

const finishRow = (look: Look, finish: string): Row => [
  cell(look.grid, 'Finish Time', COLUMNS.name),
  cell(look.grid, clockOf(look, finish), COLUMNS.start, 'right'),
  cell(look.grid, '_______', COLUMNS.line),
];

const swimmersOf = (rows: TimedRow[]): number =>
  new Set(
    rows.flatMap(({ heats }) => heats.flatMap(({ entries }) => entries.map((one) => one.swimmer))),
  ).size;

const countsRow = (look: Look, rows: TimedRow[]): Row => [
  cell(look.grid, `Swimmers Counts for Warm-ups: ${swimmersOf(rows)}`, COLUMNS.name),
  cell(look.grid, '====', COLUMNS.entries, 'right'),
  cell(look.grid, '====', COLUMNS.heats, 'right'),
];

const footRows = (look: Look, session: MeetSession): Row[] => {
  const rows = timedRows(session);
  return [
    countsRow(look, rows),
    [
      cell(look.grid, 'Entry / Heat Totals:', COLUMNS.name),
      cell(look.grid, grouped(totalEntries(rows)), COLUMNS.entries, 'right'),
      cell(look.grid, grouped(sum(rows.map(({ heats }) => heats.length))), COLUMNS.heats, 'right'),
    ],
    ...(look.finish === false ? [] : [finishRow(look, finishOf(session, look.pools))]),
    [],
  ];
};

const block = (rows: Row[], atTop: Row[]): Block => ({
  rows,
  entries: [],
  atTop: { rows: [...atTop, ...rows], entries: [] },
});

/** A session that does not fit goes on under its head on the next page. */
const sessionBlocks = (look: Look, session: MeetSession): Block[] => {
  const head = headRows(look, session);
  const [first = [], ...rest] = tableRows(look, session);
  return [
    { rows: [...head, first], entries: [], atTop: null },
    ...rest.map((row) => block([row], head)),
    block(footRows(look, session), head),
  ];
};

const truthRows = (session: MeetSession, look: Look): ReportSession['rows'] => {
  const rows = timedRows(session);
  return tableOf(session, look.pools).flatMap((one) => {
    if ('note' in one) return [];
    if ('pause' in one) return { break: breakText(one.pause).replace(/:$/, '') };
    return {
      event: one.row.number,
      name: shortName(one.row),
      round: one.row.round,
      entries: entriesOf(rows, one.row.number),
      heats: one.row.heats.length,
      start: one.row.start,
    };
  });
};

const truthOf = (meet: Meet, session: MeetSession, look: Look): ReportSession => ({
  number: look.label === undefined ? session.day : `${session.day}${look.label}`,
  title: session.title,
  day: session.day,
  date: addDays(meet.startDate, session.day - 1),
  start: session.start,
  intervalSeconds: session.intervalSeconds,
  backInterval: session.backSeconds,
  rows: truthRows(session, look),
  finish: look.finish === false ? null : finishOf(session, look.pools),
});

/** Pages of a session report, not yet drawn. */
export const planSessionReport = (meet: Meet, options: SessionReportOptions): Page[] => {
  const look: Look = { ...options, grid: lookOf({ columns: 1 }).grid };
  const blocks = meet.sessions.flatMap((session) => sessionBlocks(look, session));
  return layOut(meet, look.grid, [{ title: 'Session Report', blocks }]).pages;
};

/** Draws when each event starts, session by session, as Meet Manager's "Session Report". */
export const drawSessionReport = async (
  meet: Meet,
  options: SessionReportOptions = {},
): Promise<Drawn> => {
  const look: Look = { ...options, grid: lookOf({ columns: 1 }).grid };
  const pages = planSessionReport(meet, options);
  const drawn = [...Array.from({ length: options.picturePages ?? 0 }, blankPage), ...pages];
  return {
    pdf: await drawPages(look.damage?.(drawn) ?? drawn, meet.seed, { title: 'Session Report' }),
    truth: {
      ...emptyReport(meet, 'session_report', drawn.length),
      sessions: meet.sessions.map((session) => truthOf(meet, session, look)),
    },
  };
};
