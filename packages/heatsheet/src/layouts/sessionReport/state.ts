/** What is kept while a session report is read: its sessions, and how each row of them stood on the page. */
import type { Row } from '../../text/rows.ts';
import type { Session, SheetLine, Warning } from '../../types.ts';
import type { SessionHead, Totals } from './lines.ts';
import type { EventRow, TableColumns } from './table.ts';

/** An event of a session with what its row looked like. */
export type SeenEvent = {
  event: EventRow;
  page: number;
  /** How far from its heading the round begins. */
  roundEdge: number;
  /** Whether its number is a piece of its own. */
  hasNumber: boolean;
  /** Left edge of the name; null where number and name are one piece. */
  nameEdge: number | null;
  /** Whether the start says AM or PM. */
  hasHalf: boolean;
  /** What stood between the event above and this one. */
  after: 'break' | 'note' | null;
};

/** A session with what the report prints of it. */
export type SeenSession = {
  session: Session;
  page: number;
  events: SeenEvent[];
  hasHalf: boolean;
  hasTable: boolean;
  /** Null where there is no line of totals, "unclear" where it cannot be read. */
  totals: Totals | 'unclear' | null;
  hasCounts: boolean;
  hasFinish: boolean;
  doubts: Warning[];
};

export type State = {
  sessions: SeenSession[];
  /** The open session; null before the first one and below a finish. */
  session: SeenSession | null;
  /** The session above, once it is finished. */
  finished: SeenSession | null;
  /** The open session was headed, and its line with the day and the start comes next. */
  awaitsClock: boolean;
  columns: TableColumns | null;
  /** Beginning of an event whose numbers stand on the next row, its name being too long. */
  unfinished: { row: Row; line: SheetLine } | null;
  /** The event just read, while the rest of a long name may stand below. */
  last: { event: EventRow; row: Row; edge: number } | null;
  after: SeenEvent['after'];
  lines: SheetLine[];
  doubts: Warning[];
  page: number;
};

export const newState = (): State => ({
  ...{ sessions: [], session: null, finished: null, awaitsClock: false },
  ...{ columns: null, unfinished: null, last: null, after: null, lines: [], doubts: [], page: 0 },
});

const labelOf = ({ session }: SeenSession): string | undefined => session.key.split('.')[0];

/** The open session's header comes again on top of a page; any other is a new session. */
export const openSession = (state: State, { label, title }: SessionHead): void => {
  state.awaitsClock = true;
  const open = state.session;
  if (open && labelOf(open) === label && open.session.title === title) return;
  const twins = state.sessions.filter((seen) => labelOf(seen) === label).length;
  const session: Session = {
    key: twins > 0 ? `${label}.${twins + 1}` : label,
    title,
    ...{ day: null, date: null, start: null, intervalSeconds: null, backInterval: null },
    rows: [],
    finish: null,
  };
  state.session = {
    ...{ session, page: state.page, events: [], hasHalf: false, hasTable: false },
    ...{ totals: null, hasCounts: false, hasFinish: false, doubts: [] },
  };
  state.finished = null;
  state.after = null;
  state.sessions.push(state.session);
};

/** Something is wrong with the open session or, where none is open, with the report. */
export const doubt = (state: State, text: string): void => {
  const { session, doubts, page } = state;
  (session?.doubts ?? doubts).push({ reason: 'rows_explained', page, text });
};
