/** Models for the stand-in: one that reads as the truth has it. */
import type { SheetReport } from '@heatsync/heatsheet/report.ts';
import { isSwimmer } from '../../../src/services/ai/check.ts';
import type { AnsweredRace, SheetAnswer } from '../../../src/services/ai/schema.ts';
import type { Brain } from './server.ts';

type Entry = SheetReport['entries'][number];

export const NO_FACTS: SheetAnswer = {
  ...{ kind: 'heat_sheet', meetName: null, meetStart: null, meetEnd: null, venue: null },
  races: [],
};

export const toRace = (entry: Entry, eventName = ''): AnsweredRace => ({
  ...{ page: entry.page, eventNumber: entry.event, eventName, round: entry.round },
  ...{ heatNumber: entry.heat, heatCount: null, lane: entry.lane, rank: entry.rank },
  ...{ swimmerName: entry.name ?? '', age: entry.age, team: entry.team, seedTime: entry.seed },
  ...{ heatStartTime: entry.start, sessionTitle: null, sessionDate: null },
  ...{ relayLetter: null, relayLeg: null },
});

/** The swimmers that a question names. */
export const swimmersIn = (text: string): string[] =>
  JSON.parse(`[${/^Swimmers: (.*)\.$/m.exec(text)?.[1] ?? ''}]`) as string[];

/** Answers from a sheet's truth, whole pages of it as they were sent. */
export const truthful =
  ({ entries, events, meetName }: SheetReport): Brain =>
  ({ text }) => ({
    ...{ ...NO_FACTS, meetName },
    races: entries
      .filter(({ name }) => swimmersIn(text).some((swimmer) => name && isSwimmer(name, swimmer)))
      .map((entry) => toRace(entry, events.find(({ event }) => event === entry.event)?.name ?? '')),
  });
