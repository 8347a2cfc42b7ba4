/** Relay legs that are not there: their numbers run on, and where others have an age, each has one. */
import type { Entry, RelayLeg, Warning } from '../types.ts';
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

export const legDoubts = (relays: Entry[]): Warning[] => [
  ...missingLegs(relays),
  ...cutLegs(relays),
];
