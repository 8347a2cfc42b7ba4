/** Which events a meet holds, and how fast they are swum. */
import type { MeetEvent, RecordLine, Sex, Standard } from './types.ts';

type Ages = { label: string; low: number; high: number };

/** An event before anybody has entered. */
export type Race = Pick<MeetEvent, 'number' | 'name' | 'sex' | 'distance' | 'stroke' | 'relay'> & {
  ages: Ages;
};

const AGES: Ages[] = [
  { label: '10 & Under', low: 0, high: 10 },
  { label: '11-12', low: 11, high: 12 },
  { label: '13-14', low: 13, high: 14 },
  { label: '15 & Over', low: 15, high: 99 },
];

const SWIMS: [number, string][] = [
  [100, 'Freestyle'],
  [50, 'Breaststroke'],
  [200, 'IM'],
  [50, 'Butterfly'],
  [100, 'Backstroke'],
  [400, 'Freestyle'],
  [100, 'Breaststroke'],
  [50, 'Freestyle'],
  [100, 'Butterfly'],
  [200, 'Freestyle'],
  [50, 'Backstroke'],
  [200, 'Backstroke'],
  [200, 'Breaststroke'],
  [800, 'Freestyle'],
];

const SEX_WORD = { female: 'Girls', male: 'Boys', mixed: 'Mixed' };
const STROKE_PACE: Record<string, number> = {
  Freestyle: 0.68,
  Breaststroke: 0.86,
  Backstroke: 0.76,
};
const OTHER_PACE = 0.78;

/** Seconds for the distance at `age`; `form` from 0 (fast) to 1 (slow). */
export const swimSeconds = (distance: number, stroke: string, age: number, form: number): number =>
  Math.round(
    distance *
      (STROKE_PACE[stroke] ?? OTHER_PACE) *
      (1 + 0.06 * Math.max(0, 16 - age)) *
      (0.9 + form * 0.5) *
      100,
  ) / 100;

const individual = (sex: Sex | 'mixed', ages: Ages, distance: number, stroke: string) => ({
  name: `${SEX_WORD[sex]} ${ages.label} ${distance} LC Meter ${stroke}`,
  sex,
  ages,
  distance,
  stroke,
  relay: false,
});

const relay = (sex: Sex, ages: Ages) => ({
  ...individual(sex, ages, 200, 'Freestyle'),
  name: `${SEX_WORD[sex]} ${ages.label} 200 LC Meter Freestyle Relay`,
  relay: true,
});

const SEXES: Sex[] = ['female', 'male'];
const INDIVIDUALS = SWIMS.flatMap(([distance, stroke]) =>
  AGES.flatMap((ages) => SEXES.map((sex) => individual(sex, ages, distance, stroke))),
);
const RELAYS = AGES.flatMap((ages) => SEXES.map((sex) => relay(sex, ages)));

/** `count` events from number `first` on; the last `relays` are relays, one before is mixed. */
export const makeProgram = (first: number, count: number, relays: number): Race[] => {
  const swims = Array.from({ length: count - relays }, (_, index) => {
    const swim = INDIVIDUALS[(first - 1 + index) % INDIVIDUALS.length] ?? INDIVIDUALS[0];
    return (
      swim &&
      (index === count - relays - 1 && count > 4
        ? individual('mixed', swim.ages, swim.distance, swim.stroke)
        : swim)
    );
  });
  const teams = Array.from({ length: relays }, (_, index) => RELAYS[(index + 2) % RELAYS.length]);
  return [...swims, ...teams].flatMap((race, index) =>
    race ? [{ ...race, number: String(first + index) }] : [],
  );
};

const paceOf = (race: Race, form: number) =>
  swimSeconds(race.distance, race.stroke, Math.min(race.ages.high, 16), form);

/** Two qualifying standards, the faster first. */
export const standardsOf = (race: Race): Standard[] =>
  race.relay
    ? []
    : [
        { seconds: paceOf(race, 0.25), name: '&HBR' },
        { seconds: paceOf(race, 0.6), name: 'BB' },
      ];

/** A record whose holder is not entered. */
export const recordOf = (race: Race, holder: string): RecordLine => ({
  label: 'Pool Record',
  seconds: paceOf(race, 0),
  date: `7/${(Number(race.number) % 27) + 1}/2019`,
  holder,
});
