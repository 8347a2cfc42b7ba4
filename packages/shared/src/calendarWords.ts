import { otherPlaceWords, type OtherPlace } from './contradictions.ts';
import { eventWords } from './eventNames.ts';
import type { SwimEvent, TimeSource } from './types.ts';

/** What a calendar entry says about a race. */

/** "Fischer, Ada M" and "Ada Fischer" both as "Ada F.". */
export const shortName = (printed: string): string => {
  const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
  const [family, given] = printed.split(',', 2);
  const last = given === undefined ? words(printed).at(-1) : words(family ?? '')[0];
  const first = words(given ?? printed)[0];
  if (first === undefined || last === undefined) return printed.trim();
  if (given === undefined && words(printed).length === 1) return first;
  const [initial] = last;
  return `${first} ${(initial ?? '').toUpperCase()}.`;
};

/** "E14 H3 L5 · 100 Free": says of nobody whose race it is. */
export const raceTitle = (race: SwimEvent): string => {
  const place = [
    `E${race.eventNumber}`,
    ...(race.heatNumber === null ? [] : [`H${String(race.heatNumber)}`]),
    ...(race.lane === null ? [] : [`L${String(race.lane)}`]),
  ].join(' ');
  return [place, eventWords(race.eventName).title].join(' · ');
};

/** "E14 H3 L5 · 100 Free · Ada F." */
export const raceSummary = (race: SwimEvent): string =>
  `${raceTitle(race)} · ${shortName(race.swimmerName)}`;

const SOURCE_WORDS: Readonly<Record<TimeSource, string>> = {
  printed: 'Time printed on the sheet',
  from_session_report: 'Time from the session report',
  estimated: 'Estimated time',
};

const NOTE_WORDS = { alternate: 'Alternate', withdrawn: 'Withdrawn' } as const;

const rankWords = (rank: number): string => `Ranked ${String(rank)}, heat and lane not set yet`;

/** One fact a line; `instead` is where another sheet puts the race. */
export const raceDescription = (race: SwimEvent, instead: OtherPlace | null): string => {
  const heats = race.heatCount === null ? '' : ` of ${String(race.heatCount)}`;
  const facts = [
    race.eventName,
    race.round,
    race.heatNumber === null ? null : `Heat ${String(race.heatNumber)}${heats}`,
    race.lane === null ? null : `Lane ${String(race.lane)}`,
    instead && otherPlaceWords(instead),
    race.heatNumber === null && race.rank !== null ? rankWords(race.rank) : null,
    race.seedTime === null ? null : `Seed ${race.seedTime}`,
    race.relay === null ? null : `Relay ${race.relay.letter}, leg ${String(race.relay.leg)}`,
    race.note === null ? null : NOTE_WORDS[race.note],
    race.heatStartTime === null || race.timeSource === null ? null : SOURCE_WORDS[race.timeSource],
    `Page ${String(race.page)}`,
  ];
  return facts.filter((fact) => fact !== null && fact !== '').join('\n');
};
