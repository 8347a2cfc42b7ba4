/** A lane is one swimmer's, but where the sheet says that it is shared. */
import type { Entry, Heat, SheetEvent, Warning } from '../types.ts';
import { isWhole } from './heats.ts';
import { warn } from './warn.ts';

/** "4a" and "4 B" share lane 4; "3 & 4" are two for one. */
const LETTERED = /^\d{1,2}\s?[a-f]$/i;
const TWO_LANES = /^\d{1,2}\s?(?:[&+/–-]|and)\s?\d{1,2}$/i;
/** Fewer lanes of an event than this that stand twice are no habit; where all its heats are there, no header between two lacks. */
const MIN_SHARED = 2;

/** What stands in front of a name, as printed. */
const placeOf = ({ line, name, team }: Entry): string => {
  const who = name ?? team;
  return who === null ? line : line.slice(0, Math.max(line.indexOf(who), 0)).trim();
};

const lanesOf = ({ entries }: Heat): (number | string)[] =>
  entries
    .filter(({ note }) => note !== 'alternate')
    .flatMap((entry) => {
      if (entry.lane === null) return [];
      const place = placeOf(entry);
      return LETTERED.test(place) ? place : entry.lane;
    });

/** Only one of their lanes can be told. */
const inTwoLanes = ({ heats }: SheetEvent): Warning[] =>
  heats
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.lane !== null && TWO_LANES.test(placeOf(entry)))
    .map(({ page, line }) => warn('lanes_once', page, `In two lanes: ${line}`));

const timesTwice = (lanes: (number | string)[]): number => lanes.length - new Set(lanes).size;

/** In a distance event two may swim in a lane: 1, 1, 2, 2, 3, … Without the header between them two heats are 1, 2, 3, 1, 2, … */
const areTogether = (lanes: (number | string)[]): boolean =>
  lanes.every((lane, index) => [index, index + 1].includes(lanes.indexOf(lane) + 1));

const lanesTwice = (event: SheetEvent): Warning[] => {
  const heats = event.heats
    .map((heat) => ({ heat, lanes: lanesOf(heat) }))
    .filter(({ lanes }) => timesTwice(lanes) > 0);
  const together = heats.filter(({ lanes }) => areTogether(lanes));
  const shared =
    isWhole(event.heats) ||
    together.reduce((sum, { lanes }) => sum + timesTwice(lanes), 0) >= MIN_SHARED;
  return heats
    .filter(({ lanes }) => !(shared && areTogether(lanes)))
    .map(({ heat: { page, number } }) =>
      warn('lanes_once', page, `Event ${event.number}, heat ${number}: a lane stands twice.`),
    );
};

/** A row that stands twice in its heat: a page came twice, or a whole sheet. */
const rowsTwice = ({ number, heats }: SheetEvent): Warning[] =>
  heats.flatMap(({ entries }) => {
    const lines = new Set<string>();
    const again = entries.filter(({ line }) => lines.size === lines.add(line).size);
    const [first] = again;
    return first ? [warn('lanes_once', first.page, `Event ${number}: twice: ${first.line}`)] : [];
  });

/** What stands twice in an event's heats. */
export const lanesOnce = (event: SheetEvent): Warning[] =>
  [lanesTwice, rowsTwice, inTwoLanes].flatMap((check) => check(event));
