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
import { heatSeconds, type Interval } from './seconds.ts';

/** When a heat starts, in seconds after midnight, and on which day as far as the report knows. */
export type Allotted = { seconds: number | null; date: string | null };

type Swim = { event: SheetEvent; heat: Heat };

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
  return swims.map(({ event, heat }) => {
    const start = at;
    const lasts = interval && heatSeconds(event, heat, interval);
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

const swimsOf = ({ event, heats }: HeatGroup): Swim[] => heats.map((heat) => ({ event, heat }));

const byNumber = (a: Swim, b: Swim): number => (a.heat.number ?? 0) - (b.heat.number ?? 0);

const runsOn = (swims: Swim[]): boolean => {
  const first = swims[0]?.heat.number ?? 0;
  return swims.every(({ heat }, index) => heat.number === first + index);
};

/** The event that shares its heats' numbers with a group: "Event 21 / 22" has heats 1, 3, 5 and 2, 4. */
const partnerOf = (group: HeatGroup, groups: HeatGroup[]): HeatGroup | null =>
  runsOn(swimsOf(group))
    ? null
    : theOnly(
        groups.filter(
          (other) =>
            other.event !== group.event &&
            other.event.session === group.event.session &&
            other.round === group.round &&
            other.withFinals === group.withFinals &&
            !runsOn(swimsOf(other)) &&
            runsOn([...swimsOf(group), ...swimsOf(other)].toSorted(byNumber)),
        ),
      );

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
 * no time; the day is known all the same.
 */
export const allotHeats = (sheet: HeatSheet, report: HeatSheet): Times => {
  const groups = sheet.events.flatMap(heatGroups);
  const joined = new Map(groups.map((group) => [group, joinRows(sheet, report, group)]));
  const times: Times = new Map();
  for (const [group, found] of joined) {
    if (!found) continue;
    const swims = swimsOf(group);
    const { date } = found.session;
    const agrees = (one: Joined, own: HeatGroup) => sum(one.rows) === own.heats.length;
    const partner = partnerOf(group, groups);
    const others = partner && joined.get(partner);
    if (!agrees(found, group)) put(times, swims, [], date);
    else if (!partner) put(times, swims, allotRows(found, swims), date);
    else if (others && agrees(others, partner)) {
      const both = [...swims, ...swimsOf(partner)].toSorted(byNumber);
      put(times, both, allotCombined(found, others, both) ?? [], date);
    }
  }
  return times;
};
