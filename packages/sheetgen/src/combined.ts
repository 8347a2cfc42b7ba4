/** Two events swum together: "Event 21 / 22 Girls / Boys 13-14 800 Free". */
import type { MeetEvent, MeetHeat } from './types.ts';

const SHORT: [RegExp, string][] = [
  [/ (LC Meter|SC Meter|Yard)\b/, ''],
  [/\bFreestyle\b/, 'Free'],
  [/\bBackstroke\b/, 'Back'],
  [/\bBreaststroke\b/, 'Breast'],
  [/\bButterfly\b/, 'Fly'],
];

/** "Girls 13-14 800 LC Meter Freestyle" → "Girls 13-14 800 Free". */
const shortName = (name: string): string =>
  SHORT.reduce((text, [long, short]) => text.replace(long, short), name);

const withoutSex = (name: string): string => name.replace(/^\S+ /, '');

/** The heats of both by turns, numbered on; each knows its number in its own event. */
const byTurns = (first: MeetEvent, second: MeetEvent): MeetHeat[] => {
  const own = [first, second].map(({ heats }, event) =>
    heats.map((heat) => ({ ...heat, inner: { event: event as 0 | 1, number: heat.number } })),
  );
  const [ours = [], theirs = []] = own;
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => [
    ...ours.slice(index, index + 1),
    ...theirs.slice(index, index + 1),
  ])
    .flat()
    .map((heat, index) => ({ ...heat, number: index + 1 }));
};

const combine = (first: MeetEvent, second: MeetEvent): MeetEvent => {
  const [one, two] = [shortName(first.name), shortName(second.name)];
  const printedName = `${one.split(' ')[0]} / ${two.split(' ')[0]} ${withoutSex(one)}`;
  const heats = byTurns(first, second);
  return {
    ...first,
    name: one,
    combined: { number: second.number, name: two, printedName },
    heats,
    of: heats.length,
    alternates: [],
  };
};

const areTwins = (a: MeetEvent, b: MeetEvent): boolean =>
  a.sex === 'female' &&
  b.sex === 'male' &&
  !a.relay &&
  a.heats.length > 0 &&
  b.heats.length > 0 &&
  withoutSex(a.name) === withoutSex(b.name);

/** The first two events in a row that girls and boys swim alike become one. */
export const withCombined = (events: MeetEvent[]): MeetEvent[] => {
  const at = events.findIndex((event, index) => {
    const next = events[index + 1];
    return next !== undefined && areTwins(event, next);
  });
  const [first, second] = events.slice(at, at + 2);
  if (at < 0 || !first || !second) return events;
  return [...events.slice(0, at), combine(first, second), ...events.slice(at + 2)];
};
