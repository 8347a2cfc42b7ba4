import { addDays } from './clock.ts';
import { relayEntries, seedHeats, swimmerEntry } from './heats.ts';
import { inLanguage, type Language } from './labels.ts';
import { makeProgram, recordOf, standardsOf, type Race, type Wording } from './program.ts';
import { createRandom, type Random } from './random.ts';
import { shaped } from './shapes.ts';
import { makeSwimmers, spokenName } from './swimmers.ts';
import { withStarts } from './timeline.ts';
import type { Meet, MeetEvent, MeetSession, RecordLine, Swimmer } from './types.ts';
import { BOYS, SURNAMES, TEAMS } from './words.ts';

export type MeetOptions = {
  seed: number;
  name?: string;
  /** First day, "YYYY-MM-DD". */
  startDate?: string;
  /** One session each, in order; "TITLE" and "HH:MM". A session a day. */
  sessions?: { title: string; start: string }[];
  eventsPerSession?: number;
  relaysPerSession?: number;
  /** How many swimmers are at the meet; about 1 in 12 swims an event. */
  swimmers?: number;
  lanes?: number;
  /** Number of the outermost lane: 1, or 0 in a pool with ten. */
  firstLane?: number;
  /** What the sheets are printed in. */
  language?: Language;
  /** As event names print it in English. */
  course?: string;
  /** "11-12", "11 Year Olds", or events without age groups. */
  ages?: Wording['ages'];
  /** "Women" and "Men" for "Girls" and "Boys". */
  women?: boolean;
  /** Number of the first event, and from one to the next. */
  firstNumber?: number;
  numberStep?: number;
  /** Two events of a session are swum together. */
  combined?: boolean;
  /** The fastest heat of the last single event is swum with the finals. */
  withFinals?: boolean;
  /** Every third event's heats are lettered finals, "C - Final" first. */
  lettered?: boolean;
  /** Events that nobody entered stay in the program. */
  keepEmpty?: boolean;
  /** Names under a relay: four, or eight with reserves. */
  relayLegs?: number;
  /** Some seeds were swum in another course. */
  otherCourses?: boolean;
  /** Some swimmers have a para class behind their name, and in front of their team's. */
  para?: boolean;
  /** Each event has a relay record too, its four holders on a line of their own. */
  teamRecords?: boolean;
  /** A round's word: "Timed Finals" instead of Prelims and Finals. */
  round?: string | null;
  /** Every fifth event is printed in two places. */
  flights?: boolean;
  /** The last single event of a session is a ranked list, seeded at the pool. */
  deckSeeded?: boolean;
  /** Finals have alternates under their last heat. */
  alternates?: boolean;
  /** Children to look for: they enter `starRaces` events of each session and their team's A relay. */
  stars?: Swimmer[];
  starRaces?: number;
};

const DEFAULTS = {
  name: 'Harbor Light Open',
  startDate: '2027-06-11',
  sessions: [{ title: 'FRIDAY PRELIMS', start: '08:30' }],
  eventsPerSession: 14,
  relaysPerSession: 2,
  swimmers: 220,
  lanes: 8,
  firstLane: 1,
  language: 'en' as Language,
  course: 'LC Meter',
  ages: 'groups' as const,
  women: false,
  firstNumber: 1,
  numberStep: 1,
  combined: false,
  withFinals: false,
  lettered: false,
  keepEmpty: false,
  relayLegs: 4,
  otherCourses: false,
  para: false,
  teamRecords: false,
  round: null,
  flights: true,
  deckSeeded: false,
  alternates: false,
  stars: [] as Swimmer[],
  starRaces: 2,
};

type Settings = Required<MeetOptions>;

const mayEnter = (race: Race, { sex, age }: Swimmer): boolean =>
  (race.sex === 'mixed' || race.sex === sex) && age >= race.ages.low && age <= race.ages.high;

const ENTER_SHARE = 0.7;

/** Who enters: stars until they have enough races this session, the others by chance. */
const enter = (
  random: Random,
  race: Race,
  settings: Settings,
  swimmers: Swimmer[],
  starStarts: Map<Swimmer, number>,
): Swimmer[] =>
  swimmers.filter((swimmer) => {
    if (!mayEnter(race, swimmer)) return false;
    if (!settings.stars.includes(swimmer)) return race.relay || random.chance(ENTER_SHARE);
    if (race.relay) return true;
    const starts = (starStarts.get(swimmer) ?? 0) + 1;
    starStarts.set(swimmer, starts);
    return starts <= settings.starRaces;
  });

