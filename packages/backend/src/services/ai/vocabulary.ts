/** The words of swimming, in all languages that sheets are read in: they may leave the house, and they name what a number counts. */
import { foldedWords } from '@heatsync/heatsheet';
import { LANGUAGES } from '@heatsync/heatsheet/languages/index.ts';

const folded = (words: string[]): Set<string> => new Set(words.flatMap(foldedWords));

export const EVENT_WORDS = folded([
  ...LANGUAGES.flatMap(({ lists }) => lists.event),
  ...[
    'Event',
    'Evt',
    'Ev',
    'Race',
    'WK',
    'Épreuve',
    'Prueba',
    'Evento',
    'Gara',
    'Prova',
    'Disziplin',
  ],
]);

export const HEAT_WORDS = folded([
  ...LANGUAGES.flatMap(({ lists }) => lists.heat),
  ...['Heat', 'Ht', 'Lauf', 'Série', 'Serie', 'Batteria', 'Bateria'],
]);

export const LANE_WORDS = folded([
  'Lane',
  'Ln',
  'Bahn',
  'Ligne',
  'Carril',
  'Kulvar',
  'Tor',
  'Corsia',
]);

/** No months: April, May and June are children too. `masking` keeps those of a date. */
const OTHERS = [
  'and of de the at to with for all open over under older younger year years yr yrs old ages age group',
  'name names swimmer swimmers team teams club clubs school lsc seed seeded time times entry entries rank place',
  'lane lanes alternate alternates scratch scratched exhibition swim off relay relays leg legs no nr none empty',
  'meter meters metre metres yard yards short long course lc sc lcm scm scy lcy im nt ns dq scr nb fr bk br fl ft',
  'session sessions day meet program programme psych sheet heats report timeline start starts start list lists warm up',
  'am pm est approx final finals prelim prelims preliminary preliminaries semi timed time bonus consolation round section',
  'page printed monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun st nd rd th',
  'pool records record standard standards qualifying licensed meet manager hy tek',
].join(' ');

const words = LANGUAGES.flatMap(({ genders, strokes, relay, rounds, lists }) => [
  ...Object.values(genders).flat(),
  ...Object.values(strokes).flat(),
  ...relay,
  ...rounds,
  ...Object.values(lists).flat(),
]);

/** Folded words that stay readable when a page is masked. */
export const VOCABULARY: ReadonlySet<string> = new Set([
  ...folded([...words, OTHERS]),
  ...EVENT_WORDS,
  ...HEAT_WORDS,
  ...LANE_WORDS,
]);
