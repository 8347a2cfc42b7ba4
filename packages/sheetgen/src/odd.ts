/** Meets of every kind, one for each seed: small, and each with a draw of Meet Manager's oddities. */
import { drawHeatSheet, type Drawn } from './heatSheet.ts';
import type { DrawOptions } from './look.ts';
import { makeMeet, type MeetOptions } from './meet.ts';
import { drawPsychSheet } from './psychSheet.ts';
import { createRandom, type Random } from './random.ts';
import type { Columns } from './layout.ts';
import { formsOf } from './oddForms.ts';
import { hostLooks, hostMeet } from './oddHosts.ts';
import type { Meet } from './types.ts';

const COLUMNS: [Columns, ...Columns[]] = [1, 2, 3];
const COURSES: [string, ...string[]] = ['LC Meter', 'SC Meter', 'Yard'];
const ROUNDS: [string | null, ...(string | null)[]] = [null, null, 'Timed Finals', 'Semi-Finals'];

const SESSIONS = [
  { title: 'FRIDAY PRELIMS', start: '08:30' },
  { title: 'Saturday Finals', start: '17:00' },
];

const programOptions = (random: Random): Omit<MeetOptions, 'seed'> => {
  const ten = random.chance(0.3);
  return {
    sessions: SESSIONS.slice(0, random.pick([1, 1, 2])),
    eventsPerSession: random.int(4, 8),
    relaysPerSession: random.int(0, 2),
    swimmers: random.int(20, 48),
    lanes: ten ? 10 : random.int(4, 8),
    firstLane: ten ? 0 : 1,
    course: random.pick(COURSES),
    ages: random.pick(['groups', 'groups', 'years', 'open']),
    women: random.chance(0.4),
    firstNumber: random.pick([1, 1, 14, 101]),
    numberStep: random.pick([1, 1, 1, 2]),
    round: random.pick(ROUNDS),
  };
};

const oddities = (random: Random): Omit<MeetOptions, 'seed'> => ({
  combined: random.chance(0.4),
  withFinals: random.chance(0.3),
  lettered: random.chance(0.3),
  keepEmpty: random.chance(0.4),
  relayLegs: random.pick([4, 4, 8]),
  otherCourses: random.chance(0.4),
  para: random.chance(0.2),
  flights: random.chance(0.4),
  deckSeeded: random.chance(0.4),
  alternates: random.chance(0.4),
  teamRecords: random.chance(0.3),
});

/** What hosts, templates and printer drivers make of a sheet. */
const templates = (random: Random): DrawOptions => ({
  ...(random.chance(0.2) && { heats: random.pick(['colon', 'hash', 'slash', 'letter']) }),
  ...(random.chance(0.15) && { words: random.pick(['club', 'capitals']) }),
  seedMarks: random.chance(0.2),
  seedless: random.chance(0.1),
  letters: random.chance(0.1),
  overprint: random.chance(0.1),
  watermark: random.chance(0.1),
  withoutAges: random.chance(0.1),
});

const looks = (random: Random): DrawOptions => ({
  columns: [random.pick(COLUMNS), random.pick(COLUMNS)],
  style: random.pick(['event', 'hash']),
  heatStarts: random.chance(0.4),
  legs: random.chance(0.7),
  bareLegs: random.chance(0.3),
  firstNameFirst: random.chance(0.25),
  capitals: random.chance(0.1),
  years: random.chance(0.25),
  relayCodes: random.chance(0.3),
  silentA: random.chance(0.3),
  wrap: random.chance(0.4),
  gluedCourse: random.chance(0.4),
  decimalComma: random.chance(0.15),
  dayFirst: random.chance(0.2),
  lostF: random.chance(0.3),
  blanks: random.chance(0.15),
  topRounds: random.pick(['some', 'all', 'none']),
  logo: random.chance(0.2),
  footer: random.chance(0.25),
  remarks: random.chance(0.25),
  seedWords: random.chance(0.25),
  ...templates(random),
});

/** Bare legs, and rows without ages, need the comma of "Last, First" to be told apart; Spanish programs print open events. */
const consistent = (options: DrawOptions): DrawOptions =>
  options.firstNameFirst
    ? { ...options, bareLegs: false, withoutAges: false }
    : options.withoutAges
      ? { ...options, wrap: false, seedless: false }
      : options;

/** A word for a time, in a ranked list right below its event's header, is a note. */
const withTimes = (options: DrawOptions): DrawOptions =>
  options.columnsAbove ? { ...options, seedWords: false } : options;

/** Times of a second sort need room at a row's end, and in the header, which Spanish words fill. */
const withRoom = (
  { secondTimes, rowMarks, ...options }: DrawOptions,
  spanish: boolean,
): DrawOptions => {
  const { blanks, seedless } = options;
  const fits = secondTimes && !spanish && !blanks && !seedless;
  const marks = rowMarks && !seedless ? { rowMarks } : {};
  return { ...options, ...(fits ? { secondTimes } : marks) };
};

const SPANISH: Omit<MeetOptions, 'seed'> = {
  language: 'es',
  ages: 'open',
  women: true,
  combined: false,
};

export type OddSheet = Drawn & { meet: Meet; options: DrawOptions };

/** One invented sheet: three of four are heat sheets, the fourth a psych sheet. */
export const drawOddSheet = async (seed: number): Promise<OddSheet> => {
  const random = createRandom(seed * 7919);
  const made = { ...programOptions(random), ...oddities(random) };
  const spanish = random.chance(0.15) ? SPANISH : {};
  const host = createRandom(seed * 104_729);
  const forms = formsOf(createRandom(seed * 611_953));
  const drawn = { ...looks(random), ...hostLooks(host), ...forms };
  const options = consistent(withTimes(withRoom(drawn, spanish === SPANISH)));
  const startDate = '2027-06-18';
  const meet = hostMeet(host, makeMeet({ ...made, ...spanish, seed, startDate }), {
    plain: !made.flights && !made.combined,
    seeds: !options.seedless,
  });
  const psych = spanish !== SPANISH && random.chance(0.25);
  const sheet = psych
    ? await drawPsychSheet(meet, { ...options, columns: random.pick(COLUMNS) })
    : await drawHeatSheet(meet, 'all', options);
  return { ...sheet, meet, options };
};