const OTHER_COURSES: [string, ...string[]] = ['Y', 'L', 'S'];

const drawEntries = (random: Random, race: Race, settings: Settings, entered: Swimmer[]) =>
  race.relay
    ? relayEntries(random, race, entered, settings.relayLegs)
    : entered.map((swimmer) => {
        const entry = swimmerEntry(random, race, standardsOf(race), swimmer);
        const elsewhere = settings.otherCourses && entry.seconds !== null && random.chance(0.3);
        return { ...entry, seedCourse: elsewhere ? random.pick(OTHER_COURSES) : null };
      });

const roundOf = (race: Race): string => (race.relay || race.distance > 200 ? 'Finals' : 'Prelims');

const makeEvent = (
  random: Random,
  race: Race,
  settings: Settings,
  entered: Swimmer[],
): MeetEvent => {
  const { ages: _, ...event } = race;
  const entries = drawEntries(random, race, settings, entered);
  const left = settings.alternates && !race.relay && entries.length > 12 ? entries.splice(-2) : [];
  const heats = seedHeats(entries, settings.lanes, settings.firstLane);
  return {
    ...event,
    round: inLanguage(settings.language, settings.round ?? roundOf(race)),
    of: heats.length,
    standards: standardsOf(race),
    records: recordsOf(random, race, settings.teamRecords),
    heats,
    alternates: left.map((entry, index) => ({ ...entry, lane: index + 1 })),
    deckSeeded: false,
    combined: null,
    withFinals: false,
    lettered: false,
  };
};

const recordsOf = (random: Random, race: Race, teams: boolean): RecordLine[] => {
  const record = recordOf(race, spokenNameOfNobody(random));
  if (!teams) return [record];
  const four = Array.from({ length: 4 }, () =>
    spokenNameOfNobody(random).replace(/^(.).* /, '$1 '),
  );
  return [
    record,
    { ...record, label: 'League', holder: random.pick(TEAMS), team: four.join(', ') },
  ];
};

/** A record holder: a first name no swimmer has, so that it is nobody at the meet. */
const spokenNameOfNobody = (random: Random): string =>
  spokenName({
    first: `${random.pick(BOYS)}ian`,
    middle: null,
    last: random.pick(SURNAMES),
    suffix: null,
    sex: 'male',
    age: 17,
    team: '',
    para: null,
  });

const makeSession = (
  random: Random,
  settings: Settings,
  swimmers: Swimmer[],
  { title, start, day, first }: { title: string; start: string; day: number; first: number },
): MeetSession => {
  const starStarts = new Map<Swimmer, number>();
  const number = (index: number) => String(first + index * settings.numberStep);
  const events = makeProgram(settings, first, settings.eventsPerSession, settings.relaysPerSession)
    .map((race) =>
      makeEvent(random, race, settings, enter(random, race, settings, swimmers, starStarts)),
    )
    .filter((event) => settings.keepEmpty || event.heats.length > 0)
    .map((event, index) => ({ ...event, number: number(index) }));
  return withStarts({
    title,
    day,
    start,
    finish: start,
    intervalSeconds: 30,
    backSeconds: 15,
    events: shaped(events, settings),
  });
};

const numbersOf = (events: MeetEvent[]): Set<string> =>
  new Set(
    events.flatMap(({ number, combined }) => [number, ...(combined ? [combined.number] : [])]),
  );

/** Invents a meet: the same options give the same meet. */
export const makeMeet = (options: MeetOptions): Meet => {
  const settings: Settings = { ...DEFAULTS, ...options };
  const random = createRandom(settings.seed);
  const swimmers = makeSwimmers(random, settings.swimmers, settings.stars, settings.para);
  let first = settings.firstNumber;
  const sessions = settings.sessions.map((session, index) => {
    const made = makeSession(random, settings, swimmers, { ...session, day: index + 1, first });
    first += numbersOf(made.events).size * settings.numberStep;
    return made;
  });
  return {
    seed: settings.seed,
    language: settings.language,
    name: settings.name,
    host: 'Harbor Light Aquatics, Inc.',
    startDate: settings.startDate,
    endDate: addDays(settings.startDate, settings.sessions.length - 1),
    course: settings.course,
    sessions,
    swimmers,
  };
};
