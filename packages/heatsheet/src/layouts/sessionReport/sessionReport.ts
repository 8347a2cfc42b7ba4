/** Meet Manager's session report: when each event starts, session by session (Hy-Tek). */
import { sessionDate } from '../../sessionDays.ts';
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { LineRole, Warning } from '../../types.ts';
import { isBanner, readAllTitles, type Titles } from '../hytek/titles.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { findDoubts } from './doubts.ts';
import { readEvent, readRestOfName } from './events.ts';
import {
  breakLine,
  finishLine,
  hasHalf,
  isCounts,
  isCutClock,
  isDocumentTitle,
  sessionClock,
  sessionHead,
  totalsLine,
  type SessionClock,
} from './lines.ts';
import { doubt, newState, openSession, type State } from './state.ts';
import { eventHead, hasFigures, looksLikeEvent, tableColumns, type TableColumns } from './table.ts';

const LOOK_AT_PAGES = 4;
/** The line with a session's day and start stands below its head, or it is another session's whose head is missing. */
const readClock = (state: State, clock: SessionClock, text: string): void => {
  const { session: open, awaitsClock } = state;
  state.awaitsClock = false;
  if (!awaitsClock || !open) return doubt(state, `A session without a heading: ${text}`);
  if (isCutClock(text)) doubt(state, `A line that is cut: ${text}`);
  Object.assign(open.session, clock);
  open.hasHalf ||= hasHalf(text);
};

const readSessionLine = (state: State, text: string): boolean => {
  const head = sessionHead(text);
  if (head) openSession(state, head);
  const clock = sessionClock(text);
  const isClock = clock !== null && state.sessions.length > 0;
  if (isClock) readClock(state, clock, text);
  return head !== null || isClock;
};

/** A session's totals, above its finish or below. */
const readTotals = (state: State, text: string): LineRole | null => {
  const totals = totalsLine(text);
  if (!totals && !isCounts(text)) return null;
  const seen = state.session ?? state.finished;
  if (!seen || (totals && seen.totals)) doubt(state, `Totals of no session: ${text}`);
  else Object.assign(seen, totals ? { totals } : { hasCounts: true });
  return 'footer';
};

/** Below its finish a session is closed. */
const readFinish = (state: State, text: string): LineRole | null => {
  const finish = finishLine(text);
  if (finish === undefined) return null;
  const { session: open } = state;
  if (!open) doubt(state, `The end of no session: ${text}`);
  else Object.assign(open.session, { finish });
  if (open) open.hasFinish = finish !== null;
  state.finished = open;
  state.session = null;
  return 'session';
};

const readBreak = ({ session: open }: State, text: string): LineRole | null => {
  const pause = breakLine(text);
  if (!open || pause === null) return null;
  open.session.rows.push({ break: pause });
  return 'note';
};

/** A row with figures of the table that is no event of the open session belongs to something that is missing. */
const noteOrUnknown = (state: State, row: Row): LineRole => {
  const { columns } = state;
  if (hasFigures(row, columns))
    doubt(state, `An event that cannot be read, or of no session: ${rowText(row)}`);
  if (!columns || looksLikeEvent(row, columns)) return 'unknown';
  return 'note';
};

const readColumns = (state: State, columns: TableColumns): LineRole => {
  state.columns = columns;
  if (state.session) state.session.hasTable = true;
  return 'column_header';
};

const roleOf = (state: State, row: Row, titles: Titles): LineRole => {
  const text = rowText(row);
  if (readSessionLine(state, text)) return 'session';
  if (titles.rows.includes(row) || isDocumentTitle(text) || isBanner(row)) return 'page_header';
  const columns = tableColumns(row);
  if (columns) return readColumns(state, columns);
  const found = readBreak(state, text) ?? readFinish(state, text) ?? readTotals(state, text);
  const role = found ?? (state.session && readEvent(state, state.session, row));
  if (role) return role;
  return readRestOfName(state, row) ? 'event_header' : noteOrUnknown(state, row);
};

const readRow = (state: State, row: Row, titles: Titles): void => {
  const text = rowText(row);
  const { last } = state;
  const role = roleOf(state, row, titles);
  if (state.last === last) state.last = null;
  if (role === 'note') state.after = breakLine(text) === null ? 'note' : (state.after ?? 'break');
  const line = { page: state.page, box: rowBox(row), line: text, role };
  state.lines.push(line);
  state.unfinished = role === 'unknown' && eventHead(text) ? { row, line } : null;
};

const pageWarning = (page: number, text: string): Warning => ({
  reason: 'text_decodable',
  page,
  text: `Page ${page} ${text}, so its sessions are not read.`,
});

/** A page of a report that is a picture, or cut, holds sessions nobody can read; a blank one at the end holds none. */
const emptyPages = (pages: TextPage[], { lines }: State): Warning[] => {
  const last = pages.findLastIndex(({ rows }) => rows.length > 0);
  const filled = new Set(
    lines.filter(({ role }) => role !== 'page_header').map(({ page }) => page),
  );
  return pages.slice(0, Math.max(last, 0)).flatMap(({ rows, page }) => {
    if (rows.length === 0) return [pageWarning(page, 'holds no text')];
    return filled.has(page) ? [] : [pageWarning(page, 'holds only its heading')];
  });
};

const read = (pages: TextPage[]): Reading => {
  const state = newState();
  const titles = readAllTitles(pages);
  for (const [index, page] of pages.entries()) {
    state.page = page.page;
    const own = titles[index];
    if (own) for (const row of page.rows) readRow(state, row, own);
  }
  findDoubts(state.sessions);
  const dates = titles.find((title) => title.dates)?.dates ?? null;
  return {
    kind: 'session_report',
    software: 'hytek',
    meetName: titles.find((title) => title.meetName)?.meetName ?? null,
    meetStart: dates?.start ?? null,
    meetEnd: dates?.end ?? null,
    venue: null,
    course: null,
    sessions: state.sessions.map(({ session, doubts }) => ({
      ...session,
      date: sessionDate(session, dates),
      ...(doubts.length > 0 && { inDoubt: true as const }),
    })),
    events: [],
    lines: state.lines,
    doubts: [
      ...state.doubts,
      ...state.sessions.flatMap(({ doubts }) => doubts),
      ...emptyPages(pages, state),
    ],
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
