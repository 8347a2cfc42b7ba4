/** Small sheets for the clock's tests. */
import { eventFacts } from '../eventNames.ts';
import type { Entry, Heat, HeatSheet, Session, SessionRow, SheetEvent } from '../types.ts';

const BLANK: HeatSheet = {
  readerVersion: 0,
  kind: 'heat_sheet',
  software: 'hytek',
  pages: 1,
  meetName: 'Harbor Light Open',
  meetStart: '2027-06-11',
  meetEnd: '2027-06-13',
  venue: null,
  course: 'LCM',
  sessions: [],
  events: [],
  lines: [],
  checks: [],
  coverage: 1,
  warnings: [],
  confident: true,
};

export const sessionOf = (more: Partial<Session>): Session => ({
  key: '1',
  title: 'FRIDAY PRELIMS',
  day: null,
  date: '2027-06-11',
  start: null,
  intervalSeconds: null,
  backInterval: null,
  rows: [],
  finish: null,
  ...more,
});

export const entryOf = (seed: string | null, more: Partial<Entry> = {}): Entry => ({
  lane: 4,
  rank: null,
  name: 'Teal, Ada',
  age: '14',
  year: null,
  team: 'NEP-AZ',
  seed,
  seedFlags: [],
  relay: null,
  note: null,
  page: 1,
  box: [18, 100, 280, 110],
  line: '4 Teal, Ada 14 NEP-AZ',
  ...more,
});

export const heatOf = (number: number | null, seeds: string[], more: Partial<Heat> = {}): Heat => ({
  number,
  of: null,
  round: 'Prelims',
  start: null,
  page: 1,
  entries: seeds.map((seed) => entryOf(seed)),
  ...more,
});

export const eventOf = (
  number: string,
  name: string,
  heats: Heat[],
  more: Partial<SheetEvent> = {},
): SheetEvent => ({
  number,
  name,
  session: '1',
  ...eventFacts(name),
  round: heats[0]?.round ?? null,
  page: 1,
  heats,
  ...more,
});

export const sheetOf = (events: SheetEvent[], more: Partial<HeatSheet> = {}): HeatSheet => ({
  ...BLANK,
  sessions: [sessionOf({})],
  events,
  ...more,
});

/** "Prelims 1 Girls 13-14 100 Freestyle 3 08:00": round, event, name, heats, start. */
export const rowOf = (text: string): SessionRow => {
  const found = /^(\S+) (\d+) (.*) (\d+) (\d\d:\d\d)$/.exec(text);
  if (!found) throw new Error(`no row: ${text}`);
  const [, round = '', event = '', name = '', heats, start = ''] = found;
  return { round, event, name, entries: null, heats: Number(heats), start };
};

/** A report of one session with 30 seconds between heats, 15 more for backstroke. */
export const reportOf = (rows: string[], more: Partial<Session> = {}): HeatSheet => ({
  ...BLANK,
  kind: 'session_report',
  sessions: [
    sessionOf({
      title: 'Friday Prelims',
      ...{ day: 1, start: '08:00', intervalSeconds: 30, backInterval: 15 },
      rows: rows.map(rowOf),
      ...more,
    }),
  ],
});
