/** Which events a meet holds, and how fast they are swum. */
import { inLanguage, type Language } from './labels.ts';
import type { MeetEvent, RecordLine, Sex, Standard } from './types.ts';

type Ages = { label: string; low: number; high: number };

/** An event before anybody has entered. */
export type Race = Pick<MeetEvent, 'number' | 'name' | 'sex' | 'distance' | 'stroke' | 'relay'> & {
  ages: Ages;
};

/** How events are named. `open` events have no age group; `women` says Women and Men for Girls and Boys. */
export type Wording = {
  language: Language;
  course: string;
  ages: 'groups' | 'years' | 'open';
  women: boolean;
};

const AGES: Record<Wording['ages'], Ages[]> = {
  groups: [
    { label: '10 & Under', low: 0, high: 10 },
    { label: '11-12', low: 11, high: 12 },
    { label: '13-14', low: 13, high: 14 },
    { label: '15 & Over', low: 15, high: 99 },
  ],
  years: [
    { label: '10 Year Olds', low: 0, high: 10 },
    { label: '11 Year Olds', low: 11, high: 11 },
    { label: '12-13 Year Olds', low: 12, high: 13 },
    { label: '14 & Over', low: 14, high: 99 },
  ],
  open: [{ label: '', low: 0, high: 99 }],
};

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
const GROWN_WORD = { female: 'Women', male: 'Men', mixed: 'Mixed' };
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

/** Yards are swum over 500 and 1000, not 400 and 800. */
const inYards = (distance: number) => (distance < 400 ? distance : distance === 400 ? 500 : 1000);

const SEXES: Sex[] = ['female', 'male'];

const individual = (wording: Wording, sex: Sex | 'mixed', ages: Ages, swum: [number, string]) => {
  const [metres, stroke] = swum;
  const distance = wording.course === 'Yard' ? inYards(metres) : metres;
  const who = (wording.women ? GROWN_WORD : SEX_WORD)[sex];
  const group = ages.label ? `${ages.label} ` : '';
  const name = `${who} ${group}${distance} ${wording.course} ${stroke}`;
  return { name, sex, ages, distance, stroke, relay: false };
};

const relay = (wording: Wording, sex: Sex, ages: Ages) => {
  const race = individual(wording, sex, ages, [200, 'Freestyle']);
  return { ...race, name: `${race.name} Relay`, relay: true };
};

/** `count` events from number `first` on; the last `relays` are relays, one before is mixed. */
export const makeProgram = (
  wording: Wording,
  first: number,
  count: number,
  relays: number,
): Race[] => {
  const groups = AGES[wording.ages];
  const each = SWIMS.flatMap((swum) =>
    groups.flatMap((ages) => SEXES.map((sex) => ({ swum, ages, sex }))),
  );
  const swims = Array.from({ length: count - relays }, (_, index) => {
    const one = each[(first - 1 + index) % each.length] ?? each[0];
    const mixed = index === count - relays - 1 && count > 4;
    return one && individual(wording, mixed ? 'mixed' : one.sex, one.ages, one.swum);
  });
  const all = groups.flatMap((ages) => SEXES.map((sex) => relay(wording, sex, ages)));
  const teams = Array.from({ length: relays }, (_, index) => all[(index + 2) % all.length]);
  return [...swims, ...teams].flatMap((race, index) =>
    race
      ? [
          {
            ...race,
            number: String(first + index),
            name: inLanguage(wording.language, race.name),
          },
        ]
      : [],
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
  team: null,
});
