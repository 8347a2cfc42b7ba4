import { drawPages } from './canvas.ts';
import { flow, GRIDS, type Block, type Columns, type Grid, type Page, type Row } from './layout.ts';
import { titlesFor, topUnder, withHeader } from './pageHeader.ts';
import {
  continuedEventRow,
  emptyLaneRow,
  entryRow,
  eventRow,
  heatRow,
  heatRowAtTop,
  legRows,
  preambleRows,
  roundAtTop,
  wordRow,
  type Style,
} from './rows.ts';
import { draftOf, eventsOf, reportOf, type Where } from './truth.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat, MeetSession } from './types.ts';
import type { ReportEntry, SheetReport } from '@heatsync/heatsheet/report.ts';

export type DrawOptions = {
  columns?: Columns;
  /** "Event 5 …" or "#5 …". */
  style?: Style;
  /** Print every heat's start time. */
  heatStarts?: boolean;
  /** Print the names of relay legs. */
  legs?: boolean;
};

export type Drawn = { pdf: Uint8Array; truth: SheetReport };

type Look = { grid: Grid; style: Style; starts: boolean; legs: boolean };

export const lookOf = (options: DrawOptions): Look => ({
  grid: GRIDS[options.columns ?? 2],
  style: options.style ?? 'event',
  starts: options.heatStarts ?? false,
  legs: options.legs ?? true,
});

const entryRows = (look: Look, event: MeetEvent, entry: MeetEntry, place: number): Row[] => [
  entryRow(look.grid, event, entry, place),
  ...(look.legs ? legRows(look.grid, entry) : []),
];

const laneRows = (look: Look, event: MeetEvent, heat: MeetHeat): Row[] =>
  Array.from({ length: heat.lanes }, (_, index) => index + 1).flatMap((lane) => {
    const entry = heat.entries.find((candidate) => candidate.lane === lane);
    return entry ? entryRows(look, event, entry, lane) : [emptyLaneRow(look.grid, lane)];
  });

const alternateRows = (look: Look, event: MeetEvent): Row[] =>
  event.alternates.length
    ? [
        wordRow(look.grid, 'Alternates'),
        ...event.alternates.flatMap((entry) => entryRows(look, event, entry, entry.lane)),
      ]
    : [];

const headRows = (look: Look, event: MeetEvent, ranked: boolean): Row[] => [
  eventRow(look.grid, look.style, event),
  ...preambleRows(look.grid, event, ranked),
];

const heatEntries = (
  look: Look,
  event: MeetEvent,
  heat: MeetHeat,
  round: string | null,
  last: boolean,
) => {
  const start = look.starts ? heat.start : null;
  const where = { heat: heat.number, rank: null, round, start };
  const draft = (note: Where['note']) => (entry: MeetEntry) =>
    draftOf(event, entry, look.legs, { ...where, lane: entry.lane, note });
  return [
    ...heat.entries.map(draft(null)),
    ...(last ? event.alternates.map(draft('alternate')) : []),
  ];
};

const heatBlock = (look: Look, event: MeetEvent, heat: MeetHeat, index: number): Block => {
  const last = heat.number === event.of;
  const body = [...laneRows(look, event, heat), ...(last ? alternateRows(look, event) : [])];
  const head = index === 0 ? headRows(look, event, false) : [];
  return {
    rows: [...head, heatRow(look.grid, event, heat, look.starts), ...body],
    entries: heatEntries(look, event, heat, event.round, last),
    atTop:
      index === 0
        ? null
        : {
            rows: [heatRowAtTop(look.grid, event, heat, look.starts), ...body],
            entries: heatEntries(look, event, heat, roundAtTop(event, heat), last),
          },
  };
};

const bySeed = (a: MeetEntry, b: MeetEntry) => (a.seconds ?? Infinity) - (b.seconds ?? Infinity);

const sameRank = (entry: MeetEntry) => (other: MeetEntry) =>
  other === entry || (entry.seconds !== null && other.seconds === entry.seconds);

/** Equal times share a rank (17, 17, 19); entries without time do not. */
const withRanks = (entries: MeetEntry[]) => {
  const sorted = entries.toSorted(bySeed);
  return sorted.map((entry) => ({
    entry,
    rank: 1 + sorted.findIndex(sameRank(entry)),
  }));
};

/** An event as a ranked list, one block a row, so that it may break anywhere. */
export const rankedBlocks = (look: Look, event: MeetEvent): Block[] =>
  withRanks(event.heats.flatMap((heat) => heat.entries)).map(({ entry, rank }, index) => {
    const rows = entryRows(look, event, entry, rank);
    const where = { heat: null, lane: null, rank, round: null, start: null, note: null };
    const entries = [draftOf(event, entry, look.legs, where)];
    if (index === 0)
      return { rows: [...headRows(look, event, true), ...rows], entries, atTop: null };
    const continued = continuedEventRow(look.grid, look.style, event);
    return { rows, entries, atTop: { rows: [continued, ...rows], entries } };
  });

const eventBlocks = (look: Look, event: MeetEvent): Block[] => [
  ...(event.deckSeeded
    ? rankedBlocks(look, event)
    : event.heats.map((heat, index) => heatBlock(look, event, heat, index))),
  { rows: [[]], entries: [], atTop: { rows: [], entries: [] } },
];

/** The sessions' pages one after another, each session on new pages under its own title. */
export const layOut = (
  meet: Meet,
  grid: Grid,
  parts: { title: string; blocks: Block[] }[],
): { pages: Page[]; entries: ReportEntry[] } => {
  const pages: Page[] = [];
  const entries: ReportEntry[] = [];
  for (const { title, blocks } of parts) {
    const titles = titlesFor(meet, title);
    const flown = flow(blocks, grid, titles, topUnder(titles), pages.length + 1);
    pages.push(...flown.pages);
    entries.push(...flown.entries);
  }
  return { pages: pages.map((page, index) => withHeader(meet, page, index + 1)), entries };
};

/** Pages and truth of a heat sheet, not yet drawn. */
export const planHeatSheet = (meet: Meet, sessions: MeetSession[], options: DrawOptions) => {
  const look = lookOf(options);
  return layOut(
    meet,
    look.grid,
    sessions.map((session) => ({
      title: `Meet Program - ${session.title}`,
      blocks: session.events.flatMap((event) => eventBlocks(look, event)),
    })),
  );
};

/**
 * Draws one session (index from 0), or all, as Meet Manager's "Meet Program". Pages are US Letter.
 * `truth.file` is empty: the caller names the file.
 */
export const drawHeatSheet = async (
  meet: Meet,
  session: number | 'all',
  options: DrawOptions = {},
): Promise<Drawn> => {
  const sessions = session === 'all' ? meet.sessions : meet.sessions.slice(session, session + 1);
  const { pages, entries } = planHeatSheet(meet, sessions, options);
  const events = eventsOf(
    sessions.flatMap((one) => one.events),
    false,
  );
  return {
    pdf: await drawPages(pages, meet.seed, { title: 'Meet Program' }),
    truth: reportOf(meet, 'heat_sheet', pages.length, events, entries),
  };
};
