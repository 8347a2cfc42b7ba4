/** Who swims in which heat and lane. */
import type { Random } from './random.ts';
import { swimSeconds, type Race } from './program.ts';
import type { MeetEntry, MeetHeat, Standard, Swimmer } from './types.ts';

const flagFor = (standards: Standard[], seconds: number | null): string | null =>
  seconds === null
    ? null
    : (standards.find((standard) => seconds <= standard.seconds)?.name ?? null);

type Unseeded = Omit<MeetEntry, 'lane'>;

export const swimmerEntry = (
  random: Random,
  race: Race,
  standards: Standard[],
  swimmer: Swimmer,
): Unseeded => {
  const seconds = random.chance(0.06)
    ? null
    : swimSeconds(race.distance, race.stroke, swimmer.age, random.next());
  return {
    team: swimmer.team,
    swimmer,
    relay: null,
    seconds,
    exhibition: seconds !== null && random.chance(0.03),
    seedCourse: null,
    flag: flagFor(standards, seconds),
  };
};

/** A relay for every full `size` (4, or 8 with reserves) of each team, A, B, C at most, in the order the swimmers come. */
export const relayEntries = (
  random: Random,
  race: Race,
  swimmers: Swimmer[],
  size: number,
): Unseeded[] => {
  const teams = Map.groupBy(swimmers, (swimmer) => swimmer.team);
  return [...teams].flatMap(([team, members]) =>
    ['A', 'B', 'C'].flatMap((letter, index) => {
      const legs = members.slice(index * size, index * size + size);
      if (legs.length < size) return [];
      const age = Math.min(...legs.map((leg) => leg.age));
      const seconds = swimSeconds(race.distance, race.stroke, age, random.next());
      const exhibition = letter !== 'A' && random.chance(0.4);
      return [
        {
          team,
          swimmer: null,
          relay: { letter, legs },
          seconds,
          exhibition,
          seedCourse: null,
          flag: null,
        },
      ];
    }),
  );
};

/** Lanes from the middle outwards, fastest first: 4, 5, 3, 6, … */
const laneOrder = (lanes: number): number[] =>
  Array.from({ length: lanes }, (_, index) => {
    const middle = Math.ceil(lanes / 2);
    return index % 2 ? middle + (index + 1) / 2 : middle - index / 2;
  });

/** Slowest heat first, as Meet Manager seeds timed finals. `start` is filled in by the timeline. */
export const seedHeats = (entries: Unseeded[], lanes: number, firstLane = 1): MeetHeat[] => {
  const fastestFirst = entries.toSorted(
    (a, b) => (a.seconds ?? Infinity) - (b.seconds ?? Infinity),
  );
  const count = Math.ceil(entries.length / lanes);
  const order = laneOrder(lanes);
  return Array.from({ length: count }, (_, index) => {
    const from = (count - 1 - index) * lanes;
    const swum = fastestFirst.slice(from, from + lanes);
    const placed = swum.map((entry, place) => ({
      ...entry,
      lane: (order[place] ?? 0) + firstLane - 1,
    }));
    return {
      number: index + 1,
      firstLane,
      lanes,
      start: '',
      round: null,
      inner: null,
      entries: placed.sort((a, b) => a.lane - b.lane),
    };
  });
};
