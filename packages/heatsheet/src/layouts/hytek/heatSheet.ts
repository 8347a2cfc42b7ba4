/** Meet Manager heat sheets and psych sheets (Hy-Tek): one to three columns, "Event N" and "#N" styles. */
import type { DateRange } from '../../dates.ts';
import { sessionDate } from '../../sessionDays.ts';
import { columnEdges, headerEdges, splitColumns } from '../../text/columns.ts';
import { rowText, toRows, type Row } from '../../text/rows.ts';
import type { Session } from '../../types.ts';
import { repeatedRows } from '../common/pages.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { columnStarts } from './columnStarts.ts';
import { spreadOf } from '../common/cutColumns.ts';
import { doubtsOf } from './doubts.ts';
import { eventHeader } from './headers.ts';
import { recognises } from './recognises.ts';
import { readRow } from './rows.ts';
import { addLine, freshState, type State } from './state.ts';
import { readAllTitles, type Titles } from './titles.ts';

const closeSession = (state: State, next: Session | null): void => {
  state.session = next;
  state.open = [];
  state.event = null;
  state.heat = null;
};

const sameDays = (a: DateRange | null, b: DateRange | null): boolean =>
  !a || !b || (a.start === b.start && a.end === b.end);

/** A page of another meet, or of the same one on other days, goes on with nothing: two files were joined. */
const openMeet = (state: State, { banner, meetName, dates }: Titles): void => {
  const { meet, page } = state;
  if (!banner || !meetName || (meet?.name === meetName && sameDays(meet.days, dates))) return;
  if (meet && meet.name !== meetName) state.otherMeets.push({ page, name: meetName });
  if (meet) closeSession(state, null);
  state.meet = { name: meetName, days: dates, from: meet ? state.events.length : 0 };
};

const openSession = (state: State, titles: Titles): void => {
  openMeet(state, titles);
  if (!titles.session || state.session?.title === titles.session) return;
  const key = String(state.sessions.length + 1);
  const date = sessionDate({ title: titles.session, day: null }, titles.dates);
  const blank = { day: null, start: null, intervalSeconds: null, backInterval: null };
  const session: Session = { key, title: titles.session, date, ...blank, rows: [], finish: null };
  state.sessions.push(session);
  closeSession(state, session);
};

/** A page's rows between its titles and its footers, and where columns may begin among them. */
type Body = { page: TextPage; titles: Titles; rows: Row[]; footers: Row[]; starts: number[] };

const bodyOf = (page: TextPage, titles: Titles, repeated: Set<Row>): Body => {
  const top = titles.rows.at(-1)?.y ?? 0;
  const below = page.rows.filter((row) => row.y > top);
  const rows = below.filter((row) => !repeated.has(row));
  const footers = below.filter((row) => repeated.has(row));
  return { page, titles, rows, footers, starts: columnStarts(rows) };
};

/** The columns of the page that shows most of them. */
const richestEdges = (bodies: Body[]): number[] =>
  bodies
    .map(({ starts }) => headerEdges(starts))
    .reduce((most, edges) => (edges.length > most.length ? edges : most), []);

/** An event's own header, perhaps below that of its columns. */
const isEventOnTop = (rows: Row[]): boolean =>
  rows.slice(0, 2).some((row) => eventHeader(rowText(row))?.continued === false);

const readPage = (state: State, body: Body, before: number[]): number[] => {
  const { page, titles, rows, footers, starts } = body;
  state.page = page.page;
  openSession(state, titles);
  for (const row of titles.rows) addLine(state, row, 'page_header');
  const runs = rows.flatMap((row) => row.runs);
  const edges = columnEdges(starts, before, runs);
  const columns = splitColumns(runs, edges).map(toRows);
  for (const [index, own] of columns.entries())
    for (const row of own) readRow(state, row, edges[index] ?? 0);
  for (const row of footers) addLine(state, row, 'footer');
  if (titles.pageNumber === 1) state.printing += 1;
  const part = [titles.document, state.session?.key, state.printing].join(' ');
  const beginsEvent = isEventOnTop(columns[0] ?? []);
  const where = { page: page.page, part, width: page.width, beginsEvent };
  state.spreads.push(spreadOf(where, edges, runs));
  return edges;
};

/** It says so, or does not say what it is; and it holds no heat. */
const isPsychSheet = ({ events }: State, titles: Titles[]): boolean => {
  const heats = events.flatMap((event) => event.heats);
  const documents = titles.flatMap(({ document }) => document ?? []);
  const said = documents.some((document) => /psych/i.test(document));
  const ranked = heats.every(({ number }) => number === null);
  return ranked && (said || (documents.length === 0 && heats.length > 0));
};

const read = (pages: TextPage[]): Reading => {
  const state = freshState();
  const titles = readAllTitles(pages);
  const repeated = repeatedRows(pages);
  const bodies = pages.flatMap((page, index) => {
    const of = titles[index];
    return of ? [bodyOf(page, of, repeated)] : [];
  });
  let edges = richestEdges(bodies);
  for (const body of bodies) edges = readPage(state, body, edges);
  const meetName = titles.find((title) => title.meetName)?.meetName ?? null;
  const days = titles.flatMap((title) =>
    title.dates && (!title.meetName || title.meetName === meetName) ? [title.dates] : [],
  );
  return {
    kind: isPsychSheet(state, titles) ? 'psych_sheet' : 'heat_sheet',
    software: 'hytek',
    meetName,
    meetStart: days.map(({ start }) => start).toSorted()[0] ?? null,
    meetEnd:
      days
        .map(({ end }) => end)
        .toSorted()
        .at(-1) ?? null,
    venue: null,
    course: state.events.find((event) => event.course)?.course ?? null,
    sessions: state.sessions,
    events: state.events,
    lines: state.lines,
    doubts: doubtsOf(state),
  };
};

export const hytekHeatSheet: Layout = { recognises, read };
