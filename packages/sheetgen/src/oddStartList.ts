/** European start lists of every kind, one for each seed: EasyWk's, and Splash's in every language and look. */
import { drawEasyWk } from './easyWk.ts';
import type { Drawn } from './heatSheet.ts';
import { makeMeet } from './meet.ts';
import { createRandom, type Random } from './random.ts';
import { drawSplash } from './splash.ts';
import type { SplashLook } from './splashRows.ts';
import { SPLASH_WORDS, type SplashLanguage } from './splashWords.ts';

const LANGUAGES = Object.keys(SPLASH_WORDS) as [SplashLanguage, ...SplashLanguage[]];

const lookOf = (random: Random): SplashLook => ({
  withoutCount: random.chance(0.2),
  heatTimes: random.chance(0.3),
  emptyLanes: random.chance(0.3),
  sessionHeads: random.chance(0.3),
  hostFooter: random.chance(0.3),
  tornHeats: random.chance(0.3),
  remarks: random.chance(0.3),
  ...(random.chance(0.3) && { times: random.pick(['colons', 'comma']) }),
  fullYears: random.chance(0.3),
  codes: random.chance(0.3),
  nations: random.chance(0.2),
  commas: random.chance(0.3),
});

const SESSIONS = [
  { title: 'A', start: '08:30' },
  { title: 'B', start: '14:15' },
];

export const drawOddStartList = async (seed: number): Promise<Drawn> => {
  const random = createRandom(seed * 104_729);
  const ten = random.chance(0.3);
  const meet = makeMeet({
    seed,
    flights: false,
    sessions: SESSIONS.slice(0, random.pick([1, 2])),
    eventsPerSession: random.int(3, 7),
    relaysPerSession: random.int(0, 2),
    swimmers: random.int(40, 90),
    lanes: ten ? 10 : random.int(4, 8),
    firstLane: ten ? 0 : 1,
    startDate: '2027-06-18',
    teamRecords: random.chance(0.3),
  });
  return random.chance(0.4)
    ? drawEasyWk(meet)
    : drawSplash(meet, random.pick(LANGUAGES), lookOf(random));
};
