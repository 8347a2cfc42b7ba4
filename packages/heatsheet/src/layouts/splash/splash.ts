/** Splash Meet Manager's start lists: one clock time an event, two-digit years of birth, many languages. */
import { dayFirstRange } from '../../dottedDates.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { rowText, type Row } from '../../text/rows.ts';
import type { LineRole } from '../../types.ts';
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
import { repeatedRows, textOf } from '../common/pages.ts';
import { readLegRow, readWrappedRow } from '../common/rowsOn.ts';
import { spacingDoubts } from '../common/spacing.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { readOtherKind } from '../otherKinds.ts';
import { readLaneRow } from './entries.ts';
import {
  birthYearColumn,
  eventHeading,
  heatHeading,
  patternsOf,
  sessionHeading,
  whenOf,
  type Patterns,
  type SplashEvent,
} from './headers.ts';
import { titleRows } from './titles.ts';

type State = Building & {
  patterns: Patterns;
  columns: Columns | null;
  at: Cells['at'] | null;
  /** An event's header whose date and round stand on the next row. */
  pending: SplashEvent | null;
  /** The open event's clock time: Splash prints one for all its heats. */
  start: string | null;
  /** Whether the sheet names its sessions; if not, each day is one. */
  named: boolean;
};

const FOOTER = /Splash Meet Manager|^Registered to\b/i;
const DAY = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{1,2}-\d{1,2}/;

const settleEvent = (state: State, round: string | null): void => {
  if (!state.pending) return;
  openEvent(state, { ...state.pending, round: round ?? state.pending.round });
  state.pending = null;
};

const readWhen = (state: State, row: Row): LineRole | null => {
  const session = state.pending ? null : sessionHeading(row);
  if (session) {
    openSession(state, session).start = session.start;
    state.named = true;
    return 'session';
  }
  const when = state.pending && whenOf(state.patterns, row);
  if (!when) return null;
  if (!state.named) openSession(state, { title: null, date: when.date });
  settleEvent(state, when.round);
  state.start = when.start;
  return 'event_header';
};

const readEvent = (state: State, row: Row): LineRole | null => {
  const heading = eventHeading(state.patterns, row);
  if (!heading) return null;
  const known = state.events.findLast((event) => event.number === heading.number);
  if (heading.continued && known) {
    if (known !== state.event) state.heat = null;
    state.event = known;
    state.last = null;
  } else {
    state.pending = heading;
    state.event = null;
    state.heat = null;
    state.start = null;
  }
  return 'event_header';
};

const readHeat = (state: State, text: string): LineRole | null => {
  const heading = heatHeading(state.patterns, text);
  if (!heading || (!state.event && !state.pending)) return null;
  // An event without its own day has not the day of the event before.
  if (state.pending && !state.named) state.session = null;
  settleEvent(state, null);
  openHeat(state, { ...heading, start: heading.start ?? state.start });
  return 'heat_header';
};

const readColumns = (state: State, row: Row): LineRole | null => {
  const year = birthYearColumn(state.patterns, row);
  if (year === null || /^\d/.test(rowText(row))) return null;
  state.columns = { name: state.at?.name ?? 0, year, team: null };
  return 'column_header';
};

/** Between an event's header and its first heat: qualifying times, records with their holders. */
const readPreamble = (state: State, text: string): LineRole | null => {
  if (state.heat || (!state.event && !state.pending)) return null;
  if (DAY.test(text)) return 'record';
  if (/\d[.,]\d{2}(?!\d)/.test(text)) return 'standard';
  // A relay's record names its four swimmers on a line below.
  return state.lines.at(-1)?.role === 'record' ? 'record' : 'note';
};

const readEntry = (state: State, row: Row): LineRole | 'entry' | null => {
  if (!state.heat || !state.event) return null;
  const place = { page: state.page, isRelay: state.event.relay };
  const read = readLaneRow(row, state.columns, place);
  if (!read) return null;
  if (read.kind === 'empty') {
    if (state.heat) noteEmptyLane(state, state.heat, read.lane);
    return 'empty_lane';
  }
  addEntry(state, state.heat, read.entry, row);
  state.at = read.at;
  return 'entry';
};

/** A single cell left of the names: an age group, a pause. Before the first event: the front matter. */
const isNote = (state: State, row: Row): boolean => {
  const cells = toCells(row.runs);
  if (state.events.length === 0 && !state.pending)
    return !cells.some((cell) => isTime(cell.text)) || cells.length < 3;
  const [cell, ...others] = cells;
  if (!cell || others.length > 0) return false;
  return cell.x < (state.at?.name ?? 0) && /\p{L}/u.test(cell.text) && !isTime(cell.text);
};

const readRow = (state: State, row: Row): void => {
  const text = rowText(row);
  const header =
    readWhen(state, row) ??
    readEvent(state, row) ??
    readHeat(state, text) ??
    readColumns(state, row) ??
    readPreamble(state, text);
  if (header) return addLine(state, row, header);
  const role = readEntry(state, row);
  if (role === 'entry') return;
  if (role) return addLine(state, row, role);
  if (readLegRow(state, row)) return;
  if (state.at && readWrappedRow(state, row, state.at)) return;
  addLine(state, row, isNote(state, row) ? 'note' : 'unknown');
};

const PATTERNS = LANGUAGES.map(patternsOf);
/** So many pages tell what a document is. */
const LOOK_AT_PAGES = 12;

/** The language in which most lines are headers of events and heats. */
const bestPatterns = (pages: TextPage[]): Patterns | null => {
  const lines = textOf(pages).split('\n');
  const scored = PATTERNS.map((patterns) => {
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    return { patterns, score: Math.min(count(patterns.event), 1) * count(patterns.heat) };
  });
  const best = scored.reduce((most, other) => (other.score > most.score ? other : most));
  return best.score > 0 ? best.patterns : null;
};

const isResults = (patterns: Patterns, pages: TextPage[]): boolean =>
  pages.some((page) =>
    page.rows.some((row) => {
      const [first, ...others] = toCells(row.runs).map((cell) => cell.text);
      return DAY.test(first ?? '') && patterns.results.test(others.join(' '));
    }),
  );

const read = (pages: TextPage[]): Reading => {
  const patterns = bestPatterns(pages);
  if (!patterns) return readOtherKind(pages);
  const state: State = {
    ...startBuilding(),
    patterns,
    columns: null,
    at: null,
    pending: null,
    start: null,
    named: false,
  };
  const titles = titleRows(pages, (row) => eventHeading(patterns, row) !== null);
  const repeated = repeatedRows(pages);
  for (const page of pages) {
    state.page = page.page;
    for (const row of page.rows) {
      if (titles.rows.has(row)) addLine(state, row, 'page_header');
      else if (FOOTER.test(rowText(row)) || repeated.has(row)) addLine(state, row, 'footer');
      else readRow(state, row);
    }
  }
  const range = titles.dateLine ? dayFirstRange(titles.dateLine) : null;
  return toReading(state, range, {
    software: 'splash',
    meetName: titles.meetName,
    venue: titles.venue,
    doubts: [...laneDoubts(state, false), ...spacingDoubts(state, { tops: false })],
  });
};

export const splash: Layout = {
  recognises: (pages) => {
    const first = pages.slice(0, LOOK_AT_PAGES);
    const patterns = bestPatterns(first);
    if (!patterns || isResults(patterns, first)) return false;
    const text = textOf(first);
    if (/Splash Meet Manager/i.test(text)) return true;
    const dated = first.some((page) => page.rows.some((row) => whenOf(patterns, row)?.start));
    return dated && patterns.startList.test(text);
  },
  read,
};
