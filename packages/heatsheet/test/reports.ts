/** Reports of drawn sheets, put so that tests can compare them. */
import type { ReportEntry } from '../src/report.ts';

type Comparable = Omit<ReportEntry, 'round'>;

/** Where an entry stands, and whose it is. */
export const placeOf = ({ event, page, heat, lane, rank, name, team, note }: Comparable): string =>
  JSON.stringify([event, page, heat, lane, rank, name, team, note]);

/** Entries in an order of their own; rounds, which a page-top header may leave out, are not compared. */
export const comparable = (entries: ReportEntry[]): Comparable[] =>
  entries
    .map(({ round: _, ...entry }) => entry)
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
