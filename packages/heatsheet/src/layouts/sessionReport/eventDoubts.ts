/** Events of a session report that lack a column, and starts that cannot follow each other. */
import type { SeenEvent, SeenSession } from './state.ts';

/** Cells of a column begin this close to each other, in points. */
const SAME_EDGE = 2;
/** No event has a shorter name or round: "Gi" is left of "Girls 50 Free", "P" of "Prelims". */
const SHORTEST = 4;
const MINUTES_A_DAY = 24 * 60;

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether `later` is before `earlier`; a few hours past midnight are after it. */
const isBefore = (later: string, earlier: string): boolean =>
  (minutesOf(later) - minutesOf(earlier) + MINUTES_A_DAY) % MINUTES_A_DAY > MINUTES_A_DAY / 2;

const mostCommon = (values: number[]): number | null => {
  const groups = [...Map.groupBy(values, (value) => Math.round(value))];
  return groups.toSorted((a, b) => b[1].length - a[1].length)[0]?.[1][0] ?? null;
};

/** Where a page's names begin; null where they are of one piece with the numbers. */
const nameColumn = (page: number, events: SeenEvent[]): number | null =>
  mostCommon(events.flatMap((one) => (one.page === page ? (one.nameEdge ?? []) : [])));

const isElsewhere = (edge: number | null, usual: number | null): boolean =>
  edge !== null && usual !== null && Math.abs(edge - usual) > SAME_EDGE;

const isShort = (text: string | null): boolean => (text ?? '').length < SHORTEST;

const isNameCut = ({ event, page, nameEdge }: SeenEvent, all: SeenEvent[]): boolean =>
  isShort(event.name) || isElsewhere(nameEdge, nameColumn(page, all));

const ROUND =
  /^(?:prelims?|finals?|semis?|semi-?finals?|quarter-?finals?|timed finals?|swim-?offs?|time trials?)(?:-\w)?$/i;

/** A word that no round is called, and that stands nowhere else. */
const isRoundCut = ({ event: { round } }: SeenEvent, all: SeenEvent[]): boolean => {
  if (isShort(round)) return true;
  const alone = all.filter(({ event }) => event.round === round).length === 1;
  return alone && all.length > 1 && !ROUND.test(round ?? '');
};

const others = (more: number): string =>
  more === 0 ? '' : more === 1 ? ', and one more does' : `, and ${more} more do`;

/** Events without the whole of a cell that the table has: a round or name that is cut begins elsewhere. */
const cutEvents = ({ session, events }: SeenSession, all: SeenEvent[]): string[] => {
  const timed = session.start !== null || all.some(({ event }) => event.start !== null);
  const numbered = all.filter(({ hasNumber }) => hasNumber).length * 2 > all.length;
  const round = mostCommon(all.map(({ roundEdge }) => roundEdge));
  const columns: [name: string, lacks: (one: SeenEvent) => boolean][] = [
    ['start', ({ event }) => timed && event.start === null],
    ['round', (one) => isRoundCut(one, all) || isElsewhere(one.roundEdge, round)],
    ['number', ({ hasNumber }) => numbered && !hasNumber],
    ['name', (one) => isNameCut(one, all)],
  ];
  return columns.flatMap(([name, lacks]) => {
    const cut = events.filter(lacks);
    const first = cut[0]?.event.event;
    return first ? [`Event ${first} lacks its ${name}${others(cut.length - 1)}.`] : [];
  });
};

/** Morning or evening, where the report says it everywhere else. */
const halfDoubts = ({ session, events, hasHalf }: SeenSession, all: SeenEvent[]): string[] => {
  if (!all.some((one) => one.hasHalf)) return [];
  const unsaid = events.some((one) => one.event.start !== null && !one.hasHalf);
  return unsaid || (session.start !== null && !hasHalf) ? ['A time lacks its AM or PM.'] : [];
};

/** Starts go back only where a note begins another pool's events. */
const orderDoubts = ({ events }: SeenSession): string[] => {
  const timed = events.filter(({ event }) => event.start !== null);
  return timed.slice(1).flatMap(({ event, after }, index) => {
    const above = timed[index]?.event.start ?? '';
    return after !== 'note' && event.start !== null && isBefore(event.start, above)
      ? [`Event ${event.event} starts at ${event.start}, after one at ${above}.`]
      : [];
  });
};

/** The first event starts with its session, the last one before its finish. */
const edgeDoubts = ({ session, events }: SeenSession): string[] => {
  const { start, finish } = session;
  const [first, last] = [events[0], events.at(-1)?.event.start ?? null];
  const begins = first?.event.start ?? null;
  const late = first?.after === 'break';
  return [
    ...(start !== null && begins !== null && begins !== start && !late
      ? [`It starts at ${start}, its first event at ${begins}.`]
      : []),
    ...(finish !== null && last !== null && isBefore(finish, last)
      ? [`It finishes at ${finish}, its last event starts at ${last}.`]
      : []),
  ];
};

/** A number is one event's: another name beside it, and one of the two lost a figure. */
const numberDoubts = ({ events }: SeenSession): string[] => {
  const names = Map.groupBy(events, ({ event }) => event.event);
  return [...names].flatMap(([number, same]) =>
    new Set(same.map(({ event }) => event.name)).size > 1 ? [`Event ${number} has two names.`] : [],
  );
};

/** What is wrong with a session's events, in words; the report's other sessions show what is usual. */
export const eventDoubts = (seen: SeenSession, sessions: SeenSession[]): string[] => {
  const all = sessions.flatMap(({ events }) => events);
  return [
    ...cutEvents(seen, all),
    ...halfDoubts(seen, all),
    ...orderDoubts(seen),
    ...edgeDoubts(seen),
    ...numberDoubts(seen),
  ];
};
