/** How other countries and schools have Meet Manager print: their dates, their school years, the standards that colleges swim for. */
import { toDayFirst, toUsDate } from './clock.ts';
import { text, type Row } from './layout.ts';
import type { Look } from './look.ts';
import type { Random } from './random.ts';
import type { MeetEntry } from './types.ts';

export type OddForms = {
  /** Behind an event's number: "Event 5: Girls …". */
  eventMark?: ':' | ' -' | '.';
  /** US dates unless said: "18/06/2027", "18-06-2027", "18.06.2027", "2027/06/18", "18-Jun-2027". */
  dates?: keyof typeof DATES;
  /** With `years`: "Fr.", "8TH", "R-SR". */
  yearForms?: boolean;
  /** With `years`: "Elig. Year", "Team Name", and standards in front of the seeds. In one column: others have no room. */
  college?: boolean;
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const withMonth = (date: string): string => {
  const [year, month, day] = date.split('-');
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
};

const DATES = {
  us: toUsDate,
  dayFirst: toDayFirst,
  dashed: (date: string) => toDayFirst(date).replaceAll('/', '-'),
  dotted: (date: string) => toDayFirst(date).replaceAll('/', '.'),
  yearFirst: (date: string) => date.replaceAll('-', '/'),
  withMonth,
};

/** A date, "YYYY-MM-DD", as the sheet prints it. */
export const printedDate = ({ options }: Look, date: string): string =>
  DATES[options.dates ?? (options.dayFirst ? 'dayFirst' : 'us')](date);

/** By chance: one of them, or none. */
export const formsOf = (random: Random): OddForms => ({
  ...(random.chance(0.15) && { eventMark: random.pick([':', ' -', '.'] as const) }),
  ...(random.chance(0.3) && {
    dates: random.pick(['dashed', 'dotted', 'yearFirst', 'withMonth'] as const),
  }),
  yearForms: random.chance(0.3),
});

const YEARS = ['FR', 'SO', 'JR', 'SR'];
const YEAR_FORMS = ['Fr.', '8TH', 'R-SR', 'SO'];

/** A swimmer's year at school. */
export const yearOf = ({ options }: Look, age: number): string =>
  (options.yearForms ? YEAR_FORMS : YEARS)[age % YEARS.length] ?? 'FR';

/** Where standards begin, left of the seeds' right edge, in sizes. */
const STANDARD = 6.5;

const standardX = ({ grid }: Look): number => grid.seed - STANDARD * grid.size;

/** The header of the standards' column. */
export const standardHeader = (look: Look): Row =>
  look.options.college ? [text(look.grid, 'Std', standardX(look))] : [];

/** The standard that a seed meets, in front of it. */
export const standardCells = (look: Look, { flag }: MeetEntry): Row =>
  look.options.college && flag ? [text(look.grid, flag, standardX(look))] : [];
