/** Where else a race stands, and what another sheet says instead of it. */
import { otherPlaces, type OtherPlace, type ResultsResponse } from '@heatsync/shared';

export type Spot = Pick<OtherPlace, 'filename' | 'page'>;
export type Repeats = {
  /** Later sheets that say the same. */
  also: Spot[];
  /** A sheet that says another heat or lane for the same race. */
  instead: OtherPlace | null;
};

/** By race id; races that stand once are not in it. */
export const repeatsOf = (results: ResultsResponse): Map<string, Repeats> => {
  const all = results.sources.flatMap(({ filename, events }) =>
    events.map((race) => ({ race, spot: { filename, page: race.page } })),
  );
  const copies = Map.groupBy(all, ({ race }) => race.duplicateOf);
  const contradictions = otherPlaces(results);
  return new Map(
    all.flatMap(({ race: { id } }) => {
      const also = (copies.get(id) ?? []).map(({ spot }) => spot);
      const instead = contradictions.get(id) ?? null;
      return also.length > 0 || instead ? [[id, { also, instead }] as const] : [];
    }),
  );
};
