/** What lanes each heat of a sheet shows. */
import type { Heat, SheetEvent } from '../../types.ts';

/** The lanes that a heat shows without an entry. */
export type EmptyLanes = Map<Heat, number[]>;
export type Lanes = { events: SheetEvent[]; emptyLanes: EmptyLanes };

/** Numbers between `from` and the last that are not there. */
export const missingFrom = (numbers: number[], from: number): number[] => {
  const all = new Set(numbers);
  const last = Math.max(from - 1, ...numbers);
  return Array.from({ length: last - from + 1 }, (_, i) => from + i).filter((n) => !all.has(n));
};

/** "1 2 3", each once. */
export const listed = (lanes: number[]): string =>
  [...new Set(lanes)].toSorted((a, b) => a - b).join(' ');

/** What lanes each heat shows, with an entry or empty. */
export const lanesByHeat = ({ emptyLanes, events }: Lanes) =>
  events.flatMap((event) =>
    event.heats
      .filter((heat) => heat.number !== null)
      .map((heat) => ({ event, heat, lanes: listed(lanesOf(heat, emptyLanes)) })),
  );

const lanesOf = (heat: Heat, empty: EmptyLanes): number[] => [
  ...heat.entries.filter(({ note }) => note !== 'alternate').flatMap(({ lane }) => lane ?? []),
  ...(empty.get(heat) ?? []),
];

export const isAll = (numbers: number[]): boolean =>
  missingFrom(numbers, Math.min(...numbers)).length === 0;

export const numbersIn = (lanes: string): number[] => lanes.split(' ').map(Number);

export type Shown = ReturnType<typeof lanesByHeat>[number];

/** The lanes that most heats show, and those heats. */
export const mostShown = (heats: Shown[]): [string, Shown[]] | [] =>
  [...Map.groupBy(heats, ({ lanes }) => lanes)].toSorted((a, b) => b[1].length - a[1].length)[0] ??
  [];

export const sizeOf = ({ lanes }: Shown): number => numbersIn(lanes).length;
