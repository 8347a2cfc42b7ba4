/** Finds the rows of session reports that tell when an event's heats start. */
import type { Heat, HeatSheet, Session, SessionRow, SheetEvent } from '../types.ts';
import { roundOf, rowRound, type Round } from './rounds.ts';
import { isSameEventName, isSameMeet, isSameTitle, mayBeSameSession } from './sameMeet.ts';

export type EventRow = Exclude<SessionRow, { break: string }>;

/** An event's rows, all of one session of one report. A flighted event has several. */
export type Joined = { session: Session; rows: EventRow[] };

/** Heats of one event and round that are swum together: `withFinals` ones wait for the finals session. */
export type HeatGroup = {
  event: SheetEvent;
  round: Round | null;
  withFinals: boolean;
  heats: Heat[];
};

/** An event's numbered heats by round. A page-top header without a round counts with its event's. */
export const heatGroups = (event: SheetEvent): HeatGroup[] => {
  const numbered = event.heats.filter((heat) => heat.number !== null);
  const keyOf = (heat: Heat) =>
    JSON.stringify([roundOf(heat.round ?? event.round), heat.withFinals ?? false]);
  return [...Map.groupBy(numbered, keyOf).values()].map((heats) => ({
    event,
    round: roundOf(heats[0]?.round ?? event.round),
    withFinals: heats[0]?.withFinals ?? false,
    heats: heats.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)),
  }));
};

/** Whether some of an event's heats are swum with the finals. */
const isSplit = ({ heats }: SheetEvent): boolean => heats.some((heat) => heat.withFinals);

const isRowOf = (group: HeatGroup, row: SessionRow): row is EventRow => {
  if (!('event' in row) || row.event !== group.event.number) return false;
  const { round, part } = rowRound(row.round);
  if (group.round !== null && group.round !== round) return false;
  if (group.withFinals ? part !== 'fastest' : part === 'fastest' && isSplit(group.event))
    return false;
  return isSameEventName(row.name, group.event.name);
};

const rowsIn = (session: Session, group: HeatGroup): Joined | null => {
  const rows = session.rows.filter((row) => isRowOf(group, row));
  const rounds = new Set(rows.map(({ round }) => round));
  return rows.length > 0 && rounds.size === 1 ? { session, rows } : null;
};

/** The only one of a list; null for none or several. */
export const theOnly = <T>(items: T[]): T | null =>
  items.length === 1 ? (items[0] ?? null) : null;

/**
 * The rows of a group of heats in one report: those of the session of the same title or, where that does not decide, of the only
 * session that day and round allow.
 */
export const joinRows = (sheet: HeatSheet, report: HeatSheet, group: HeatGroup): Joined | null => {
  if (!isSameMeet(sheet, report)) return null;
  const own = sheet.sessions.find(({ key }) => key === group.event.session) ?? null;
  const possible = report.sessions
    .filter((session) => mayBeSameSession(own, session))
    .flatMap((session) => rowsIn(session, group) ?? []);
  const titled = possible.filter(({ session }) => isSameTitle(session.title, own?.title ?? null));
  return theOnly(titled) ?? theOnly(possible);
};
