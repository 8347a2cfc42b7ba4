/** Meet Manager's session report: when each event starts, session by session (Hy-Tek). */
import { sessionDate } from '../../sessionDays.ts';
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { LineRole, Session, SheetLine, Warning } from '../../types.ts';
import { isBanner, readAllTitles, type Titles } from '../hytek/titles.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import {
  breakLine,
  finishLine,
  isDocumentTitle,
  isFooter,
  sessionClock,
  sessionHead,
  totalsLine,
  type SessionHead,
} from './lines.ts';
import {
  eventHead,
  looksLikeEvent,
  nameEdge,
  tableColumns,
  tableRow,
  type EventRow,
  type TableColumns,
} from './table.ts';

/** In sizes and points: what still belongs to the name above. */
const LINE_SPACING = 1.7;
const SAME_EDGE = 2;
const NAME_WIDTH = 230;
const LOOK_AT_PAGES = 4;
/** How an event's name may end; another line below an event is a note on it. */
const REST_OF_NAME =
  /^(?:\s*\b(?:free|freestyle|back|backstroke|breast|breaststroke|fly|butterfly|im|individual|medley|relay|time trial|swim-?off|multi-class)\b)+$/i;

type State = {
  sessions: Session[];
  session: Session | null;
  columns: TableColumns | null;
  /** Beginning of an event whose numbers stand on the next row, its name being too long. */
  unfinished: { text: string; line: SheetLine } | null;
  /** The event just read, while the rest of a long name may stand below. */
  last: { event: EventRow; row: Row; edge: number } | null;
  lines: SheetLine[];
  doubts: Warning[];
  page: number;
};

/** The open session's header comes again on top of a page; any other is a new session. */
const openSession = (state: State, { label, title }: SessionHead): void => {
  if (state.session?.key.split('.')[0] === label && state.session.title === title) return;
  const twins = state.sessions.filter((session) => session.key.split('.')[0] === label).length;
  state.session = {
    key: twins > 0 ? `${label}.${twins + 1}` : label,
    title,
    ...{ day: null, date: null, start: null, intervalSeconds: null, backInterval: null },
    rows: [],
    finish: null,
  };
  state.sessions.push(state.session);
};

const eventRows = ({ rows }: Session): EventRow[] =>
  rows.filter((row): row is EventRow => 'event' in row);

/** What the report itself adds up is compared with the rows that were read. */
const checkTotals = (state: State, session: Session, text: string): void => {
  const total = totalsLine(text);
  const heats = eventRows(session).reduce((sum, row) => sum + (row.heats ?? 0), 0);
  if (!total || total.heats === heats) return;
  const found = `Session ${session.key}: ${heats} of ${total.heats} heats found.`;
  state.doubts.push({ reason: 'heats_of', page: state.page, text: found });
};

const readSessionLine = (state: State, text: string): boolean => {
  const head = sessionHead(text);
  if (head) openSession(state, head);
  const clock = sessionClock(text);
  if (clock && state.session) Object.assign(state.session, clock);
  return head !== null || (clock !== null && state.session !== null);
};

const readEvent = (state: State, session: Session, row: Row): LineRole | null => {
  if (!state.columns) return null;
  const cells = tableRow(row, state.columns);
  if (!cells) return null;
  const { head, ...numbers } = cells;
  const before = state.unfinished;
  const event = eventHead(before ? `${before.text} ${head}`.trim() : head);
  if (!event) return null;
  if (before) before.line.role = 'event_header';
  const whole = { ...event, ...numbers };
  session.rows.push(whole);
  const edge = nameEdge(row, whole);
  state.last = edge === null ? null : { event: whole, row, edge };
  return 'event_header';
};

/** The rest of a name that is too long for its column: right below, and nothing else in its row. */
const readRestOfName = (state: State, row: Row): boolean => {
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

/** Rows between a session's head and its finish that are no event. */
const readInSession = (state: State, session: Session, text: string): LineRole | null => {
  const pause = breakLine(text);
  if (pause !== null) session.rows.push({ break: pause });
  if (pause !== null) return 'note';
  const finish = finishLine(text);
  if (finish !== undefined) session.finish = finish;
  if (finish !== undefined) return 'session';
  if (!isFooter(text)) return null;
  checkTotals(state, session, text);
  return 'footer';
};

const noteOrUnknown = (state: State, row: Row): LineRole =>
  state.session && state.columns && !looksLikeEvent(row, state.columns) ? 'note' : 'unknown';

const roleOf = (state: State, row: Row, titles: Titles): LineRole => {
  const text = rowText(row);
  if (readSessionLine(state, text)) return 'session';
  if (titles.rows.includes(row) || isDocumentTitle(text) || isBanner(row)) return 'page_header';
  const columns = tableColumns(row);
  if (columns) state.columns = columns;
  if (columns) return 'column_header';
  const { session } = state;
  const role = session && (readInSession(state, session, text) ?? readEvent(state, session, row));
  if (role) return role;
  return readRestOfName(state, row) ? 'event_header' : noteOrUnknown(state, row);
};

const readRow = (state: State, row: Row, titles: Titles): void => {
  const text = rowText(row);
  const { last } = state;
  const role = roleOf(state, row, titles);
  if (state.last === last) state.last = null;
  const line = { page: state.page, box: rowBox(row), line: text, role };
  state.lines.push(line);
  const head = role === 'unknown' && eventHead(text);
  state.unfinished = head ? { text, line } : null;
};

/** A page of a report that is a picture holds sessions nobody can read; a blank one at the end holds none. */
const pictures = (pages: TextPage[]): Warning[] => {
  const last = pages.findLastIndex(({ rows }) => rows.length > 0);
  return pages
    .slice(0, last)
    .filter(({ rows }) => rows.length === 0)
    .map(({ page }) => ({
      reason: 'text_decodable' as const,
      page,
      text: `Page ${page} holds no text, so its sessions are not read.`,
    }));
};

const read = (pages: TextPage[]): Reading => {
  const state: State = {
    ...{ sessions: [], session: null, columns: null, unfinished: null, last: null },
    ...{ lines: [], doubts: [], page: 0 },
  };
  const titles = readAllTitles(pages);
  for (const [index, page] of pages.entries()) {
    state.page = page.page;
    const own = titles[index];
    if (own) for (const row of page.rows) readRow(state, row, own);
  }
  const dates = titles.find((title) => title.dates)?.dates ?? null;
  return {
    kind: 'session_report',
    software: 'hytek',
    meetName: titles.find((title) => title.meetName)?.meetName ?? null,
    meetStart: dates?.start ?? null,
    meetEnd: dates?.end ?? null,
    venue: null,
    course: null,
    sessions: state.sessions.map((session) => ({ ...session, date: sessionDate(session, dates) })),
    events: [],
    lines: state.lines,
    doubts: [...state.doubts, ...pictures(pages)],
  };
};

/** Whether a page belongs to a session report, whatever the document begins with. */
export const isReportPage = ({ rows }: TextPage): boolean =>
  rows.some((row) => tableColumns(row) !== null) &&
  rows.some((row) => sessionHead(rowText(row)) !== null);

export const sessionReport: Layout = {
  recognises: (pages) => {
    const printed = pages.filter(({ rows }) => rows.length > 0);
    const rows = printed.slice(0, LOOK_AT_PAGES).flatMap((page) => page.rows);
    const texts = rows.map(rowText);
    return (
      texts.some((text) => sessionHead(text) !== null) &&
      texts.some((text) => sessionClock(text) !== null) &&
      rows.some((row) => tableColumns(row) !== null)
    );
  },
  read,
};
