/** EasyWk's "Meldeergebnis", the start list of German meets: one column, 24-hour heat times, years of birth. */
import { rowDoubt } from '../../checks/rowDoubt.ts';
import type { DateRange } from '../../dates.ts';
import { dayFirstRange } from '../../dottedDates.ts';
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Course, LineRole, SheetLine } from '../../types.ts';
import {
  addEntry,
  addLine,
  openEvent,
  openHeat,
  openSession,
  startBuilding,
  toReading,
  type Building,
} from '../common/building.ts';
import { isTime, toCells, type Cells, type Columns } from '../common/cells.ts';
import { laneDoubts, noteEmptyLane } from '../common/lanes.ts';
import { bodySize, repeatedRows, textOf } from '../common/pages.ts';
import { readLegRow, readWrappedRow } from '../common/rowsOn.ts';
import { spacingDoubts } from '../common/spacing.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { repairCzechNames } from './czech.ts';
import { readLaneRow } from './entries.ts';
import {
  clockOf,
  columnHeading,
  eventHeading,
  heatHeading,
  isBegin,
  isOtherSection,
  listedSession,
  sessionHeading,
} from './headers.ts';
import {
  fillHeatCounts,
  missingEntries,
  missingEvents,
  printedTotals,
  type Listed,
} from './totals.ts';

type State = Building & {
  /** Headings are larger than this. */
  bodySize: number;
  columns: Columns | null;
  at: Cells['at'] | null;
  /** A cover, a list of events, judges: what stands there is no entry. */
  inOtherSection: boolean;
  listed: Listed[];
  /** Lists of events whose session has no heading above them. */
  headless: SheetLine[];
};

const PAGE_HEADER = /^(.*?)\s*\bSeite\s+\d+$/;
/** A cover and tables may come before the first heat, so many pages at most. */
const LOOK_AT_PAGES = 16;
/** Headings are at least this much larger than the body. */
const LARGER = 1;

const isLarge = (state: State, row: Row): boolean =>
  row.runs.every((run) => run.size > state.bodySize + LARGER);

const readSession = (state: State, row: Row, text: string): LineRole | null => {
  const session = isLarge(state, row) ? sessionHeading(text) : null;
  if (session) {
    openSession(state, session);
    state.event = null;
    state.inOtherSection = true;
    return 'session';
  }
  if (!isBegin(text) || state.event) return null;
  if (state.session) state.session.start = clockOf(text);
  return 'session';
};

/** The list of events at a session's head is printed as small as the entries, an event's own header is not. */
const readEvent = (state: State, row: Row, text: string): LineRole | null => {
  const event = eventHeading(text);
  if (!event) return null;
  if (state.inOtherSection && !isLarge(state, row)) {
    state.listed.push({ session: state.session?.key ?? null, page: state.page, event });
    return 'session';
  }
  openEvent(state, event);
  state.inOtherSection = false;
  return 'event_header';
};

/** A list of events names its session: without the session's own heading its day is unknown. */
const openListed = (state: State, row: Row, text: string): void => {
  const title = listedSession(text);
  if (title === null || title === state.session?.title) return;
  openSession(state, { title, date: null });
  state.event = null;
  state.headless.push({ page: state.page, box: rowBox(row), line: text, role: 'session' });
};

const readSection = (state: State, row: Row, text: string): LineRole | null => {
  if (isOtherSection(text) && isLarge(state, row)) {
    openListed(state, row, text);
    state.inOtherSection = true;
    return 'session';
  }
  if (!state.inOtherSection) return null;
  if (/^Abschnittsende/i.test(text)) return 'session';
  return 'note';
};

const readHeat = (state: State, row: Row, text: string): LineRole | null => {
  const heat = heatHeading(text);
  if (heat && openHeat(state, heat)) return 'heat_header';
  const columns = columnHeading(row);
  if (!columns) return null;
  state.columns = columns;
  return 'column_header';
};

