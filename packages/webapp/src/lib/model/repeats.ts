/** Where else a race stands, and what another sheet says instead of it. */
import type { ResultsResponse, SwimEvent } from '@heatsync/shared';

export type Spot = { filename: string; page: number };
export type Repeats = {
  /** Later sheets that say the same. */
  also: Spot[];
  /** A sheet that says another heat or lane for the same race. */
  instead: (Spot & Pick<SwimEvent, 'heatNumber' | 'lane'>) | null;
};

/** By race id; races that stand once are not in it. */
export const repeatsOf = ({ sources }: ResultsResponse): Map<string, Repeats> => {
  const all = sources.flatMap(({ filename, events }) =>
    events.map((race) => ({ race, spot: { filename, page: race.page } })),
  );
  const copies = Map.groupBy(all, ({ race }) => race.duplicateOf);
  const byId = new Map(all.map((one) => [one.race.id, one]));
  return new Map(
    all.flatMap(({ race }) => {
      const also = (copies.get(race.id) ?? []).map(({ spot }) => spot);
      const other = race.conflictsWith === null ? undefined : byId.get(race.conflictsWith);
      const instead = other
        ? { ...other.spot, heatNumber: other.race.heatNumber, lane: other.race.lane }
        : null;
      return also.length > 0 || instead ? [[race.id, { also, instead }] as const] : [];
    }),
  );
};
