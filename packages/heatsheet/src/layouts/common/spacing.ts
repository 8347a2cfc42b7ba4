/** Rows that are not there leave a gap: software sets its rows at even distances. */
import { rowDoubt } from '../../checks/rowDoubt.ts';
import type { Warning } from '../../types.ts';
import { withoutEmptyRoom } from './emptyRoom.ts';
import { median } from './median.ts';
import { stepsOn, type Edges, type Printed, type Step } from './rowSteps.ts';

/** More than this of a row's height and its gap is room for another row. */
const ROOM = 0.75;
/** A column may begin a little lower than another. */
const ROOM_ON_TOP = 0.9;
/** Fewer rows, or distances of one sort, show no habit. */
const MIN_ROWS = 12;
const MIN_STEPS = 3;
const MIN_TOPS = 2;
/** More exceptions than this share, and more than a few, are a habit of their own. */
const MOST_GAPS = 0.05;
const FEW = 2;
const MOST_HOLES = 0.02;

const isOnTop = ([step]: Step[]): boolean => step?.pair.startsWith('top') ?? false;

/** Gaps with room for a row where other rows of their kinds stand close together. */
const wideGaps = (steps: Step[], height: number): Step[] => {
  const onTop = isOnTop(steps);
  if (steps.length < (onTop ? MIN_TOPS : MIN_STEPS)) return [];
  const usual = median(steps.map(({ gap }) => gap));
  const room = height * (onTop ? ROOM_ON_TOP : ROOM);
  const wide = steps.filter(({ gap }) => gap > usual + room);
  return wide.length <= Math.max(FEW, steps.length * MOST_GAPS) ? wide : [];
};

export type PageShape = {
  edges?: Edges;
  /** Whether all pages begin at one height, more or less. */
  tops?: boolean;
};

/** A hole in a column has room for more rows than this, beyond the widest distance that is usual. */
const HOLE = 2.5;
const HOLE_ON_TOP = 4;

/** Pages that begin much lower than others. The first one may have a picture on top. */
const emptyTops = (tops: Step[], height: number): Step[] => {
  const usual = Math.min(...tops.map(({ gap }) => gap));
  return tops.filter(({ gap, below }) => below.page > 1 && gap > usual + HOLE_ON_TOP * height);
};

const widest = (pairs: Step[][]): number =>
  Math.max(
    ...pairs
      .filter((same) => same.length >= MIN_STEPS && !isOnTop(same))
      .map((same) => median(same.map(({ gap }) => gap))),
  );

/** Gaps so wide that no distance of the sheet explains them, whatever stands around them; covers and lists of events have others. */
const holes = (pairs: Step[][], rows: Step[], height: number): Step[] => {
  const most = widest(pairs) + HOLE * height;
  const inside = pairs.filter((same) => !isOnTop(same)).flat();
  const wide = inside.filter(({ gap, empty }) => gap - empty * height > most);
  const found = [...wide, ...emptyTops(pairs.filter(isOnTop).flat(), height)].filter(
    ({ below: { page } }) => rows.some(({ below }) => below.page === page),
  );
  return found.length <= Math.max(FEW, inside.length * MOST_HOLES) ? found : [];
};

const inPairs = (steps: Step[]): Step[][] => [...Map.groupBy(steps, ({ pair }) => pair).values()];

/** Places where rows should stand and do not. */
export const spacingDoubts = (printed: Printed, shape: PageShape = {}): Warning[] => {
  const { edges, tops = true } = shape;
  const pairs = inPairs(stepsOn(printed, edges));
  const rows = pairs.find(([step]) => step?.pair === 'row row') ?? [];
  if (rows.length < MIN_ROWS) return [];
  const height = median(rows.map(({ gap, below }) => gap + below.box[3] - below.box[1]));
  const hasEmptyLanes = printed.lines.some(({ role }) => role === 'empty_lane');
  const firm = pairs.filter((same) => !same[0]?.loose && (tops || !isOnTop(same)));
  const rooms = hasEmptyLanes ? firm : inPairs(withoutEmptyRoom(firm.flat(), height));
  const missing = rooms.flatMap((same) => wideGaps(same, height));
  return (missing.length > 0 ? missing : holes(pairs, rows, height)).map(({ below }) =>
    rowDoubt(below, 'A row is missing above'),
  );
};
