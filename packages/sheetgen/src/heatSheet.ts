import { drawPages } from './canvas.ts';
import { flow, gridFor, text, type Block, type Grid, type Page, type Row } from './layout.ts';
import { lookOf, type DrawOptions, type Look } from './look.ts';
import {
  columnRow,
  continuedEventRow,
  eventRow,
  heatRow,
  heatRowAtTop,
  preambleRows,
  roundAtTop,
  roundOf,
  wordRow,
} from './headerRows.ts';
import { titlesFor, topUnder, withHeader } from './pageHeader.ts';
import { isTaken, laneText, oddEmptyLane, rowsBetween } from './oddLooks.ts';
import { emptyLaneRow, entryRows, lanesOf, legRows } from './rows.ts';
import { typed } from './typewriter.ts';
import { draftOf, eventsOf, reportOf, type Where } from './truth.ts';
import type { Meet, MeetEntry, MeetEvent, MeetHeat, MeetSession } from './types.ts';
import type { ReportEntry, SheetReport } from '@heatsync/heatsheet/report.ts';

export { lookOf };

export type Drawn = { pdf: Uint8Array; truth: SheetReport };

const placedRows = (
  look: Look,
  event: MeetEvent,
  entry: MeetEntry,
  place: number | string,
  ranked = false,
): Row[] => [
  ...entryRows(look, event, entry, place, ranked),
  ...(look.legs ? legRows(look, event, entry) : []),
];

const laneRows = (look: Look, event: MeetEvent, heat: MeetHeat): Row[] =>
  lanesOf(look, heat).flatMap((lane) => {
    const entries = heat.entries.filter((candidate) => candidate.lane === lane);
    if (entries.length === 0)
      return isTaken(look, heat, lane)
        ? []
        : (oddEmptyLane(look, lane) ?? [emptyLaneRow(look, lane)]);
    return entries.flatMap((entry, place) =>
      placedRows(look, event, entry, laneText(look, heat, entry, place)),
    );
  });

const alternateRows = (look: Look, event: MeetEvent): Row[] =>
  event.alternates.length
    ? [
        wordRow(look, 'Alternates'),
        ...event.alternates.flatMap((entry) => placedRows(look, event, entry, entry.lane)),
      ]
    : [];

const headRows = (look: Look, event: MeetEvent, ranked: boolean): Row[] => [
  ...(look.options.columnsAbove ? [columnRow(look, event, ranked)] : []),
  eventRow(look, event),
  ...preambleRows(look, event, ranked),
];