const readEntry = (state: State, row: Row): LineRole | 'entry' | null => {
  const isRelay = state.event?.relay ?? false;
  const read = readLaneRow(row, state.columns, { page: state.page, isRelay });
  if (!read || !state.event) return null;
  if (read.kind === 'empty') {
    if (state.heat) noteEmptyLane(state, state.heat, read.lane);
    return 'empty_lane';
  }
  if (read.kind === 'incomplete') return 'unknown';
  const withdrawn = { number: null, of: null, round: state.event.round, start: null };
  const open = state.heat;
  const heat = read.entry.note === 'withdrawn' ? openHeat(state, withdrawn) : open;
  if (!heat) return null;
  addEntry(state, heat, read.entry, row);
  // A withdrawal among the lanes does not end their heat.
  state.heat = open ?? null;
  state.at = read.at;
  return 'entry';
};

/** Free words between two events: "Pause", "Siegerehrung". An entry has several cells, or a time. */
const isNote = (state: State, row: Row): boolean => {
  const [cell, ...others] = toCells(row.runs);
  if (!cell || others.length > 0 || /^(Bahn|abgem|Lauf)\b/i.test(cell.text)) return false;
  const edge = state.columns?.name ?? 0;
  return (edge === 0 || cell.x < edge) && !cell.text.split(' ').some(isTime);
};

const readRow = (state: State, row: Row): void => {
  const text = rowText(row);
  const header =
    readSession(state, row, text) ??
    readEvent(state, row, text) ??
    readSection(state, row, text) ??
    readHeat(state, row, text);
  if (header) return addLine(state, row, header);
  const role = readEntry(state, row);
  if (role === 'entry') return;
  if (role) return addLine(state, row, role);
  if (readLegRow(state, row)) return;
  if (state.at && readWrappedRow(state, row, state.at)) return;
  addLine(state, row, isNote(state, row) ? 'note' : 'unknown');
};

const readPage = (state: State, page: TextPage, repeated: Set<Row>): void => {
  state.page = page.page;
  for (const [index, row] of page.rows.entries()) {
    if (index === 0 && PAGE_HEADER.test(rowText(row))) addLine(state, row, 'page_header');
    else if (repeated.has(row)) addLine(state, row, 'footer');
    else readRow(state, row);
  }
};

const meetNameOf = (pages: TextPage[]): string | null => {
  for (const { rows } of pages) {
    const name = rows[0] && PAGE_HEADER.exec(rowText(rows[0]))?.[1];
    if (name) return name;
  }
  return null;
};

const courseOf = (cover: string): Course | null => {
  const length = /Bahnen?\s+[áàâa]\s*(25|50)\s*m/i.exec(cover)?.[1];
  return length === '25' ? 'SCM' : length === '50' ? 'LCM' : null;
};

const rangeOf = (cover: string): DateRange | null => {
  const printed = /^(?:vom|am)\s+.*\d{4}.*$/im.exec(cover)?.[0];
  return printed ? dayFirstRange(printed) : null;
};

const firstColumns = (pages: TextPage[]): Columns | null => {
  for (const row of pages.flatMap((page) => page.rows)) {
    const columns = columnHeading(row);
    if (columns) return columns;
  }
  return null;
};

const read = (pages: TextPage[]): Reading => {
  const state: State = {
    ...startBuilding(),
    bodySize: bodySize(pages),
    // Withdrawals may stand above the first column header.
    columns: firstColumns(pages),
    at: null,
    inOtherSection: true,
    listed: [],
    headless: [],
  };
  const repeated = repeatedRows(pages);
  for (const page of pages) readPage(state, page, repeated);
  fillHeatCounts(state, state.listed);
  repairCzechNames(state.events, pages);
  const cover = textOf(pages.slice(0, 2));
  const course = courseOf(cover);
  return toReading(state, rangeOf(cover), {
    software: 'easywk',
    meetName: meetNameOf(pages),
    course,
    events: state.events.map((event) => ({ ...event, course })),
    doubts: [
      ...laneDoubts(state, false),
      ...missingEntries(state, printedTotals(pages)),
      ...missingEvents(state, state.listed),
      ...state.headless.map((line) => rowDoubt(line, 'A heading is missing above')),
      ...spacingDoubts(state),
    ],
  });
};

export const easyWk: Layout = {
  recognises: (pages) => {
    const text = textOf(pages.slice(0, LOOK_AT_PAGES));
    const heats = /^(?:noch )?Wettkampf \d+/m.test(text) && /^Lauf \d+/m.test(text);
    return heats && /^Bahn\s+\d/m.test(text) && !/^(Protokoll|Ergebnisliste)\b/m.test(text);
  },
  read,
};
