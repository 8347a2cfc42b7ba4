/** Relay legs that are not there, or another relay's: their numbers run on, and where others have an age, each has one. */
import type { Entry, Place, RelayLeg, SheetLine, Warning } from '../types.ts';
import { rowDoubt } from './rowDoubt.ts';

/** An age is missed where so many of the other legs have one. */
const USUALLY = 0.9;

const legsOf = ({ relay }: Entry): RelayLeg[] => relay?.legs ?? [];

const runsOn = (legs: RelayLeg[]): boolean => legs.every(({ order }, index) => order === index + 1);

const missingLegs = (relays: Entry[]): Warning[] =>
  relays
    .filter((relay) => !runsOn(legsOf(relay)))
    .map((relay) => rowDoubt(relay, 'Not all of its swimmers stand below it'));

/** A leg without age, or without a name in front of it. */
const cutLegs = (relays: Entry[]): Warning[] => {
  const legs = relays.flatMap(legsOf);
  const aged = legs.filter(({ age }) => age !== null).length;
  const cut = legs.filter(
    ({ name, age }) => name === '' || (age === null && aged >= legs.length * USUALLY),
  );
  return cut.map((leg) => rowDoubt(leg, "A relay's swimmer is not whole"));
};

/** So many swim; others are in reserve. */
const SWIM = 4;
const NUMBERED = /^\d\s*[.):]/;

/** More names than swim, without numbers, where other relays have none in reserve: another relay's row is missing between them. */
const joinedLegs = (relays: Entry[]): Warning[] => {
  const named = relays.filter((relay) => legsOf(relay).length > 0);
  const long = named.filter((relay) => legsOf(relay).length > SWIM);
  if (long.length > named.length * (1 - USUALLY)) return [];
  return long
    .filter((relay) => legsOf(relay).every(({ line }) => !NUMBERED.test(line)))
    .map((relay) => rowDoubt(relay, 'Two relays’ swimmers may stand below it'));
};

const WORD = /\p{Lu}\p{L}/u;
/** A row this close below another, in its heights, belongs to it. */
const BELOW = 1;

/** Whether a row stands right below a relay or below the last of its swimmers. */
const standsBelow = ({ page, box: [left, top, right, bottom] }: Place, relay: Entry): boolean => {
  const [from, first, to] = relay.box;
  const last = Math.max(...[relay, ...legsOf(relay)].map(({ box }) => box[3]));
  const near = top > first && top - last < BELOW * (bottom - top);
  return page === relay.page && near && left < to && right > from;
};

/** Rows that nobody could read where a relay's swimmers may stand. */
const unreadLegs = (relays: Entry[], lines: SheetLine[]): Warning[] =>
  lines
    .filter(({ role, line }) => role === 'unknown' && WORD.test(line))
    .filter((line) => relays.some((relay) => standsBelow(line, relay)))
    .map((line) => rowDoubt(line, "Perhaps a relay's swimmers"));

/** "Last, First 8": a swimmer and an age, read under the columns of relays. */
const SWIMMER = /\p{L}, \p{L}.*\s\d{1,2}(?:\s|$)/u;

const swimmersAsTeams = (relays: Entry[]): Warning[] =>
  relays
    .filter(({ team }) => SWIMMER.test(team ?? ''))
    .map((relay) => rowDoubt(relay, 'A swimmer stands where a team should'));

export const legDoubts = (relays: Entry[], lines: SheetLine[]): Warning[] => [
  ...missingLegs(relays),
  ...cutLegs(relays),
  ...joinedLegs(relays),
  ...unreadLegs(relays, lines),
  ...swimmersAsTeams(relays),
];
