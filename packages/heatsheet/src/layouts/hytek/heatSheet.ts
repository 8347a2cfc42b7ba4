/** Meet Manager heat sheets and psych sheets (Hy-Tek): one to three columns, "Event N" and "#N" styles. */
import { sessionDate } from '../../sessionDays.ts';
import { columnEdges, headerEdges, splitColumns } from '../../text/columns.ts';
import { rowText, toRows, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { LineRole, Session } from '../../types.ts';
import { noteEmptyLane } from '../common/lanes.ts';
import { repeatedRows } from '../common/pages.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { leadingNumber, readEntry } from './cells.ts';
import { cellColumns } from './columns.ts';
import { columnStarts } from './columnStarts.ts';
import { spreadOf } from './cutColumns.ts';
import { doubtsOf } from './doubts.ts';
import { eventHeader, heatHeader, isEventNote } from './headers.ts';
import { isLegRow, readLegs } from './legs.ts';
import { addLine, freshState, heatForEntry, openEvent, openHeat, type State } from './state.ts';
import { isSheetTitle, readAllTitles, type Titles } from './titles.ts';

const DATE_OR_HOLDER = /\d{1,2}\/\d{1,2}\/\d{2,4}|^\S.*:\s/;
const HAS_TIME = /\d\.\d{2}\b|\bNT\b/;

/** A lane or a rank, a name and a time: somebody's race, wherever it stands. */
const RACE = /^\d{1,3}\s+\p{L}[\p{L}\p{M}'’.-]*,?\s.*(?:\d\.\d{2}|\bNT)(?!\d)/u;

/** A row before the first heat: a record names its holders, perhaps on a line below; a standard only its time. */
const preambleRole = (text: string, before: LineRole | undefined): LineRole | null => {
  if (RACE.test(text)) return 'unknown';
  if (DATE_OR_HOLDER.test(text)) return 'record';
  if (HAS_TIME.test(text)) return 'standard';
  return before === 'record' || before === 'standard' ? 'record' : null;
};

/**
 * What stands between an event's header and its columns' is no entry, whatever it says ("1 heat only, fastest first"); below a
 * record it may name those who hold it.
 */
const explainPreamble = ({ lines }: State): void => {
  let role: LineRole = 'note';
  for (const line of lines.slice(lines.findLastIndex((one) => one.role === 'event_header') + 1)) {
    if (line.role === 'unknown') line.role = role;
    else if (line.role === 'record') role = 'record';
  }
};

const readHeaderRow = (state: State, row: Row, text: string, edge: number): LineRole | null => {
  const heat = heatHeader(text);
  if (heat) {
    openHeat(state, heat);
    return 'heat_header';
  }
  const event = eventHeader(text);
  if (event) {
    openEvent(state, event);
    return 'event_header';
  }
  const columns = cellColumns(row, edge);
  if (columns) {
    state.columns = columns;
    if (state.preamble) explainPreamble(state);
    state.preamble = false;
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

const readEntryRow = (state: State, row: Row, edge: number): LineRole | 'entry' | null => {
  const { columns } = state;
  if (!columns || !state.event) return null;
  const leading = leadingNumber(row, edge + columns.who);
  if (!leading) return null;
  if (leading.rest.length === 0) {
    if (state.heat) noteEmptyLane(state, state.heat, leading.number);
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

/** A gap wider than this, in sizes, separates cells. */
const CELL_GAP = 1;

/** Words without figures in one piece, such as "Awards follow": no race, since a race has a lane, and no swimmers' names. */
const isRemark = ({ last }: State, { runs }: Row, text: string): boolean =>
  !last?.entry.relay &&
  !/[\d,]/.test(text) &&
  runs.every((run, i) => i === 0 || run.x - (runs[i - 1]?.right ?? 0) < CELL_GAP * run.size);

const readRow = (state: State, whole: Row, edge: number): void => {
  const row = withoutBlanks(whole);
  if (!row.runs.length) return addLine(state, whole, 'note');
  const text = rowText(row);
  const header = readHeaderRow(state, row, text, edge);
  if (header) return addLine(state, row, header);
  if (readLegRow(state, row)) return;
  const early = state.preamble ? preambleRole(text, state.lines.at(-1)?.role) : null;
  if (early) return addLine(state, row, early);
  const role = state.preamble ? null : readEntryRow(state, row, edge);
  if (role === 'entry') return;
  if (role) return addLine(state, row, role);
  if (readWrappedRow(state, row, edge)) return;
  addLine(state, row, isRemark(state, row, text) ? 'note' : 'unknown');
};

const openSession = (state: State, titles: Titles): void => {
  if (!titles.session || state.session?.title === titles.session) return;
  const key = String(state.sessions.length + 1);
  const date = sessionDate({ title: titles.session, day: null }, titles.dates);
  const blank = { day: null, start: null, intervalSeconds: null, backInterval: null };
  const session: Session = { key, title: titles.session, date, ...blank, rows: [], finish: null };
  state.sessions.push(session);
  state.session = session;
  state.open = [];
  state.event = null;
  state.heat = null;
};

/** A page's rows between its titles and its footers, and where columns may begin among them. */
type Body = { page: TextPage; titles: Titles; rows: Row[]; footers: Row[]; starts: Run[] };

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

const readPage = (state: State, body: Body, before: number[]): number[] => {
  const { page, titles, rows, footers, starts } = body;
  state.page = page.page;
  openSession(state, titles);
  for (const row of titles.rows) addLine(state, row, 'page_header');
  const runs = rows.flatMap((row) => row.runs);
  const edges = columnEdges(starts, before, runs);
  const columns = splitColumns(runs, edges);
  for (const [index, own] of columns.entries())
    for (const row of toRows(own)) readRow(state, row, edges[index] ?? 0);
  for (const row of footers) addLine(state, row, 'footer');
  const part = [titles.document, state.session?.key].join(' ');
  const where = { page: page.page, width: page.width, part };
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
  const dates = titles.find((title) => title.dates)?.dates ?? null;
  return {
    kind: isPsychSheet(state, titles) ? 'psych_sheet' : 'heat_sheet',
    software: 'hytek',
    meetName: titles.find((title) => title.meetName)?.meetName ?? null,
    meetStart: dates?.start ?? null,
    meetEnd: dates?.end ?? null,
    venue: null,
    course: state.events.find((event) => event.course)?.course ?? null,
    sessions: state.sessions,
    events: state.events,
    lines: state.lines,
    doubts: doubtsOf(state),
  };
};

const LOOK_AT_PAGES = 3;

const bodyText = (pages: TextPage[]): string =>
  pages
    .slice(0, LOOK_AT_PAGES)
    .flatMap((page) => page.rows.map(rowText))
    .join('\n');

const EVENTS = /^\(?(?:Event|Evento)\s+\d+[A-Z]?\s|^\(?#\d+[A-Z]?\s/m;
const HEATS = /^(.*\s)?(Heat|Serie):?\s+#?\d+[A-Z]?[\s/]/im;
const LANES = /\b(Lane|Ln|Carril)\s+(Name|Swimmer|Athlete|Team|Club|School|Nombre|Equipo)/i;
const RANKS = /\b(Name|Swimmer|Athlete)\s+(Age|Yr|YOB)\s+(Team|School|Club)\s+(Seed|Entry)\b/i;
const RESULTS = /^Results\b|Session:\s*\d+/m;
/** Results have such a column; in a heat sheet it is there to be written in. */
const FINALS = /Finals Time/;
const TO_WRITE_ON = /_{4}/;
const LISTS = /^Entry List\b|\bRoster\b/m;

/** A title says more than what stands below it: a heat sheet may speak of results, and of a "Session: 2". */
const isTitled = (pages: TextPage[]): boolean =>
  readAllTitles(pages).some(({ document }) => isSheetTitle(document));

/** By its banner or, where that was cut off, by the headers of its events, heats and lanes. */
export const hytekHeatSheet: Layout = {
  recognises: (pages) => {
    const text = bodyText(pages);
    const speaksOfResults = RESULTS.test(text) || (FINALS.test(text) && !TO_WRITE_ON.test(text));
    if (speaksOfResults && !isTitled(pages.slice(0, LOOK_AT_PAGES))) return false;
    const heats = HEATS.test(text) && LANES.test(text);
    if (!/MEET MANAGER/i.test(text)) return heats && EVENTS.test(text);
    const titled = /Psych Sheet/i.test(text) && /\b(Seed Time|Age|Yr|Relay)\b/.test(text);
    const ranks = titled || (EVENTS.test(text) && RANKS.test(text) && !LISTS.test(text));
    return heats || ranks || /Meet Program|Programa de Competencias/.test(text);
  },
  read,
};
