import type { HeatSheet, Session, SheetKind, Software } from './types.ts';

/** One entry as `heatsheet --json` and truth files write it: flat, one row a lane. */
export type ReportEntry = {
  event: string;
  heat: number | null;
  lane: number | null;
  rank: number | null;
  name: string | null;
  team: string | null;
  age: string | null;
  seed: string | null;
  relayLetter: string | null;
  legs: string[] | null;
  round: string | null;
  start: string | null;
  page: number;
  note: string | null;
};

export type ReportEvent = { event: string; name: string; relay: boolean; heats: number };

/** `number` is as printed: a label such as "1B" where two pools are in use. */
export type ReportSession = Omit<Session, 'key'> & { number: number | string };

/** A sheet in the flat schema that other tools and the truth of generated sheets share. */
export type SheetReport = {
  file: string;
  kind: SheetKind;
  software: Software;
  meetName: string | null;
  meetStart: string | null;
  meetEnd: string | null;
  pages: number;
  events: ReportEvent[];
  entries: ReportEntry[];
  sessions?: ReportSession[];
};

const toEvents = (sheet: HeatSheet): ReportEvent[] => {
  const byNumber = new Map<string, ReportEvent>();
  for (const event of sheet.events) {
    const heats = event.heats.filter((heat) => heat.number !== null).length;
    const seen = byNumber.get(event.number);
    if (seen) seen.heats += heats;
    else
      byNumber.set(event.number, {
        event: event.number,
        name: event.name,
        relay: event.relay,
        heats,
      });
  }
  return [...byNumber.values()];
};

const toEntries = (sheet: HeatSheet): ReportEntry[] =>
  sheet.events.flatMap((event) =>
    event.heats.flatMap((heat) =>
      heat.entries.map((entry) => ({
        event: event.number,
        heat: heat.number,
        lane: entry.lane,
        rank: entry.rank,
        name: entry.name,
        team: entry.team,
        age: entry.age,
        seed: entry.seed,
        relayLetter: entry.relay?.letter ?? null,
        legs: entry.relay?.legs.length ? entry.relay.legs.map((leg) => leg.name) : null,
        round: heat.round ?? event.round,
        start: heat.start,
        page: entry.page,
        note: entry.note,
      })),
    ),
  );

/** Flattens a sheet; `file` is the name the reader of the report knows it by. */
export const toReport = (sheet: HeatSheet, file: string): SheetReport => ({
  file,
  kind: sheet.kind,
  software: sheet.software,
  meetName: sheet.meetName,
  meetStart: sheet.meetStart,
  meetEnd: sheet.meetEnd,
  pages: sheet.pages,
  events: toEvents(sheet),
  entries: toEntries(sheet),
  ...(sheet.kind === 'session_report' && {
    sessions: sheet.sessions.map(({ key, ...session }) => ({
      number: Number.isInteger(Number(key)) ? Number(key) : key,
      ...session,
    })),
  }),
});