const heatEntries = (
  look: Look,
  event: MeetEvent,
  heat: MeetHeat,
  round: string | null,
  last: boolean,
) => {
  const start = look.starts ? heat.start : null;
  const number = heat.inner?.event === 1 ? event.combined?.number : event.number;
  const where = { event: number ?? '', heat: heat.number, rank: null, round, start };
  const draft = (note: Where['note']) => (entry: MeetEntry) =>
    draftOf(look, entry, { ...where, lane: entry.lane, note });
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
    rows: [...head, heatRow(look, event, heat), ...body],
    entries: heatEntries(look, event, heat, roundOf(event, heat), last),
    atTop:
      index === 0
        ? null
        : {
            rows: [heatRowAtTop(look, event, heat), ...body],
            entries: heatEntries(look, event, heat, roundAtTop(look, event, heat), last),
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
export const rankedBlocks = (look: Look, event: MeetEvent): Block[] => {
  const ranked = withRanks(event.heats.flatMap((heat) => heat.entries));
  if (!ranked.length) return [emptyBlock(look, event, true)];
  return ranked.map(({ entry, rank }, index) => {
    const rows = placedRows(look, event, entry, rank, true);
    const where = { event: event.number, heat: null, lane: null, rank, round: null };
    const entries = [draftOf(look, entry, { ...where, start: null, note: null })];
    if (index === 0)
      return { rows: [...headRows(look, event, true), ...rows], entries, atTop: null };
    return { rows, entries, atTop: { rows: [continuedEventRow(look, event), ...rows], entries } };
  });
};

const emptyBlock = (look: Look, event: MeetEvent, ranked: boolean): Block => ({
  rows: headRows(look, event, ranked),
  entries: [],
  atTop: null,
});

/** Sentences where one heat ends and the next begins. */
const remarkBlock = ({ grid, options }: Look): Block[] =>
  options.remarks
    ? [
        {
          rows: [
            [text(grid, 'Awards follow this heat', 6)],
            [text(grid, 'Event 5 follows lunch', 6)],
            [text(grid, '10 minute break', 6)],
            [text(grid, 'Awards: events 1 - 4', 6)],
          ],
          entries: [],
          atTop: { rows: [], entries: [] },
        },
      ]
    : [];

const heatBlocks = (look: Look, event: MeetEvent): Block[] =>
  event.heats.length
    ? event.heats.flatMap((heat, index) => [
        ...(index === 1 ? remarkBlock(look) : []),
        heatBlock(look, event, heat, index),
      ])
    : [emptyBlock(look, event, false)];

const eventBlocks = (look: Look, event: MeetEvent): Block[] => [
  ...(event.deckSeeded ? rankedBlocks(look, event) : heatBlocks(look, event)),
  ...rowsBetween(look, event).map((row) => ({ rows: [row], entries: [], atTop: null })),
  { rows: [[]], entries: [], atTop: { rows: [], entries: [] } },
];

/** Pages of one title. */
type Part = { title: string; blocks: Block[] };

const layOutParts = (
  meet: Meet,
  parts: (Part & { look: Look })[],
): { pages: Page[]; entries: ReportEntry[] } => {
  const pages: Page[] = [];
  const entries: ReportEntry[] = [];
  for (const { title, look, blocks } of parts) {
    const titles = titlesFor(meet, look, title);
    const flown = flow(blocks, look.grid, titles, topUnder(titles), pages.length + 1);
    pages.push(...flown.pages);
    entries.push(...flown.entries);
  }
  const look = parts[0]?.look ?? lookOf({}, meet);
  return { pages: pages.map((page, index) => withHeader(meet, page, look, index + 1)), entries };
};

/** The parts' pages one after another, each part on new pages under its own title. */
export const layOut = (meet: Meet, grid: Grid, parts: Part[]) =>
  layOutParts(
    meet,
    parts.map((part) => ({ ...part, look: { ...lookOf({}, meet), grid } })),
  );

/** Pages and truth of a heat sheet, not yet drawn. */
export const planHeatSheet = (meet: Meet, sessions: MeetSession[], options: DrawOptions) =>
  layOutParts(
    meet,
    sessions.map((session, index) => {
      const look = lookOf(options, meet, index);
      const title = `${look.labels.program} - ${session.title}`;
      return { title, look, blocks: session.events.flatMap((event) => eventBlocks(look, event)) };
    }),
  );

/** Draws the pages as the options have them: damaged, or in a broken encoding. */
export const drawLooked = (pages: Page[], meet: Meet, title: string, options: DrawOptions) => {
  const {
    lostF = false,
    letters,
    overprint,
    watermark,
    typewriter,
    misread,
    damage,
    paper,
    sheet,
  } = options;
  const damaged = damage ? damage(pages) : pages;
  const shown = typewriter ? damaged.map(typed) : damaged;
  return drawPages(shown, meet.seed, {
    ...{ title, lostF, ...(misread && { misread }), ...(paper && { paper }) },
    ...(sheet && { size: gridFor(1, sheet).page }),
    ...{ letters: letters ?? false, overprint: overprint ?? false, watermark: watermark ?? false },
    ...{ typewriter: typewriter ?? false },
  });
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
    pdf: await drawLooked(pages, meet, 'Meet Program', options),
    truth: reportOf(meet, 'heat_sheet', pages.length, events, entries),
  };
};
