/** One row of EasyWk's start list: what it says, and where it belongs. */
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { LineRole } from '../../types.ts';
import { addEntry, addLine, openEvent, openHeat, openSession } from '../common/building.ts';
import { isTime, toCells } from '../common/cells.ts';
import { noteEmptyLane } from '../common/lanes.ts';
import { settleRow } from '../common/rowsOn.ts';
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
import type { State } from './state.ts';

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

/** Reads one row and notes what it is; what it cannot explain is `unknown`. */
export const readRow = (state: State, row: Row): void => {
  const text = rowText(row);
  const header =
    readSession(state, row, text) ??
    readEvent(state, row, text) ??
    readSection(state, row, text) ??
    readHeat(state, row, text);
  if (header) return addLine(state, row, header);
  settleRow(state, row, readEntry(state, row), () => isNote(state, row));
};
