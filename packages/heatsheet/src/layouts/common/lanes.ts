/** Lanes that should stand in a heat and do not. */
import { isDiving } from '../../eventNames.ts';
import type { Heat, SheetEvent, Warning } from '../../types.ts';
import { hasRoomInGaps } from './laneGaps.ts';
import { isSeededShort, seedsShort, shortHeats } from './seededShort.ts';
import {
  isAll,
  lanesByHeat,
  listed,
  missingFrom,
  mostShown,
  numbersIn,
  sizeOf,
  type Lanes,
  type Shown,
} from './shownLanes.ts';

/** A sheet prints its empty lanes if so many of its heats show the same lanes. */
const SAME_LANES = 0.8;
const MIN_HEATS = 5;

export const noteEmptyLane = ({ emptyLanes }: Lanes, heat: Heat, lane: number): void => {
  emptyLanes.set(heat, [...(emptyLanes.get(heat) ?? []), lane]);
};

/** Whether most heats show the same lanes. */
const areAlike = (heats: Shown[]): boolean => {
  const [, same = []] = mostShown(heats);
  return heats.length >= MIN_HEATS && same.length >= heats.length * SAME_LANES;
};

/** Whether empty lanes are printed: one tells it where `always`, else they must fill most heats that have some. */
const printsEmptyLanes = (heats: Shown[], { emptyLanes }: Lanes, always: boolean): boolean => {
  if (always) return emptyLanes.size > 0 || (areAlike(heats) && !seedsShort(heats));
  const [usual = ''] = mostShown(heats);
  const lanes = numbersIn(usual).length;
  const open = heats.filter(({ heat }) => heat.entries.length < lanes);
  const filled = open.filter(({ heat }) => emptyLanes.has(heat));
  return filled.length >= Math.max(MIN_HEATS, open.length * SAME_LANES);
};

/** Of heats with a gap between their lanes, more than a few of these shows that gaps are usual: somebody was scratched. */
const FEW = 2;
const FEW_OF_ALL = 0.1;

const doubt = ({ event, heat, lanes }: Shown): Warning => ({
  reason: 'lanes_once',
  page: heat.page,
  text: `Event ${event.number}, heat ${heat.number}: only lanes ${lanes} stand there.`,
});

/** Whose swimmers were withdrawn after the heats were set, and stand above them. */
const hasWithdrawn = ({ heats }: SheetEvent): boolean =>
  heats.some(({ entries }) => entries.some(({ note }) => note === 'withdrawn'));

/** Where empty lanes are not printed: heats are filled from the middle, so one without a lane between two others is rare. */
const gapDoubts = (heats: Shown[]): Warning[] => {
  const hasRoom = hasRoomInGaps(heats.map(({ heat }) => heat));
  const gaps = heats.filter(
    ({ event, heat, lanes }) =>
      lanes !== '' && !isAll(numbersIn(lanes)) && !hasWithdrawn(event) && hasRoom(heat),
  );
  return gaps.length <= Math.max(FEW, heats.length * FEW_OF_ALL) ? gaps.map(doubt) : [];
};

/** Where empty lanes are printed, every heat of an event shows the same ones, and all of them. */
const cutDoubts = (shown: Shown[]): Warning[] => {
  const byEvent = [...Map.groupBy(shown, ({ event }) => event).values()];
  return byEvent.flatMap((heats) => {
    const all = listed(heats.flatMap(({ lanes }) => numbersIn(lanes)));
    const hasGap = !isAll(numbersIn(all));
    return heats.filter(({ lanes }) => lanes !== all || hasGap).map(doubt);
  });
};

/** Nine of ten heats of a session show the same lanes: then one of fewer lanes lacks some. */
const NEARLY_ALL = 0.9;

/** How many lanes each heat must show: in a sheet of few heats all, else as many as nearly all of its session. */
const usualSize = (heats: Shown[], isTiny: boolean): number => {
  if (isTiny) return Math.max(...heats.map(sizeOf));
  const [usual = '', same = []] = mostShown(heats);
  const isUsual = same.length >= Math.max(MIN_HEATS, heats.length * NEARLY_ALL);
  return isUsual ? new Set(numbersIn(usual)).size : 0;
};

const shortDoubts = (shown: Shown[]): Warning[] => {
  const bySession = [...Map.groupBy(shown, ({ event }) => event.session).values()];
  return bySession.flatMap((heats) => {
    const size = usualSize(heats, shown.length < MIN_HEATS);
    return heats.filter((heat) => sizeOf(heat) < size).map(doubt);
  });
};

/** Where only seeding leaves heats short, one between the first and the last of its event lacks somebody. */
const betweenDoubts = (shown: Shown[]): Warning[] =>
  areAlike(shown) && seedsShort(shown)
    ? shortHeats(shown)
        .filter((heat) => !isSeededShort(heat))
        .map(doubt)
    : [];

const swimDoubts = (shown: Shown[], state: Lanes, always: boolean): Warning[] => {
  if (!printsEmptyLanes(shown, state, always)) {
    const gaps = gapDoubts(shown);
    return gaps.length > 0 || !always ? gaps : betweenDoubts(shown);
  }
  const cut = cutDoubts(shown);
  return cut.length > 0 ? cut : shortDoubts(shown);
};

/**
 * Heats in which lanes do not stand though the sheet shows that they should. `always` where one empty lane tells that all are
 * printed; other sheets print one only where somebody was withdrawn.
 */
export const laneDoubts = (state: Lanes, always: boolean): Warning[] => {
  const shown = lanesByHeat(state);
  const dives = ({ event }: Shown) => isDiving(event.name);
  const gaps = shown
    .filter(dives)
    .filter(({ lanes }) => lanes !== '' && missingFrom(numbersIn(lanes), 1).length);
  return [
    ...gaps.map(doubt),
    ...swimDoubts(
      shown.filter((heat) => !dives(heat)),
      state,
      always,
    ),
  ];
};
