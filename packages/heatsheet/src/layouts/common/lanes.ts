/** Lanes that should stand in a heat and do not. */
import { isDiving } from '../../eventNames.ts';
import type { Heat, SheetEvent, Warning } from '../../types.ts';
import { hasRoomInGaps } from './laneGaps.ts';

/** The lanes that a heat shows without an entry. */
export type EmptyLanes = Map<Heat, number[]>;
type Lanes = { events: SheetEvent[]; emptyLanes: EmptyLanes };

/** A sheet prints its empty lanes if so many of its heats show the same lanes. */
const SAME_LANES = 0.8;
const MIN_HEATS = 5;

/** Numbers between `from` and the last that are not there. */
export const missingFrom = (numbers: number[], from: number): number[] => {
  const all = new Set(numbers);
  const last = Math.max(from - 1, ...numbers);
  return Array.from({ length: last - from + 1 }, (_, i) => from + i).filter((n) => !all.has(n));
};

export const noteEmptyLane = ({ emptyLanes }: Lanes, heat: Heat, lane: number): void => {
  emptyLanes.set(heat, [...(emptyLanes.get(heat) ?? []), lane]);
};

const listed = (lanes: number[]): string => [...new Set(lanes)].toSorted((a, b) => a - b).join(' ');

/** What lanes each heat shows, with an entry or empty. */
const lanesByHeat = ({ emptyLanes, events }: Lanes) =>
  events.flatMap((event) =>
    event.heats
      .filter((heat) => heat.number !== null)
      .map((heat) => ({ event, heat, lanes: listed(lanesOf(heat, emptyLanes)) })),
  );

const lanesOf = (heat: Heat, empty: EmptyLanes): number[] => [
  ...heat.entries.filter(({ note }) => note !== 'alternate').flatMap(({ lane }) => lane ?? []),
  ...(empty.get(heat) ?? []),
];

const isAll = (numbers: number[]): boolean =>
  missingFrom(numbers, Math.min(...numbers)).length === 0;

const numbersIn = (lanes: string): number[] => lanes.split(' ').map(Number);

type Shown = ReturnType<typeof lanesByHeat>[number];

/** The lanes that most heats show, and those heats. */
const mostShown = (heats: Shown[]): [string, Shown[]] | [] =>
  [...Map.groupBy(heats, ({ lanes }) => lanes)].toSorted((a, b) => b[1].length - a[1].length)[0] ??
  [];

/** Whether empty lanes are printed: one tells it where `always`, else they must fill most heats that have some. */
const printsEmptyLanes = (heats: Shown[], { emptyLanes }: Lanes, always: boolean): boolean => {
  if (always && emptyLanes.size > 0) return true;
  const [usual = '', same = []] = mostShown(heats);
  if (always) return heats.length >= MIN_HEATS && same.length >= heats.length * SAME_LANES;
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

const sizeOf = ({ lanes }: Shown): number => numbersIn(lanes).length;

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

const swimDoubts = (shown: Shown[], state: Lanes, always: boolean): Warning[] => {
  if (!printsEmptyLanes(shown, state, always)) return gapDoubts(shown);
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
