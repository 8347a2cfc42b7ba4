/** A small British program in two columns: "H1  L2 (1)  Team  Association", the place in the seeding in brackets. */
import { rowDoubt } from '../../checks/rowDoubt.ts';
import { speltRange } from '../../speltDates.ts';
import { english } from '../../languages/english.ts';
import { factsIn } from '../../languages/language.ts';
import { columnEdges, headerEdges, splitColumns } from '../../text/columns.ts';
import { rowBox, rowText, toRows, type Row } from '../../text/rows.ts';
import type { Entry, Warning } from '../../types.ts';
import {
  addEntry,
  addLine,
  openEvent,
  openHeat,
  startBuilding,
  toReading,
  type Building,
} from '../common/building.ts';
import { toCells } from '../common/cells.ts';
import { cutBottoms } from '../common/cutBottoms.ts';
import { cutColumns, edgesIn, spreadOf, type Spread } from '../common/cutColumns.ts';
import { laneDoubts } from '../common/lanes.ts';
import { textOf } from '../common/pages.ts';
import { spacingDoubts } from '../common/spacing.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';

const EVENT = /^Event\s+(\d+[A-Z]?)\s+-\s+(.+)$/;
const HEAT = /^H(\d+)$/;
const LANE = /^L(\d+)\s*\((\d+)\)\s*(.*)$/;
/** The association, and a time behind it or glued to it. */
const LAST_CELL = /^(\D*?)\s*((?:\d{1,2}:)*\d{1,2}[:.]\d{2}(?:\.\d{2})?|NT)?$/;
const ROUND = /\b(FINAL|SEMI-?FINAL|HEATS?)$/i;
const TITLE = /^(?:(\d{1,2}\s+[A-Z][a-z]+\s+\d{4})\s+-\s+)?(.*?)\s+Page:\s*\d+$/;

type State = Building & {
  seeding: Map<string, number[]>;
  /** What each page's body covers. */
  spreads: Spread[];
  /** Entries with one cell behind their lane, and with more. */
  single: Entry[];
  several: Entry[];
};

const readEvent = (state: State, text: string): boolean => {
  const [, number, name] = EVENT.exec(text) ?? [];
  if (!number || !name) return false;
  const round = ROUND.exec(name)?.[1] ?? null;
  openEvent(state, { number, name, round, facts: factsIn(english, name) });
  return true;
};

const readEntry = (state: State, row: Row): boolean => {
  const [first, ...others] = toCells(row.runs).map((cell) => cell.text);
  const heat = HEAT.exec(first ?? '')?.[1];
  const [lane = '', ...rest] = heat ? others : [first, ...others];
  const [, number, seeding, glued] = LANE.exec(lane) ?? [];
  if (heat && state.event)
    openHeat(state, { number: Number(heat), of: null, round: null, start: null });
  const [who, ...behind] = [...(glued ? [glued] : []), ...rest];
  if (!number || !who || !state.heat || !state.event) return false;
  const [, club = '', seed = null] = LAST_CELL.exec(behind.join(' ')) ?? [];
  const relay: Entry['relay'] = state.event.relay ? { letter: '', legs: [] } : null;
  const entry: Entry = {
    lane: Number(number),
    rank: null,
    name: relay ? null : who,
    age: null,
    year: null,
    team: relay ? who : club || null,
    seed,
    seedFlags: [],
    relay,
    note: null,
    page: state.page,
    box: rowBox(row),
    line: rowText(row),
  };
  addEntry(state, state.heat, entry, row);
  (behind.length > 0 ? state.several : state.single).push(entry);
  const order = state.seeding.get(state.event.number) ?? [];
  state.seeding.set(state.event.number, [...order, Number(seeding)]);
  return true;
};

const readRow = (state: State, row: Row): void => {
  const text = rowText(row);
  if (TITLE.test(text)) return addLine(state, row, 'page_header');
  if (readEvent(state, text)) return addLine(state, row, 'event_header');
  if (readEntry(state, row)) return;
  addLine(state, row, /^[A-Za-z][^\d]*$/.test(text) ? 'note' : 'unknown');
};

/** Every place of the seeding up to the last must be there. */
const seedingGaps = ({ seeding }: State): Warning[] =>
  [...seeding].flatMap(([event, places]) => {
    const last = Math.max(...places);
    if (new Set(places).size === last && places.length === last) return [];
    const text = `Event ${event}: ${places.length} of ${last} entries found.`;
    return [{ reason: 'entries_total' as const, page: 1, text }];
  });

/** Where nearly everybody has a cell of an association, a cell alone may be that instead of a name. */
const USUALLY = 0.8;

const singleCells = ({ single, several }: State): Warning[] =>
  several.length < (single.length + several.length) * USUALLY
    ? []
    : single.map((entry) => rowDoubt(entry, 'A cell is missing'));

const doubtsOf = (state: State): Warning[] => [
  ...seedingGaps(state),
  ...laneDoubts(state, false),
  ...singleCells(state),
  ...spacingDoubts(state, { edges: edgesIn(state.spreads) }),
  ...cutColumns(state.spreads),
  ...cutBottoms(state, state.spreads, { headed: true }),
];

const readPage = (state: State, page: TextPage): void => {
  state.page = page.page;
  const titles = page.rows.filter((row) => TITLE.test(rowText(row)));
  const body = page.runs.filter((run) => !titles.some((row) => row.runs.includes(run)));
  const starts = body.filter((run) => EVENT.test(run.text)).map(({ x }) => x);
  const edges = columnEdges(starts, headerEdges(starts), body);
  const top = Math.min(...body.map(({ y }) => y));
  const beginsEvent = body.some(({ text, y }) => y === top && EVENT.test(text));
  const where = { page: page.page, part: '', width: page.width, beginsEvent };
  state.spreads.push(spreadOf(where, edges, body));
  for (const row of titles) readRow(state, row);
  for (const runs of splitColumns(body, edges)) for (const row of toRows(runs)) readRow(state, row);
};

const read = (pages: TextPage[]): Reading => {
  const state: State = {
    ...startBuilding(),
    seeding: new Map(),
    spreads: [],
    single: [],
    several: [],
  };
  for (const page of pages) readPage(state, page);
  const title = pages.flatMap((page) => page.rows.map(rowText)).find((text) => TITLE.test(text));
  const [, day, meetName] = TITLE.exec(title ?? '') ?? [];
  const dates = day ? speltRange(day) : null;
  const meet = { software: 'other', meetName: meetName || null } as const;
  return toReading(state, dates, { ...meet, doubts: doubtsOf(state) });
};

export const ukProgram: Layout = {
  recognises: (pages) => {
    const text = textOf(pages.slice(0, 2));
    return /\bH\d+\s+L\d+\s*\(\d+\)/.test(text) && /\bEvent\s+\d+\s+-\s/.test(text);
  },
  read,
};
