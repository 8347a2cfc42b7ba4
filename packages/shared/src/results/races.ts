import { findSwimmer, type Clock, type HeatSheet, type SwimmerSearch } from '@heatsync/heatsheet';
import type { PersonView, SwimEvent } from '../types.ts';
import { isAfterMidnight } from './nextDay.ts';

type Match = SwimmerSearch['matches'][number];

/** What one sheet says of the batch's swimmers. */
export type SheetRaces = {
  races: SwimEvent[];
  /** Ids of the races that are swum on the day after their session's. */
  nextDay: Set<string>;
  people: PersonView[];
  /** Whom each typed name may mean, by key. */
  peopleByName: { name: string; keys: string[] }[];
  mentions: { found: number; explained: number };
  /** The typed names that are in the sheet, and names like those that are not. */
  foundNames: string[];
  near: { name: string; suggestions: string[] }[];
};

const toRelay = ({ entry, leg }: Match): SwimEvent['relay'] =>
  entry.relay && leg
    ? {
        letter: entry.relay.letter,
        leg: leg.order,
        swimmers: entry.relay.legs.map((one) => one.name),
      }
    : null;

const sessionOf = (sheet: HeatSheet, key: string | null, sequence: number) => {
  const session = sheet.sessions.find((one) => one.key === key);
  return {
    sessionKey: session ? `${sequence}.${session.key}` : null,
    sessionName: session?.title ?? null,
  };
};

/** A sheet with its number in its batch and what tells its times. */
export type TimedSheet = { sheet: HeatSheet; sequence: number; clock: Clock };

/** Where on its page a race stands; the AI model does not tell, so there by event, heat and lane. */
const placeOf = ({ event, heat, entry, leg }: Match): string => {
  const [left, top] = (leg ?? entry).box;
  if (entry.ai) return `e${event.number}-h${heat.number}-l${entry.lane ?? entry.rank}`;
  return `${Math.round(left)}-${Math.round(top)}`;
};

const idOf = (sequence: number, match: Match): string =>
  `${sequence}-${(match.leg ?? match.entry).page}-${placeOf(match)}`;

/** A race as the page shows it. */
const toSwimEvent = (
  { sheet, sequence, clock }: TimedSheet,
  match: Match,
  swimmer: number,
): SwimEvent => {
  const { event, heat, entry, leg, personKey } = match;
  const { start, source, date } = clock(event, heat);
  const { page, box, line } = leg ?? entry;
  return {
    id: idOf(sequence, match),
    eventNumber: event.number,
    eventName: event.name,
    round: heat.round ?? event.round,
    heatNumber: heat.number,
    heatCount: heat.of,
    lane: entry.lane,
    rank: entry.rank,
    swimmer,
    swimmerName: leg?.name ?? entry.name ?? '',
    personKey,
    age: leg?.age ?? entry.age ?? entry.year,
    team: entry.team,
    seedTime: entry.seed,
    heatStartTime: start,
    timeSource: source,
    ...sessionOf(sheet, event.session, sequence),
    sessionDate: date,
    relay: toRelay(match),
    note: entry.note,
    page,
    box: [...box],
    line,
    ...(entry.ai && { readByAi: true as const }),
    duplicateOf: null,
    conflictsWith: null,
  };
};

const nextDayOf = ({ sheet, sequence }: TimedSheet, matches: Match[]): Set<string> =>
  new Set(
    matches
      .filter(({ event, heat }) => isAfterMidnight(sheet, event, heat))
      .map((match) => idOf(sequence, match)),
  );

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A race that two typed names find is the first one's. */
const onceEach = (races: SwimEvent[]): SwimEvent[] => {
  const first = new Map(races.toReversed().map((race) => [race.id, race]));
  return races.filter((race) => first.get(race.id) === race);
};

/** The swimmers' races in a sheet, in the sheet's order per swimmer. */
export const racesIn = (timed: TimedSheet, swimmers: string[]): SheetRaces => {
  const searches = swimmers.map((name) => findSwimmer(timed.sheet, name));
  const races = searches.flatMap(({ matches }, swimmer) =>
    matches.map((match) => toSwimEvent(timed, match, swimmer)),
  );
  // What an AI model saw on a picture stands in no text: it proves nothing.
  const pictured = searches
    .flatMap(({ matches }) => matches)
    .filter(({ entry, leg }) => entry.ai && (leg ?? entry).line === '').length;
  return {
    races: onceEach(races),
    nextDay: nextDayOf(
      timed,
      searches.flatMap(({ matches }) => matches),
    ),
    people: searches.flatMap(({ people }) => people),
    peopleByName: searches.map(({ name, people }) => ({
      name,
      keys: people.map(({ key }) => key),
    })),
    mentions: {
      found: sum(searches.map(({ mentions }) => mentions.found)) - pictured,
      explained: sum(searches.map(({ mentions }) => mentions.explained)) - pictured,
    },
    foundNames: searches.filter(({ matches }) => matches.length > 0).map(({ name }) => name),
    near: searches.map(({ name, didYouMean }) => ({ name, suggestions: didYouMean })),
  };
};
