/** Which fields of a matched entry are right. A field counts where truth or reading has a value. */
import type { ReportEntry } from '../../src/report.ts';
import {
  isBlank,
  isSameAge,
  isSameClock,
  isSameSeed,
  numberOf,
  plain,
  roundOf,
  tight,
} from './same.ts';
import type { Truth, TruthEntry } from './truth.ts';

export const FIELDS = [
  'team',
  'age',
  'seed',
  'rank',
  'round',
  'start',
  'relayLetter',
  'legs',
  'event name',
] as const;
export type Field = (typeof FIELDS)[number];

/** Right and counted. */
export type Score = { right: number; of: number };

export type Names = Map<string | null, string[]>;

/** Every name that an event goes by. */
export const eventNames = (events: Truth['events'] = []): Names => {
  const names: Names = new Map();
  for (const { event, name, nameSeen, nameAlt = [] } of events) {
    const key = numberOf(event);
    const all = [name, nameSeen, ...nameAlt].filter((one) => one !== undefined && one !== '');
    names.set(key, [...(names.get(key) ?? []), ...(all as string[])]);
  }
  return names;
};

const neither = (a: unknown, b: unknown): boolean => isBlank(a) && isBlank(b);

const team = (truth: TruthEntry, read: ReportEntry): boolean | null => {
  if (neither(truth.team, read.team)) return null;
  const seen = truth.teamSeen && plain(truth.teamSeen) === plain(read.team);
  if (plain(truth.team) === plain(read.team) || seen) return true;
  // A relay's letter may be glued to its team.
  const whole = (entry: ReportEntry) => tight((entry.team ?? '') + (entry.relayLetter ?? ''));
  return isBlank(truth.name) && whole(truth) === whole(read);
};

const age = (truth: TruthEntry, read: ReportEntry, software?: string): boolean | null => {
  if (neither(truth.age, read.age)) return null;
  if (isSameAge(truth.age, read.age, software)) return true;
  const classes = [truth.year, truth.ageClass, truth.relayCode].filter((one) => one).map(plain);
  return isBlank(truth.age) && classes.includes(plain(read.age));
};

const legs = (truth: TruthEntry, read: ReportEntry): boolean | null => {
  if (neither(truth.legs, read.legs)) return null;
  const names = (all: unknown[] | null) =>
    (all ?? []).map((leg) =>
      tight(typeof leg === 'object' && leg && 'name' in leg ? String(leg.name) : String(leg)),
    );
  return names(truth.legs).join('|') === names(read.legs).join('|');
};

const eventName = (truth: TruthEntry, read: ReportEntry, right: Names, found: Names) => {
  const names = right.get(numberOf(truth.event)) ?? [];
  if (names.length === 0) return null;
  const readNames = (found.get(numberOf(read.event)) ?? []).map(tight);
  return names.some((name) => readNames.includes(tight(name)));
};

const round = (truth: TruthEntry, read: ReportEntry): boolean | null => {
  if (isBlank(truth.round)) return null;
  const right = [roundOf(truth.round), roundOf(truth.roundShort)];
  const found = roundOf(read.round);
  return found !== null && right.includes(found);
};

/** Each field: right, wrong, or null where it does not count. */
export const compareFields = (
  truth: TruthEntry,
  read: ReportEntry,
  names: { right: Names; found: Names; software: string | undefined },
): Record<Field, boolean | null> => ({
  team: team(truth, read),
  age: age(truth, read, names.software),
  seed: neither(truth.seed, read.seed) ? null : isSameSeed(truth.seed, read.seed),
  rank: neither(truth.rank, read.rank) ? null : numberOf(truth.rank) === numberOf(read.rank),
  round: round(truth, read),
  start: neither(truth.start, read.start) ? null : isSameClock(truth.start, read.start),
  relayLetter: isBlank(truth.relayLetter)
    ? null
    : plain(truth.relayLetter) === plain(read.relayLetter),
  legs: legs(truth, read),
  'event name': eventName(truth, read, names.right, names.found),
});
