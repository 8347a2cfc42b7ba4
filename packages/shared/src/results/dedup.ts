import type { SwimEvent } from '../types.ts';

type Race = Pick<
  SwimEvent,
  | 'id'
  | 'personKey'
  | 'sessionDate'
  | 'eventNumber'
  | 'eventName'
  | 'round'
  | 'heatNumber'
  | 'lane'
  | 'duplicateOf'
  | 'conflictsWith'
>;

/** How many races these lines of sheets are: one that sheets repeat, or contradict each other about, is one race. */
export const distinctRaces = (
  lines: readonly Pick<Race, 'id' | 'duplicateOf' | 'conflictsWith'>[],
): number => {
  const shown = lines.filter(({ duplicateOf }) => duplicateOf === null);
  const ids = new Set(shown.map(({ id }) => id));
  const pairs = shown.flatMap(({ id, conflictsWith: other }) =>
    other !== null && ids.has(other) ? [[id, other].toSorted().join(' ')] : [],
  );
  return shown.length - new Set(pairs).size;
};

/** One person's swim of one event in one round on one day. */
const raceKey = (race: Race): string =>
  JSON.stringify([
    race.personKey,
    race.sessionDate,
    race.eventNumber,
    race.eventName,
    race.round,
    race.heatNumber === null,
  ]);

const samePlace = (a: Race, b: Race): boolean => a.heatNumber === b.heatNumber && a.lane === b.lane;

/**
 * Marks, in sheets in their order, each race that an earlier sheet has too: with the same heat and
 * lane it is a duplicate, with another one the two contradict each other and both say so.
 */
export const markRepeats = <T extends Race>(sheets: T[][]): T[][] => {
  const seen = new Map<string, T[]>();
  const conflicts = new Map<string, string>();
  const marked = sheets.map((races) => {
    const fresh = races.map((race) => {
      const earlier = seen.get(raceKey(race)) ?? [];
      const same = earlier.find((other) => samePlace(other, race));
      const other = same ? undefined : earlier[0];
      if (other) conflicts.set(other.id, race.id);
      return { ...race, duplicateOf: same?.id ?? null, conflictsWith: other?.id ?? null };
    });
    for (const race of fresh)
      if (race.duplicateOf === null)
        seen.set(raceKey(race), [...(seen.get(raceKey(race)) ?? []), race]);
    return fresh;
  });
  return marked.map((races) =>
    races.map((race) => ({
      ...race,
      conflictsWith: race.conflictsWith ?? conflicts.get(race.id) ?? null,
    })),
  );
};
