/** How a session's events are printed: cut in two, swum together, ranked, lettered. */
import { withCombined } from './combined.ts';
import type { MeetEvent } from './types.ts';

export type Shapes = Record<
  'combined' | 'lettered' | 'flights' | 'deckSeeded' | 'withFinals',
  boolean
>;

/** Cuts an event in two: the second half of its heats is swum, and printed, three events later. */
const inFlights = (events: MeetEvent[]): MeetEvent[] => {
  const order = events.flatMap((event, index) => {
    const half = Math.ceil(event.heats.length / 2);
    if (index % 5 !== 1 || event.heats.length < 2 || event.combined || event.lettered)
      return [{ event, at: index }];
    return [
      { event: { ...event, heats: event.heats.slice(0, half) }, at: index },
      { event: { ...event, heats: event.heats.slice(half) }, at: index + 3.5 },
    ];
  });
  return order.sort((a, b) => a.at - b.at).map(({ event }) => event);
};

/** The last single event that is printed in one piece. */
const lastPlain = (events: MeetEvent[]): MeetEvent | undefined =>
  events.findLast(
    (event) =>
      !event.relay &&
      !event.combined &&
      event.heats.length > 0 &&
      events.filter(({ number }) => number === event.number).length === 1,
  );

const changed = (events: MeetEvent[], one: MeetEvent | undefined, change: Partial<MeetEvent>) =>
  events.map((event) => (event === one ? { ...event, ...change } : event));

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const asLettered = (event: MeetEvent): MeetEvent => ({
  ...event,
  lettered: true,
  heats: event.heats.map((heat, index) => ({
    ...heat,
    round: `${LETTERS[event.heats.length - 1 - index]} - Final`,
  })),
});

const withLettered = (events: MeetEvent[]): MeetEvent[] =>
  events.map((event, index) =>
    index % 3 === 0 && !event.relay && !event.combined && event.heats.length < 9
      ? asLettered(event)
      : event,
  );

/** What the options make of a session's events, before they are timed. */
export const shaped = (events: MeetEvent[], settings: Shapes): MeetEvent[] => {
  let shapes = settings.combined ? withCombined(events) : events;
  if (settings.lettered) shapes = withLettered(shapes);
  if (settings.flights) shapes = inFlights(shapes);
  if (settings.deckSeeded) shapes = changed(shapes, lastPlain(shapes), { deckSeeded: true });
  if (!settings.withFinals) return shapes;
  const plain = shapes.filter((event) => !event.deckSeeded && !event.lettered);
  const chosen = shapes.find((event) => event.combined) ?? lastPlain(plain);
  return changed(shapes, chosen, { withFinals: true });
};
