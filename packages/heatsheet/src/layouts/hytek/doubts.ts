/** What does not add up in a Meet Manager sheet and only its own layout can see. */
import type { Heat, Warning } from '../../types.ts';
import type { State } from './state.ts';

/** A sheet prints its empty lanes if so many of its heats show the same lanes. */
const SAME_LANES = 0.8;
const MIN_HEATS = 5;

const missingFrom = (numbers: number[], from: number): number[] => {
  const all = new Set(numbers);
  const last = Math.max(from - 1, ...numbers);
  return Array.from({ length: last - from + 1 }, (_, i) => from + i).filter((n) => !all.has(n));
};

/** Heats without "of N" (finals by letter, events swum together) still count from 1. */
const heatDoubts = ({ events, together }: State): Warning[] => {
  const paired = new Set(together.flat());
  const groups = [...together, ...events.filter((one) => !paired.has(one)).map((one) => [one])];
  return groups.flatMap((group) => {
    const heats = group.flatMap((event) => event.heats).filter((heat) => heat.number !== null);
    const [event] = group;
    if (!event || heats.some((heat) => heat.of !== null)) return [];
    const missing = missingFrom(
      heats.map((heat) => heat.number ?? 0),
      1,
    );
    const text = `Event ${event.number}: heat ${missing.join(', ')} is missing.`;
    return missing.length ? [{ reason: 'heats_of' as const, page: event.page, text }] : [];
  });
};

const listed = (lanes: number[]): string => [...new Set(lanes)].toSorted((a, b) => a - b).join(' ');

/** What lanes each heat shows, with an entry or empty. */
const lanesByHeat = ({ emptyLanes, events }: State) =>
  events.flatMap((event) =>
    event.heats
      .filter((heat) => heat.number !== null)
      .map((heat) => ({ event, heat, lanes: listed(lanesOf(heat, emptyLanes)) })),
  );

const lanesOf = (heat: Heat, empty: State['emptyLanes']): number[] => [
  ...heat.entries.filter(({ note }) => note !== 'alternate').flatMap(({ lane }) => lane ?? []),
  ...(empty.get(heat) ?? []),
];

/** Where empty lanes are printed, every heat of an event shows the same ones. */
const laneDoubts = (state: State): Warning[] => {
  const shown = lanesByHeat(state);
  const counts = [...Map.groupBy(shown, ({ lanes }) => lanes).values()].map(({ length }) => length);
  const usual = Math.max(0, ...counts) / Math.max(shown.length, 1);
  const printsAll = state.emptyLanes.size > 0 || (shown.length >= MIN_HEATS && usual >= SAME_LANES);
  if (!printsAll) return [];
  const byEvent = [...Map.groupBy(shown, ({ event }) => event).values()];
  return byEvent.flatMap((heats) => {
    const all = listed(heats.flatMap(({ lanes }) => lanes.split(' ').map(Number)));
    const whole = all.split(' ').map(Number);
    const hasGap = missingFrom(whole, whole[0] ?? 1).length > 0;
    return heats
      .filter(({ lanes }) => lanes !== all || hasGap)
      .map(({ event, heat, lanes }) => ({
        reason: 'lanes_once' as const,
        page: heat.page,
        text: `Event ${event.number}, heat ${heat.number}: only lanes ${lanes} stand there.`,
      }));
  });
};

/** A page-top header that comes first of all continues something that is not there. */
const beginningDoubts = ({ beginsInside, events }: State): Warning[] =>
  beginsInside
    ? [
        {
          reason: 'events_run_on',
          page: 1,
          text: `The sheet begins inside event ${events[0]?.number ?? ''}.`,
        },
      ]
    : [];

/** A relay's row read under the columns of single swimmers: its own column header is missing. */
const columnDoubts = ({ events }: State): Warning[] =>
  events
    .filter((event) => event.relay)
    .flatMap((event) => event.heats.flatMap((heat) => heat.entries))
    .filter((entry) => entry.relay === null)
    .map(({ page, line }) => ({ reason: 'rows_explained', page, text: line }));

export const doubtsOf = (state: State): Warning[] => [
  ...heatDoubts(state),
  ...laneDoubts(state),
  ...beginningDoubts(state),
  ...columnDoubts(state),
];
