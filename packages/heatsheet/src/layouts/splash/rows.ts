/** One row of Splash's start list: what it says, and where it belongs. */
import { rowText, type Row } from '../../text/rows.ts';
import type { LineRole } from '../../types.ts';
import { addEntry, addLine, openEvent, openHeat, openSession } from '../common/building.ts';
import { isTime, toCells } from '../common/cells.ts';
import { noteRepeatedHeat } from '../common/countedOn.ts';
import { noteEmptyLane } from '../common/lanes.ts';
import { settleRow } from '../common/rowsOn.ts';
import { readLaneRow } from './entries.ts';
import {
  birthYearColumn,
  DAY,
  eventHeading,
  heatHeading,
  sessionHeading,
  whenOf,
} from './headers.ts';
import type { State } from './state.ts';

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
  state.dated = true;
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
  if (state.pending) {
    // An event without its own day has not the day of the event before.
    if (!state.named) state.session = null;
    settleEvent(state, null);
    if (state.event) state.undated.push(state.event);
  }
  noteRepeatedHeat(state, heading);
  openHeat(state, { ...heading, start: heading.start ?? state.start });
  return 'heat_header';
};

const readColumns = (state: State, row: Row): LineRole | null => {
  const year = birthYearColumn(state.patterns, row);
  if (year === null || /^\d/.test(rowText(row))) return null;
  state.columns = { name: state.at?.name ?? 0, year, team: null };
  return 'column_header';
};

/** A lane, somebody and a time above the first heat: its header is missing. */
const isRace = ({ columns, page }: State, row: Row): boolean => {
  const read = readLaneRow(row, columns, { page, isRelay: false });
  return read?.kind === 'entry' && read.entry.seed !== null;
};

const isDayOfEvent = ({ patterns }: State, row: Row): boolean => {
  const when = whenOf(patterns, row);
  return when !== null && (when.start !== null || patterns.startList.test(rowText(row)));
};

/** Between an event's header and its first heat: qualifying times, records with their holders. */
const readPreamble = (state: State, row: Row, text: string): LineRole | null => {
  if (state.heat || (!state.event && !state.pending)) return null;
  // A day with a start, or beside the list's title, is another event's, whose name is missing above.
  if (isDayOfEvent(state, row)) return 'unknown';
  if (DAY.test(text)) return 'record';
  if (isRace(state, row)) return 'unknown';
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

/** Reads one row and notes what it is; what it cannot explain is `unknown`. */
export const readRow = (state: State, row: Row): void => {
  const text = rowText(row);
  const header =
    readWhen(state, row) ??
    readEvent(state, row) ??
    readHeat(state, text) ??
    readColumns(state, row) ??
    readPreamble(state, row, text);
  if (header) return addLine(state, row, header);
  settleRow(state, row, readEntry(state, row), () => isNote(state, row));
};
