import { addDays } from './clock.ts';
import { relayEntries, seedHeats, swimmerEntry } from './heats.ts';
import { makeProgram, recordOf, standardsOf, type Race } from './program.ts';
import { createRandom, type Random } from './random.ts';
import { makeSwimmers, spokenName } from './swimmers.ts';
import { withStarts } from './timeline.ts';
import type { Meet, MeetEvent, MeetSession, Swimmer } from './types.ts';
import { BOYS, SURNAMES } from './words.ts';

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

const drawEntries = (random: Random, race: Race, entered: Swimmer[]) =>
  race.relay
    ? relayEntries(random, race, entered)
    : entered.map((swimmer) => swimmerEntry(random, race, standardsOf(race), swimmer));

const makeEvent = (
  random: Random,
  race: Race,
  settings: Settings,
  entered: Swimmer[],
): MeetEvent => {
  const { ages: _, ...event } = race;
  const entries = drawEntries(random, race, entered);
  const left = settings.alternates && !race.relay && entries.length > 12 ? entries.splice(-2) : [];
  const heats = seedHeats(entries, settings.lanes);
  return {
    ...event,
    round: race.relay || race.distance > 200 ? 'Finals' : 'Prelims',
    of: heats.length,
    standards: standardsOf(race),
    records: [recordOf(race, spokenNameOfNobody(random))],
    heats,
    alternates: left.map((entry, index) => ({ ...entry, lane: index + 1 })),
    deckSeeded: false,
  };
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
  });

/** Cuts an event in two: the second half of its heats is swum, and printed, three events later. */
const inFlights = (events: MeetEvent[]): MeetEvent[] => {
  const order = events.flatMap((event, index) => {
    const half = Math.ceil(event.heats.length / 2);
    if (index % 5 !== 1 || event.heats.length < 2) return [{ event, at: index }];
    return [
      { event: { ...event, heats: event.heats.slice(0, half) }, at: index },
      { event: { ...event, heats: event.heats.slice(half) }, at: index + 3.5 },
    ];
  });
  return order.sort((a, b) => a.at - b.at).map(({ event }) => event);
};

const withDeckSeeded = (events: MeetEvent[]): MeetEvent[] => {
  const last = events.findLastIndex((event) => !event.relay);
  return events.map((event, index) => (index === last ? { ...event, deckSeeded: true } : event));
};

const makeSession = (
  random: Random,
  settings: Settings,
  swimmers: Swimmer[],
  { title, start, day, first }: { title: string; start: string; day: number; first: number },
): MeetSession => {
  const starStarts = new Map<Swimmer, number>();
  const events = makeProgram(first, settings.eventsPerSession, settings.relaysPerSession)
    .map((race) =>
      makeEvent(random, race, settings, enter(random, race, settings, swimmers, starStarts)),
    )
    .filter((event) => event.heats.length > 0)
    .map((event, index) => ({ ...event, number: String(first + index) }));
  const flown = settings.flights ? inFlights(events) : events;
  return withStarts({
    title,
    day,
    start,
    finish: start,
    intervalSeconds: 30,
    backSeconds: 15,
    events: settings.deckSeeded ? withDeckSeeded(flown) : flown,
  });
};

/** Invents a meet: the same options give the same meet. */
export const makeMeet = (options: MeetOptions): Meet => {
  const settings: Settings = { ...DEFAULTS, ...options };
  const random = createRandom(settings.seed);
  const swimmers = makeSwimmers(random, settings.swimmers, settings.stars);
  let first = 1;
  const sessions = settings.sessions.map((session, index) => {
    const made = makeSession(random, settings, swimmers, { ...session, day: index + 1, first });
    first += new Set(made.events.map((event) => event.number)).size;
    return made;
  });
  return {
    seed: settings.seed,
    name: settings.name,
    host: 'Harbor Light Aquatics, Inc.',
    startDate: settings.startDate,
    endDate: addDays(settings.startDate, settings.sessions.length - 1),
    sessions,
    swimmers,
  };
};
