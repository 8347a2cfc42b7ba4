/** How long a heat takes, as Meet Manager reckons it: its slowest seed, then the heat interval. */
import type { Course, Entry, Heat, SheetEvent, Stroke } from '../types.ts';

/** Seconds from one heat's finish to the next one's start; `back` more for backstroke, `chase` more (or less) from both ends. */
export type Interval = { seconds: number; back: number; chase: number };

/** What is swum. */
export type Race = Pick<SheetEvent, 'distance' | 'stroke' | 'course' | 'ages' | 'relay'>;

/** Seconds a metre or yard of a swimmer without a time: up to 200, and beyond. */
const NO_TIME_PACE: Record<'short' | 'long', Record<Stroke, number>> = {
  short: { freestyle: 0.82, breaststroke: 0.9, backstroke: 0.85, butterfly: 0.85, medley: 0.85 },
  long: { freestyle: 0.95, breaststroke: 1, backstroke: 0.9, butterfly: 0.9, medley: 0.9 },
};
const LONGEST_SHORT = 200;
const METRES = 1.1;
/** Children of events up to this age take longer. */
const YOUNG: [below: number, factor: number][] = [
  [9, 1.3],
  [11, 1.2],
  [13, 1.1],
];

/** Short course yards to metres, where the distance has the same number. */
const YARDS_TO_METRES = 1.11;
const METRES_A_YARD = 0.9144;
/** Freestyle distances whose number differs. */
const YARDS_FOR = new Map([
  [400, 500],
  [800, 1000],
  [1500, 1650],
]);
/** A 50-metre pool has a turn less every 50 metres: seconds lost by it. */
const TURN: Record<Stroke, number> = {
  freestyle: 0.8,
  medley: 0.8,
  butterfly: 0.7,
  backstroke: 0.6,
  breaststroke: 1,
};
const COURSE_LETTERS: Record<string, Course> = { Y: 'SCY', S: 'SCM', L: 'LCM' };
/** From both ends starts only who swims more than one length of the longest pool. */
const SHORTEST_CHASE = 100;

/** "2:10.82" as seconds; null for NT and the like. */
export const seedSeconds = (seed: string | null): number | null => {
  if (!seed || !/^[\d:]+[.,]\d+$/.test(seed)) return null;
  const total = seed
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return total > 0 ? total : null;
};

const oldest = (ages: string | null): number => {
  const found = /(\d+)\s*-\s*(\d+)|(\d+)\s*(?:&|and)\s*Und|^(\d+)(?!\s*(?:&|and|-|\d))/i.exec(
    ages ?? '',
  );
  return Number(found?.[2] ?? found?.[3] ?? found?.[4] ?? Infinity);
};

/** What is assumed for a swimmer without a time; null where the event's name does not say what is swum. */
export const noTimeSeconds = ({ distance, stroke, course, ages }: Race): number | null => {
  if (distance === null || stroke === null) return null;
  const pace = NO_TIME_PACE[distance <= LONGEST_SHORT ? 'short' : 'long'][stroke];
  const young = YOUNG.find(([below]) => oldest(ages) < below)?.[1] ?? 1;
  return distance * pace * (course === 'SCY' ? 1 : METRES) * young;
};

const metresFactor = ({ distance, stroke, relay }: Race): number => {
  const yards = stroke === 'freestyle' && !relay ? YARDS_FOR.get(distance ?? 0) : undefined;
  return yards && distance ? distance / (yards * METRES_A_YARD) : YARDS_TO_METRES;
};

/** A seed swum in another course as it counts in the event's. */
const converted = (seconds: number, from: Course, race: Race): number => {
  const { course, stroke, distance } = race;
  if (course === null || from === course || stroke === null || distance === null) return seconds;
  const turns = (TURN[stroke] * distance) / 50;
  const metres = from === 'SCY' ? seconds * metresFactor(race) : seconds;
  const short = from === 'LCM' ? metres - turns : metres;
  if (course === 'LCM') return short + turns;
  return course === 'SCY' ? short / metresFactor(race) : short;
};

const entrySeconds = (entry: Entry, race: Race): number | null => {
  const seconds = seedSeconds(entry.seed);
  if (seconds === null) return noTimeSeconds(race);
  const letter = entry.seedFlags.find((flag) => flag in COURSE_LETTERS);
  const from = letter === undefined ? undefined : COURSE_LETTERS[letter];
  return from ? converted(seconds, from, race) : seconds;
};

/** Seconds from a heat's start to the next one's; null where it cannot be told. */
export const heatSeconds = (race: Race, heat: Heat, interval: Interval): number | null => {
  const swum = heat.entries.filter(({ note }) => note === null);
  const times = swum.map((entry) => entrySeconds(entry, race));
  const known = times.filter((seconds) => seconds !== null);
  if (known.length < times.length) return null;
  const slowest = swum.length > 0 ? Math.max(...known) : noTimeSeconds(race);
  if (slowest === null) return null;
  const back = race.stroke === 'backstroke' ? interval.back : 0;
  const chase = (race.distance ?? 0) >= SHORTEST_CHASE ? interval.chase : 0;
  return Math.max(slowest + interval.seconds + back + chase, 0);
};
