/** One row of a Meet Manager sheet: what it says, and where it belongs. */
import { rowText, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { LineRole } from '../../types.ts';
import { noteEmptyLane } from '../common/lanes.ts';
import { leadingNumber, readEntry } from './cells.ts';
import { cellColumns } from './columns.ts';
import { eventHeader, heatHeader, isEventNote } from './headers.ts';
import { isLegRow, readLegs } from './legs.ts';
import { isHostsNote, isRemark } from './notes.ts';
import { explainPreamble, preambleRole } from './preamble.ts';
import { addLine, heatForEntry, openEvent, openHeat, type State } from './state.ts';

const endPreamble = (state: State): void => {
  if (state.preamble) explainPreamble(state);
  state.preamble = false;
};

const readHeaderRow = (state: State, row: Row, text: string, edge: number): LineRole | null => {
  const heat = heatHeader(text);
  if (heat) {
    endPreamble(state);
    openHeat(state, heat);
    return 'heat_header';
  }
  const event = eventHeader(text);
  if (event) {
    const columnsAbove =
      !state.preamble && !state.last && state.lines.at(-1)?.role === 'column_header';
    openEvent(state, event);
    state.columnsAbove = columnsAbove;
    return 'event_header';
  }
  const columns = cellColumns(row, edge);
  if (columns) {
    state.columns = columns;
    state.last = null;
    endPreamble(state);
    return 'column_header';
  }
  if (/^-* *No entries\b/i.test(text) || isEventNote(text)) return 'note';
  if (!/^Alternates?\b/.test(text)) return null;
  state.alternates = true;
  return 'heat_header';
};

const readLegRow = (state: State, row: Row): boolean => {
  const relay = state.last?.entry.relay;
  if (!relay || !isLegRow(row)) return false;
  relay.legs.push(...readLegs(row, state.page, relay.legs.length));
  return true;
};

/** The second row of an entry whose name was too long: "Wetherby Longfellow, Annabel" / "16 SYS 9:55.55". */
const readWrappedRow = (state: State, row: Row, edge: number): boolean => {
  const { last, columns } = state;
  if (!last || !columns || last.rows.length > 1 || last.entry.relay) return false;
  if (last.entry.team !== null || last.entry.seed !== null || last.entry.age !== null) return false;
  const rows = [...last.rows, row];
  const first = leadingNumber(last.rows[0] ?? row, edge + columns.who);
  if (!first || (row.runs[0]?.x ?? 0) < edge + columns.who) return false;
  const place = { page: state.page, edge, columns, alternate: state.alternates };
  const whole = readEntry(rows, { number: last.number, rest: [...first.rest, ...row.runs] }, place);
  Object.assign(last.entry, whole);
  last.rows = rows;
  return true;
};

/** What stands beside a lane that nobody has. */
const NOBODY = /^(?:Empty|Open|Vacant|None|No Swimmer|Unassigned|[-–—.]+)(?: Lane)?$/i;

const isNobody = (rest: Run[]): boolean =>
  rest.length === 0 || (rest.length === 1 && NOBODY.test(rest[0]?.text ?? ''));

const readEntryRow = (state: State, row: Row, edge: number): LineRole | 'entry' | null => {
  const { columns } = state;
  if (!columns || !state.event) return null;
  const leading = leadingNumber(row, edge + columns.who);
  if (!leading) return null;
  if (isNobody(leading.rest)) {
    // Its heat's header is lost.
    if (!state.heat) return 'unknown';
    noteEmptyLane(state, state.heat, leading.number);
    return 'empty_lane';
  }
  // A heat has lanes, even where their header is lost and a ranked list's goes on.
  const inHeat = columns.ranked && typeof state.heat?.number === 'number';
  const ranked = columns.ranked && !inHeat;
  const heat = heatForEntry(state, ranked);
  if (!heat) return null;
  const own = { ...columns, ranked };
  const place = { page: state.page, edge, columns: own, alternate: state.alternates };
  const entry = readEntry([row], leading, place);
  heat.entries.push(entry);
  if (inHeat) state.underRanks.push(entry);
  state.last = { entry, rows: [row], number: leading.number };
  return 'entry';
};

/** Lines to write on, and dashes in lanes that stay empty. */
const BLANK = /^[_\s]+$|^-{2,}$/;

const withoutBlanks = (row: Row): Row =>
  row.runs.some(({ text }) => text.endsWith('__') || text.endsWith('--'))
    ? {
        y: row.y,
        runs: row.runs
          .map((run) => ({ ...run, text: run.text.replace(/\s*_{2,}$/, '') }))
          .filter((run) => run.text !== '' && !BLANK.test(run.text)),
      }
    : row;

/** Reads a row of the column that begins at `edge` and notes what it is; what it cannot explain is `unknown`. */
export const readRow = (state: State, whole: Row, edge: number): void => {
  const row = withoutBlanks(whole);
  if (!row.runs.length) return addLine(state, whole, 'note');
  const text = rowText(row);
  const header = readHeaderRow(state, row, text, edge);
  if (header) return addLine(state, row, header);
  if (readLegRow(state, row)) return;
  if (isHostsNote(row)) return addLine(state, row, 'note');
  const early = state.preamble ? preambleRole(text, state.lines) : null;
  if (early === 'unknown' && state.columnsAbove) endPreamble(state);
  else if (early) return addLine(state, row, early);
  const role = state.preamble ? null : readEntryRow(state, row, edge);
  if (role === 'entry') return;
  if (role) return addLine(state, row, role);
  if (readWrappedRow(state, row, edge)) return;
  const belowRelay = Boolean(state.last?.entry.relay);
  addLine(state, row, isRemark(row, belowRelay) ? 'note' : 'unknown');
};
