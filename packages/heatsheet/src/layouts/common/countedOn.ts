/** Heats of an event count on from 1, each once, also where no "of 4" says how many there are. */
import type { Heat, SheetEvent, Warning } from '../../types.ts';
import type { Building, HeatHeading } from './building.ts';
import { missingFrom } from './shownLanes.ts';

/** Where a heat of an event is opened a second time. */
export type Repeated = { event: SheetEvent; page: number };
type Counted = Building & { repeated: Repeated[] };

/** Notes a heat that comes again, but for a page's top: it belongs to an event whose header is missing. */
export const noteRepeatedHeat = (state: Counted, { number, round }: HeatHeading): void => {
  const { event, lines, page } = state;
  const same = event?.heats.find((heat) => heat.number === number && heat.round === round);
  const goesOn = same === event?.heats.at(-1) && lines.at(-1)?.role === 'event_header';
  if (event && same && number !== null && !goesOn) state.repeated.push({ event, page });
};

const missingHeats = (heats: Heat[]): number[] =>
  missingFrom(
    heats.flatMap(({ number }) => number ?? []),
    1,
  );

/** Whether between an event's heats, or before them, some are missing. */
export const isGappy = ({ heats }: SheetEvent): boolean => missingHeats(heats).length > 0;

/** Heats that come twice, and those of the events that `lack` some. */
export const countedOnDoubts = (
  { repeated, events }: Counted,
  lacks: (event: SheetEvent) => boolean,
): Warning[] => [
  ...repeated.map(({ event, page }): Warning => {
    const text = `Event ${event.number}: a heat comes twice; perhaps another event's header is missing.`;
    return { reason: 'heats_of', page, text };
  }),
  ...events.filter(lacks).map(({ number, page, heats }): Warning => {
    const missing = missingHeats(heats);
    const text = `Event ${number}: ${heats.length ? `heat ${missing.join(', ')}` : 'every heat'} is missing.`;
    return { reason: 'heats_of', page, text };
  }),
];
