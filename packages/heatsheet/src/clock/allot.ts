/** Deals a session report's start times out to the heats of a heat sheet. */
import type { Heat, HeatSheet, Session, SheetEvent } from '../types.ts';
import {
  heatGroups,
  joinRows,
  theOnly,
  type EventRow,
  type HeatGroup,
  type Joined,
} from './join.ts';
import { roundOf } from './rounds.ts';
import { heatSeconds, type Interval, type Race } from './seconds.ts';

/** When a heat starts, in seconds after midnight, and on which day as far as the report knows. */
export type Allotted = { seconds: number | null; date: string | null };

/** A heat and what is swum in it. */
export type Swim = { race: Race; heat: Heat };

const MINUTE = 60;

/** "08:27" as seconds after midnight. */
export const toSeconds = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * MINUTE + minutes) * MINUTE;
};

/** The report's interval; null where it names none, for then only first heats have a time. */
const intervalOf = (session: Session): Interval | null =>
  session.intervalSeconds === null
    ? null
    : {
        seconds: session.intervalSeconds,
        back: session.backInterval ?? 0,
        chase: session.chaseInterval ?? 0,
      };

/** The starts of heats that follow each other; null from the first whose length is not known. */
export const startsFrom = (
  first: number,
  swims: Swim[],
  interval: Interval | null,
): (number | null)[] => {
  let at: number | null = first;
  return swims.map(({ race, heat }) => {
    const start = at;
    const lasts = interval && heatSeconds(race, heat, interval);
    at = at === null || lasts === null ? null : at + lasts;
    return start;
  });
};

const sum = (rows: EventRow[]): number =>
  rows.reduce((total, { heats }) => total + (heats ?? 0), 0);

/** Each row takes as many heats as it counts, in order. */
const allotRows = ({ session, rows }: Joined, swims: Swim[]): (number | null)[] => {
  let from = 0;
  return rows.flatMap(({ heats, start }) => {
    const own = swims.slice(from, from + (heats ?? 0));
    from += own.length;
    return start === null
      ? own.map(() => null)
      : startsFrom(toSeconds(start), own, intervalOf(session));
  });
};

type Times = Map<Heat, Allotted>;

const put = (times: Times, swims: Swim[], starts: (number | null)[], date: string | null): void => {
  for (const [index, { heat }] of swims.entries())
    times.set(heat, { seconds: starts[index] ?? null, date });
};

/** An event's heat; where its name leaves the course out, the sheet's counts. */
export const toSwim = (sheet: HeatSheet, event: SheetEvent, heat: Heat): Swim => ({
  race: { ...event, course: event.course ?? sheet.course },
  heat,
});

const byNumber = (a: Swim, b: Swim): number => (a.heat.number ?? 0) - (b.heat.number ?? 0);

const numbersOf = ({ heats }: HeatGroup): number[] => heats.map((heat) => heat.number ?? 0);

/** 1, 2, 3, …, as far as the heats of the first session or flight go. */
const countsFromOne = (numbers: number[]): boolean =>
  numbers.toSorted((a, b) => a - b).every((number, index) => number === index + 1);

/** The last heats of an event whose first ones are on another sheet: "Heat 9 of 15". */
const isRestOfEvent = (group: HeatGroup): boolean => {
  const [first = 0, last = 0] = [numbersOf(group)[0], numbersOf(group).at(-1)];
  const of = Math.max(...group.heats.map((heat) => heat.of ?? 0));
  return last - first + 1 === group.heats.length && of >= last;
};

/** Heats of the group's event and round, those that wait for the finals too. */
const roundNumbers = ({ event, round }: HeatGroup): number[] =>
  event.heats.flatMap((heat) =>
    heat.number !== null && roundOf(heat.round ?? event.round) === round ? heat.number : [],
  );

const withoutSex = (name: string): string => name.replace(/^\S+\s/, '');

/** "Event 21 / 22 Girls / Boys": neighbours on the sheet that differ only in who swims, and share one count of heats. */
const areCombined = (a: HeatGroup, b: HeatGroup, events: SheetEvent[]): boolean =>
  Math.abs(events.indexOf(a.event) - events.indexOf(b.event)) === 1 &&
  a.event.session === b.event.session &&
  a.round === b.round &&
  withoutSex(a.event.name) === withoutSex(b.event.name) &&
  countsFromOne([...roundNumbers(a), ...roundNumbers(b)]);

/** How a group's heats are counted: by itself, together with another event's, or in a way that tells no order. */
const partnerOf = (
  group: HeatGroup,
  groups: HeatGroup[],
  events: SheetEvent[],
): HeatGroup | 'none' | 'unclear' => {
  if (countsFromOne(roundNumbers(group))) return 'none';
  const others = groups.filter(
    (other) => other.withFinals === group.withFinals && areCombined(group, other, events),
  );
  return theOnly(others) ?? (isRestOfEvent(group) ? 'none' : 'unclear');
};

/** Two events swum in turn: from the first one's start on, heat by heat; their rows must be neighbours. */
const allotCombined = (one: Joined, other: Joined, swims: Swim[]): (number | null)[] | null => {
  const rows = [...one.rows, ...other.rows];
  const { rows: all } = one.session;
  const places = rows.map((row) => all.indexOf(row)).toSorted((a, b) => a - b);
  const areNeighbours = places.length === 2 && places[1] === (places[0] ?? 0) + 1;
  const first = all[places[0] ?? 0];
  if (one.session !== other.session || !areNeighbours || !first || !('event' in first)) return null;
  return first.start === null
    ? null
    : startsFrom(toSeconds(first.start), swims, intervalOf(one.session));
};

/**
 * The start of each numbered heat of `sheet` that one report tells. Where the report counts other heats than the sheet has, there is
 * no time; the day is known all the same. A session in doubt tells nothing, and yet no other one stands in for it.
 */
export const allotHeats = (sheet: HeatSheet, report: HeatSheet): Times => {
  const groups = sheet.events.flatMap(heatGroups);
  const swimsOf = ({ event, heats }: HeatGroup) => heats.map((heat) => toSwim(sheet, event, heat));
  const joined = new Map(groups.map((group) => [group, joinRows(sheet, report, group)]));
  const times: Times = new Map();
  for (const [group, found] of joined) {
    if (!found) continue;
    const swims = swimsOf(group);
    const { date, inDoubt } = found.session;
    if (inDoubt) continue;
    const agrees = (one: Joined, own: HeatGroup) => sum(one.rows) === own.heats.length;
    const partner = partnerOf(group, groups, sheet.events);
    if (partner === 'unclear' || !agrees(found, group)) put(times, swims, [], date);
    else if (partner === 'none') put(times, swims, allotRows(found, swims), date);
    else {
      const others = joined.get(partner);
      const both = [...swims, ...swimsOf(partner)].toSorted(byNumber);
      const starts = others && agrees(others, partner) && allotCombined(found, others, both);
      put(times, both, starts || [], date);
    }
  }
  return times;
};
