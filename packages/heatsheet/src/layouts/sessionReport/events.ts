/** The events of a session report's table, row by row. */
import { rowText, type Row } from '../../text/rows.ts';
import type { LineRole } from '../../types.ts';
import { hasHalf } from './lines.ts';
import type { SeenSession, State } from './state.ts';
import {
  eventHead,
  hasNumber,
  nameEdge,
  roundEdge,
  tableRow,
  type EventRow,
  type TableColumns,
} from './table.ts';

/** In sizes and points: what still belongs to the name above. */
const LINE_SPACING = 1.7;
const SAME_EDGE = 2;
const NAME_WIDTH = 230;
/** How an event's name may end; another line below an event is a note on it. */
const REST_OF_NAME =
  /^(?:\s*\b(?:free|freestyle|back|backstroke|breast|breaststroke|fly|butterfly|im|individual|medley|relay|time trial|swim-?off|multi-class)\b)+$/i;

/** Notes down how the row of an event looked; one too long for its column begins on the row above. */
const see = (
  state: State,
  { events }: SeenSession,
  { row, columns, event }: { row: Row; columns: TableColumns; event: EventRow },
): void => {
  const begin = state.unfinished?.row ?? row;
  events.push({
    event,
    page: state.page,
    roundEdge: roundEdge(begin, columns),
    hasNumber: hasNumber(begin, event),
    nameEdge: nameEdge(begin, event),
    hasHalf: hasHalf(rowText(row)),
    after: state.after,
  });
  state.after = null;
};

/** An event of the open session, or null for a row that is none. */
export const readEvent = (state: State, seen: SeenSession, row: Row): LineRole | null => {
  const { columns, unfinished } = state;
  const cells = columns && tableRow(row, columns);
  if (!columns || !cells) return null;
  const { head, ...numbers } = cells;
  const event = eventHead(unfinished ? `${rowText(unfinished.row)} ${head}`.trim() : head);
  if (!event) return null;
  if (unfinished) unfinished.line.role = 'event_header';
  const whole = { ...event, ...numbers };
  seen.session.rows.push(whole);
  see(state, seen, { row, columns, event: whole });
  const edge = nameEdge(row, whole);
  state.last = edge === null ? null : { event: whole, row, edge };
  return 'event_header';
};

/** The rest of a name that is too long for its column: right below, and nothing else in its row. */
export const readRestOfName = (state: State, row: Row): boolean => {
  const [first] = row.runs;
  if (!state.last || !first) return false;
  const { event, row: above, edge } = state.last;
  const isBelow = row.y - above.y < LINE_SPACING * first.size && REST_OF_NAME.test(rowText(row));
  if (
    !isBelow ||
    Math.abs(first.x - edge) > SAME_EDGE ||
    !row.runs.every(({ x }) => x < NAME_WIDTH + edge)
  )
    return false;
  event.name = `${event.name} ${rowText(row)}`;
  return true;
};
