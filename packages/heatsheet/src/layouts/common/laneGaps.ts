/** Lanes between two others that do not stand in their heat: cut out, or never printed. */
import type { Entry, Heat } from '../../types.ts';
import { median } from './median.ts';

/** More than this of a row's height and its gap is room for another row. */
const ROOM = 0.75;

type Pair = [above: Entry, below: Entry];

const pairsOf = ({ entries }: Heat): Pair[] => {
  const inLanes = entries.filter(({ lane, note }) => lane !== null && note !== 'alternate');
  const sorted = inLanes.toSorted((a, b) => (a.lane ?? 0) - (b.lane ?? 0));
  return sorted.slice(1).flatMap((below, i): Pair[] => {
    const above = sorted[i];
    return above ? [[above, below]] : [];
  });
};

const isNext = ([above, below]: Pair): boolean => (below.lane ?? 0) - (above.lane ?? 0) <= 1;

const bottomOf = ({ box, relay }: Entry): number =>
  Math.max(box[3], ...(relay?.legs ?? []).map((leg) => leg.box[3]));

const gapOf = ([above, below]: Pair): number => below.box[1] - bottomOf(above);

/**
 * Whether in a heat's gaps between lanes there is room for what lacks, or a page ends in them. Where the rows of lanes 3 and 5 are as
 * close as those of 3 and 4 elsewhere, nobody was ever printed in lane 4.
 */
export const hasRoomInGaps = (heats: Heat[]): ((heat: Heat) => boolean) => {
  const pairs = heats.flatMap(pairsOf).filter((pair) => isNext(pair));
  const together = pairs.filter(([above, below]) => above.page === below.page);
  const usual = median(together.map(gapOf));
  const height = median(together.map(([, { box }]) => box[3] - box[1]));
  return (heat) =>
    together.length === 0 ||
    pairsOf(heat).some((pair) => {
      const [above, below] = pair;
      const apart = above.page !== below.page || gapOf(pair) > usual + ROOM * (height + usual);
      return !isNext(pair) && apart;
    });
};
