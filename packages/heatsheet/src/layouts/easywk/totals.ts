/** What an EasyWk start list says of itself: its list of events, and how many entries each session has. */
import { rowText } from '../../text/rows.ts';
import type { Warning } from '../../types.ts';
import type { Building } from '../common/building.ts';
import { toCells } from '../common/cells.ts';
import type { TextPage } from '../layout.ts';
import type { ListedEvent } from './headers.ts';

/** The whole meet's row of the table "Anzahl Meldungen": singles and relays of each session. */
const ALL_CLUBS = /^Alle Vereine\b/i;
const SESSION_COLUMN = /(?<!\p{L})Abs\.?\s*(\d+)(?!\d)/giu;
const PAIR = /^(\d+)\s*\/\s*(\d+)$/;
/** A final that nobody has reached yet need not be printed. */
const IN_A_FINAL = /final|endlauf/i;

export type Totals = Map<string, number>;

/** Entries of each session, "Abschnitt 1" → 567; empty where the sheet prints no such table. */
export const printedTotals = (pages: TextPage[]): Totals => {
  const totals: Totals = new Map();
  let sessions: (string | undefined)[] = [];
  for (const row of pages.flatMap((page) => page.rows)) {
    const texts = toCells(row.runs).map((cell) => cell.text);
    const heads = texts.flatMap((text) =>
      [...text.matchAll(SESSION_COLUMN)].flatMap(([, session]) => session ?? []),
    );
    if (heads.length > 0) sessions = heads;
    if (!ALL_CLUBS.test(rowText(row))) continue;
    const pairs = texts.flatMap((text) => {
      const [, singles, relays] = PAIR.exec(text) ?? [];
      return singles ? [Number(singles) + Number(relays)] : [];
    });
    // The first pair counts the people, women and men.
    for (const [index, session] of sessions.entries())
      totals.set(`Abschnitt ${session}`, pairs[index + 1] ?? 0);
  }
  return totals;
};

const entriesOf = (sheet: Building, session: string): number =>
  sheet.events
    .filter((event) => event.session === session)
    .flatMap((event) => event.heats)
    .reduce((sum, heat) => sum + heat.entries.length, 0);

/** Sessions that print fewer entries than they claim. Late entries may make it more. */
export const missingEntries = (sheet: Building, totals: Totals): Warning[] =>
  sheet.sessions.flatMap(({ key, title }) => {
    const claimed = totals.get(title ?? '') ?? 0;
    const found = entriesOf(sheet, key);
    if (found >= claimed) return [];
    const text = `${title ?? 'The sheet'}: ${found} of ${claimed} entries found.`;
    return [{ reason: 'entries_total' as const, page: 1, text }];
  });

export type Listed = { session: string | null; page: number; event: ListedEvent };

/** Events that the list at a session's head names and the sheet does not print. */
export const missingEvents = (sheet: Building, listed: Listed[]): Warning[] =>
  listed
    .filter(({ session, event }) => {
      const same = (other: { number: string; session: string | null }) =>
        other.number === event.number && other.session === session;
      return !sheet.events.some(same) && !IN_A_FINAL.test(event.round ?? '');
    })
    .map(({ page, event }) => ({
      reason: 'events_run_on' as const,
      page,
      text: `Event ${event.number} stands in the list of events, but nowhere else.`,
    }));

/** "(4 Läufe)" of the list is the heats' "of N" where the heats print none. */
export const fillHeatCounts = (sheet: Building, listed: Listed[]): void => {
  for (const { session, event } of listed)
    for (const found of sheet.events)
      if (found.number === event.number && found.session === session)
        for (const heat of found.heats) if (heat.number !== null) heat.of ??= event.heats;
};
