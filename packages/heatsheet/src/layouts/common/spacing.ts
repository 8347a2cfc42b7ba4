/** Rows that are not there leave a gap: software sets its rows at even distances. */
import { rowDoubt } from '../../checks/rowDoubt.ts';
import type { Warning } from '../../types.ts';
import { withoutEmptyRoom } from './emptyRoom.ts';
import { median } from './median.ts';
import { stepsOn, type PageShape, type Printed, type Step } from './rowSteps.ts';

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

/** Gaps with room for a row where other rows of their kinds stand close together. */
const wideGaps = (steps: Step[], height: number): Step[] => {
  const onTop = steps[0]?.pair.startsWith('top');
  if (steps.length < (onTop ? MIN_TOPS : MIN_STEPS)) return [];
  const usual = median(steps.map(({ gap }) => gap));
  const room = height * (onTop ? ROOM_ON_TOP : ROOM);
  const wide = steps.filter(({ gap }) => gap > usual + room);
  return wide.length <= Math.max(FEW, steps.length * MOST_GAPS) ? wide : [];
};

/** Places where a row should stand and does not. */
export const spacingDoubts = (printed: Printed, shape: PageShape = {}): Warning[] => {
  const steps = stepsOn(printed, shape);
  const between = steps.filter(({ pair }) => pair === 'row row');
  if (between.length < MIN_ROWS) return [];
  const height = median(between.map(({ gap, below }) => gap + below.box[3] - below.box[1]));
  const hasEmptyLanes = printed.lines.some(({ role }) => role === 'empty_lane');
  const rooms = hasEmptyLanes ? steps : withoutEmptyRoom(steps, height);
  const pairs = [...Map.groupBy(rooms, ({ pair }) => pair).values()];
  return pairs
    .flatMap((same) => wideGaps(same, height))
    .map(({ below }) => rowDoubt(below, 'A row is missing above'));
};
