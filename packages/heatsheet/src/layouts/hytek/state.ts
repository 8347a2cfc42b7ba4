/** What is open while a Meet Manager sheet is read from its first row to its last. */
import { eventFacts } from '../../eventNames.ts';
import type { DateRange } from '../../dates.ts';
import type { Entry, Heat, LineRole, Session, SheetEvent, SheetLine } from '../../types.ts';
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { EmptyLanes } from '../common/shownLanes.ts';
import type { CellColumns } from './columns.ts';
import type { Spread } from '../common/cutColumns.ts';
import type { EventHeader, HeatHeader } from './headers.ts';

export type State = {
  sessions: Session[];
  events: SheetEvent[];
  lines: SheetLine[];
  session: Session | null;
  /** The meet that the pages name, and which event is its first. */
  meet: { name: string; days: DateRange | null; from: number } | null;
  /** Pages on which another meet's begin. */
  otherMeets: { page: number; name: string }[];
  /** Two for a combined event ("21 / 22"). */
  open: SheetEvent[];
  event: SheetEvent | null;
  heat: Heat | null;
  columns: CellColumns | null;
  alternates: boolean;
  /** Between an event's header and its first heat: records and standards stand here. */
  preamble: boolean;
  /** Its columns' header stands above the event's own: no other ends the preamble of a ranked list. */
  columnsAbove: boolean;
  /** The last entry and the rows it was read from, while it may go on. */
  last: { entry: Entry; rows: Row[]; number: number } | null;
  page: number;
  /** Lanes printed without an entry. */
  emptyLanes: EmptyLanes;
  /** Events swum together, in pairs. */
  together: SheetEvent[][];
  /** The first header of all was a page-top one. */
  beginsInside: boolean;
  /** Entries of heats that stand under the columns of a ranked list. */
  underRanks: Entry[];
  /** How often the printed page numbers began at 1: what was printed apart may be one file. */
  printing: number;
  /** What each page's body covers. */
  spreads: Spread[];
};

export const freshState = (): State => ({
  sessions: [],
  events: [],
  lines: [],
  session: null,
  meet: null,
  otherMeets: [],
  open: [],
  event: null,
  heat: null,
  columns: null,
  alternates: false,
  preamble: false,
  columnsAbove: false,
  last: null,
  page: 0,
  emptyLanes: new Map(),
  together: [],
  beginsInside: false,
  underRanks: [],
  printing: 0,
  spreads: [],
});

export const addLine = (state: State, row: Row, role: LineRole): void => {
  state.lines.push({ page: state.page, box: rowBox(row), line: rowText(row), role });
};

const findEvent = (state: State, number: string): SheetEvent | undefined =>
  state.events.find(
    (event, index) =>
      event.number === number &&
      event.session === (state.session?.key ?? null) &&
      index >= (state.meet?.from ?? 0),
  );

const nameFor = (name: string, index: number): string => {
  const both = /^(Girls|Boys|Women|Men)\s*\/\s*(Girls|Boys|Women|Men)\s+(.*)$/.exec(name);
  return both ? `${both[index + 1]} ${both[3]}` : name;
};

const makeEvent = (state: State, number: string, name: string): SheetEvent => {
  const event: SheetEvent = {
    number,
    name,
    session: state.session?.key ?? null,
    ...eventFacts(name),
    round: null,
    page: state.page,
    heats: [],
  };
  state.events.push(event);
  return event;
};

/** Opens the event(s) of a header; one seen before in this session goes on (a flighted event, a page top). */
export const openEvent = (state: State, { numbers, name, continued }: EventHeader): void => {
  state.beginsInside ||= continued && !state.events.length;
  state.open = numbers.map(
    (number, index) => findEvent(state, number) ?? makeEvent(state, number, nameFor(name, index)),
  );
  if (numbers.length > 1 && !state.together.some(([first]) => first === state.open[0]))
    state.together.push(state.open);
  state.event = state.open[0] ?? null;
  state.heat = null;
  state.last = null;
  state.alternates = false;
  state.preamble = !continued;
};

const eventOfInner = (state: State, inner: string): SheetEvent | null =>
  state.open.find((event) =>
    inner.toLowerCase().startsWith(event.name.split(' ')[0]?.toLowerCase() ?? ' '),
  ) ?? state.event;

/** Opens a heat; a header that repeats the open heat's number and round goes on with it. */
export const openHeat = (state: State, header: HeatHeader): void => {
  if (header.event) openEvent(state, header.event);
  state.alternates = false;
  state.preamble = false;
  state.last = null;
  const event = header.inner ? eventOfInner(state, header.inner) : state.event;
  state.event = event;
  if (!event) return;
  const round = header.round ?? (header.event ? (event.heats.at(-1)?.round ?? null) : null);
  const same = event.heats.find((heat) => heat.number === header.number && heat.round === round);
  state.heat = same ?? {
    number: header.number,
    of: header.of,
    round,
    start: header.start,
    page: state.page,
    entries: [],
    ...(header.withFinals && { withFinals: true }),
  };
  if (!same) event.heats.push(state.heat);
  event.round ??= round;
};

/** The heat an entry goes to: the open one, or a ranked list's own. */
export const heatForEntry = (state: State, ranked: boolean): Heat | null => {
  if (state.heat && (!ranked || state.alternates || state.heat.number === null)) return state.heat;
  if (!ranked || !state.event) return null;
  const list = state.event.heats.find((heat) => heat.number === null);
  state.heat = list ?? {
    number: null,
    of: null,
    round: null,
    start: null,
    page: state.page,
    entries: [],
  };
  if (!list) state.event.heats.push(state.heat);
  return state.heat;
};
