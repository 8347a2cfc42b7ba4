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

/** An entry's races: its swimmer's own, or one for each leg of a relay. */
const racesOf = (entry: Entry, eventName: string): AnsweredRace[] => {
  const race = toRace(entry, eventName);
  if (entry.legs === null) return [race];
  return entry.legs.map((swimmerName, index) => ({
    ...{ ...race, swimmerName, age: null, team: null },
    ...{ relayLetter: entry.relayLetter, relayLeg: index + 1 },
  }));
};

/** Answers from a sheet's truth, whole pages of it as they were sent. */
export const truthful =
  ({ entries, events, meetName }: SheetReport, more: Partial<AnsweredRace> = {}): Brain =>
  ({ text }) => ({
    ...{ ...NO_FACTS, meetName },
    races: entries
      .flatMap((entry) =>
        racesOf(entry, events.find(({ event }) => event === entry.event)?.name ?? ''),
      )
      .filter(({ swimmerName }) =>
        swimmersIn(text).some((swimmer) => swimmerName && isSwimmer(swimmerName, swimmer)),
      )
      .map((race) => ({ ...race, ...more })),
  });
