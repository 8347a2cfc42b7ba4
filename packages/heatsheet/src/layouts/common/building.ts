/** What is open while a start list is read from its first row to its last; for layouts that name heats and lanes plainly. */
import type { EventFacts } from '../../eventNames.ts';
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Entry, Heat, LineRole, Session, SheetEvent, SheetLine } from '../../types.ts';
import type { DateRange } from '../../dates.ts';
import type { Reading } from '../layout.ts';
import type { EmptyLanes } from './shownLanes.ts';

export type Building = {
  sessions: Session[];
  events: SheetEvent[];
  lines: SheetLine[];
  session: Session | null;
  event: SheetEvent | null;
  heat: Heat | null;
  /** The last entry and the rows it was read from, while it may go on. */
  last: { entry: Entry; rows: Row[] } | null;
  page: number;
  emptyLanes: EmptyLanes;
};

export const startBuilding = (): Building => ({
  sessions: [],
  events: [],
  lines: [],
  session: null,
  event: null,
  heat: null,
  last: null,
  page: 0,
  emptyLanes: new Map(),
});

export const addLine = (sheet: Building, row: Row, role: LineRole): void => {
  sheet.lines.push({ page: sheet.page, box: rowBox(row), line: rowText(row), role });
};

/** Opens a session; one with the same title and date goes on. */
export const openSession = (
  sheet: Building,
  { title, date }: Pick<Session, 'title' | 'date'>,
): Session => {
  const known = sheet.sessions.find((other) => other.title === title && other.date === date);
  const session: Session = known ?? {
    key: String(sheet.sessions.length + 1),
    title,
    date,
    day: null,
    start: null,
    intervalSeconds: null,
    backInterval: null,
    rows: [],
    finish: null,
  };
  if (!known) sheet.sessions.push(session);
  sheet.session = session;
  return session;
};

export type EventHeading = {
  number: string;
  name: string;
  round: string | null;
  facts: EventFacts;
};

/** Opens an event; one with the same number and round in this session goes on. */
export const openEvent = (sheet: Building, heading: EventHeading): SheetEvent => {
  const { number, name, round, facts } = heading;
  const session = sheet.session?.key ?? null;
  const known = sheet.events.find(
    (other) => other.number === number && other.session === session && other.round === round,
  );
  const event = known ?? { number, name, session, ...facts, round, page: sheet.page, heats: [] };
  if (!known) sheet.events.push(event);
  if (event !== sheet.event) sheet.heat = null;
  sheet.event = event;
  sheet.last = null;
  return event;
};

export type HeatHeading = Pick<Heat, 'number' | 'of' | 'round' | 'start'>;

/** Opens a heat of the open event; one with the same number and round goes on. */
export const openHeat = (sheet: Building, heading: HeatHeading): Heat | null => {
  const { event, page } = sheet;
  if (!event) return null;
  const known = event.heats.find(
    (other) => other.number === heading.number && other.round === heading.round,
  );
  const heat = known ?? { ...heading, page, entries: [] };
  if (!known) event.heats.push(heat);
  sheet.heat = heat;
  sheet.last = null;
  return heat;
};

export const addEntry = (sheet: Building, heat: Heat, entry: Entry, row: Row): void => {
  heat.entries.push(entry);
  sheet.last = { entry, rows: [row] };
};

type Facts = Pick<Reading, 'software' | 'meetName'> & Partial<Reading>;

/** What was built, as a heat sheet. Where it prints no days of the meet (`range`), those of its sessions tell them. */
export const toReading = (
  { sessions, events, lines }: Building,
  range: DateRange | null,
  facts: Facts,
): Reading => {
  const days = sessions.flatMap((session) => session.date ?? []).toSorted();
  return {
    kind: 'heat_sheet',
    meetStart: range?.start ?? days[0] ?? null,
    meetEnd: range?.end ?? days.at(-1) ?? null,
    venue: null,
    course: null,
    sessions,
    events,
    lines,
    ...facts,
  };
};
