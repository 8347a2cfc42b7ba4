/** Event numbers count on, by one or (girls' and boys' pools) by two. */
import type { Reading } from '../layouts/layout.ts';
import type { Place, SheetEvent, Warning } from '../types.ts';
import { numbersPages } from './pageNumbers.ts';

/** Fewer events than this have no habit that could be broken. */
const MIN_EVENTS = 6;
/** A wider gap lies between two blocks of numbers; where no session is named, perhaps between two sessions. */
const MAX_MISSING = 12;
const MAX_MISSING_UNNAMED = 3;
/** More gaps than this share, and the session never held all numbers. */
const MAX_GAPS = 0.15;
/** Events without age groups leave out the diving between them. */
const MAX_DIVING = 2;

/** Numbers in the order printed, cut where they go back: two pools, or an event's second flight. */
const risingRuns = (numbers: number[]): number[][] => {
  const runs: number[][] = [];
  for (const number of numbers) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && number > last) runs.at(-1)?.push(number);
    else runs.push([number]);
  }
  return runs;
};

const mostCommon = (values: number[]): number => {
  const counts = [...Map.groupBy(values, (value) => value)];
  return counts.reduce((most, one) => (one[1].length > most[1].length ? one : most))[0];
};

/** The first and last missing number of each gap. */
const gapsOf = (
  run: number[],
  printed: Set<number>,
  { most, few }: { most: number; few: number },
): [number, number][] => {
  const steps = run.slice(1).map((number, i) => number - (run[i] ?? 0));
  const step = mostCommon(steps);
  const gaps = run.slice(1).flatMap((number, i): [number, number][] => {
    const missing = (steps[i] ?? 0) / step - 1;
    const from = (run[i] ?? 0) + step;
    return missing > 0 && missing <= most && !printed.has(from) ? [[from, number - step]] : [];
  });
  return gaps.length > Math.max(few, run.length * MAX_GAPS) ? [] : gaps;
};

/** A finals session holds the events that have finals. */
const isFinals = (events: SheetEvent[], title: string): boolean =>
  /final/i.test(title) ||
  events.some(({ heats }) => heats.some(({ round }) => / - Final/.test(round ?? '')));

/** Other software than Meet Manager prints finals among the events, of those alone that have some. */
const withoutFinals = (events: SheetEvent[]): SheetEvent[] =>
  events.filter(({ round }) => !/fina[lł]|финал|endlauf/i.test(round ?? ''));

const plainNumbers = (events: SheetEvent[]): number[] => [
  ...new Set(
    events.filter(({ number }) => /^\d+$/.test(number)).map(({ number }) => Number(number)),
  ),
];

/** An event that stands within so many heights of its header below another's last row follows it: between them nothing was cut out. */
const CLOSE = 4;
/** Rows of one column begin this near to each other. */
const SAME_COLUMN = 60;

/** The first number of an event's header; a day may stand on the next line. */
const NUMBER = /^(?!\d+[./-]\d)\D*(\d+)/;

const placesOf = ({ events, lines }: Reading): Map<number, Place[]> => {
  const entries = events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));
  const legs = entries.flatMap(({ relay }) => relay?.legs ?? []);
  const body = lines.filter(({ role }) => role !== 'page_header' && role !== 'footer');
  return Map.groupBy([...entries, ...legs, ...body], ({ page }) => page);
};

const topOf = ({ box }: Place): number => box[1];

/** Where a page's body begins, and where those of most begin. */
const topsOf = (places: Map<number, Place[]>): Map<number, number> =>
  new Map([...places].map(([page, own]) => [page, Math.min(...own.map(topOf))]));

/**
 * Whether an event's header stands close below other rows of its column: who prints a sheet leaves out what nobody entered. Where
 * columns do not go on with events, so `onTop` of a page: what lacks below the page before, its own room shows.
 */
const followsRows = (reading: Reading): ((event: SheetEvent, onTop: boolean) => boolean) => {
  const places = placesOf(reading);
  const tops = topsOf(places);
  const usual = Math.min(...tops.values());
  return ({ number, page }, onTop) => {
    const header = reading.lines.find(
      (line) =>
        line.role === 'event_header' &&
        line.page === page &&
        NUMBER.exec(line.line)?.[1] === number,
    );
    if (!header) return false;
    const [left, top, , bottom] = header.box;
    const room = CLOSE * (bottom - top);
    if (onTop && top === tops.get(page)) return top - usual < room;
    return (places.get(page) ?? []).some(({ box: [x, , , end] }) => {
      const near = Math.abs(x - left) < SAME_COLUMN && end < bottom - 1;
      return near && top - end < room;
    });
  };
};

/** Events that are missing in the middle of a session. */
const missingInside = (reading: Reading): Warning[] => {
  const { events, sessions, software } = reading;
  const isMeetManager = software === 'hytek';
  const follows = followsRows(reading);
  const numbered = numbersPages(reading);
  const printed = new Set(plainNumbers(events));
  return [...Map.groupBy(events, ({ session }) => session)].flatMap(([key, own]) => {
    const title = sessions.find((session) => session.key === key)?.title ?? '';
    if (isFinals(own, title)) return [];
    const most = title && !/\ball\b/i.test(title) ? MAX_MISSING : MAX_MISSING_UNNAMED;
    const open = isMeetManager && own.every(({ ages }) => ages === null);
    return risingRuns(plainNumbers(isMeetManager ? own : withoutFinals(own)))
      .filter((run) => run.length >= MIN_EVENTS)
      .flatMap((run) => gapsOf(run, printed, { most, few: isMeetManager ? 0 : 1 }))
      .filter(([from, to]) => !open || to - from >= MAX_DIVING)
      .flatMap(([from, to]): Warning[] => {
        const text =
          from === to ? `Event ${from} is missing.` : `Events ${from} to ${to} are missing.`;
        const after = own.find(({ number }) => Number(number) > to);
        // Without numbers on its pages, a whole one may be missing: that holds several events.
        const onTop = !isMeetManager && (numbered || from === to);
        return after && follows(after, onTop)
          ? []
          : [{ reason: 'events_run_on', page: after?.page ?? 1, text }];
      });
  });
};

/** So many sessions, all but one of which go on where the one before ended, show what that one lacks. */
const MIN_SESSIONS = 5;

/** Events that are missing between two sessions. */
const sessionsRunOn = (sessions: SheetEvent[][]): Warning[] => {
  const ends = sessions.map((own) => {
    const numbers = plainNumbers(own);
    return { first: Math.min(...numbers), last: Math.max(...numbers), page: own[0]?.page ?? 1 };
  });
  const gaps = ends.slice(1).filter(({ first }, i) => first !== (ends[i]?.last ?? 0) + 1);
  const [gap, ...others] = gaps;
  if (!gap || others.length > 0 || sessions.length < MIN_SESSIONS) return [];
  const before = ends[ends.indexOf(gap) - 1]?.last ?? 0;
  if (gap.first <= before) return [];
  const text = `A session begins with event ${gap.first}, the one before ends with ${before}.`;
  return [{ reason: 'events_run_on', page: gap.page, text }];
};

/** Events that are missing in the middle of a session, by the numbers around them, or between two. */
export const eventsRunOn = (reading: Reading): Warning[] => {
  const bySession = [...Map.groupBy(reading.events, ({ session }) => session).values()];
  const between = reading.software === 'hytek' ? sessionsRunOn(bySession) : [];
  return [...missingInside(reading), ...between];
};
