/** Pairs the entries of the truth with those that were read, one to one. */
import type { ReportEntry } from '../../src/report.ts';
import { isBlank, isSameSeed, numberOf, tight } from './same.ts';
import type { TruthEntry } from './truth.ts';

export type Matched = {
  pairs: [TruthEntry, ReportEntry][];
  missing: TruthEntry[];
  extra: ReportEntry[];
};

const person = (name: string | null | undefined) => `person ${tight(name)}`;
const relay = (text: string) => `relay ${text}`;

/** Who an entry of the truth is, in every spelling that counts; the sheet's own first. */
const whoIs = (entry: TruthEntry): string[] => {
  if (!isBlank(entry.name))
    return [entry.name, entry.nameSeen, entry.nameRepaired].filter((name) => name).map(person);
  const [team, letter] = [entry.team ?? '', entry.relayLetter ?? ''];
  const { relayName, relayCode, teamSeen } = entry;
  return [
    relay(`${tight(team)}|${tight(letter)}`),
    relay(tight(team + letter)),
    ...(relayName ? [relay(tight(team + relayName)), relay(tight(relayName))] : []),
    ...(relayCode ? [relay(tight(team + relayCode + letter))] : []),
    ...(teamSeen ? [relay(tight(teamSeen + letter))] : []),
  ];
};

const whoWasRead = (entry: ReportEntry): string[] => {
  if (!isBlank(entry.name)) return [person(entry.name), relay(tight(entry.name))];
  const [team, letter] = [entry.team ?? '', entry.relayLetter ?? ''];
  return [
    relay(`${tight(team)}|${tight(letter)}`),
    relay(tight(team + letter)),
    relay(tight(team)),
  ];
};

type Place = { event: string | null; heat: string | null };

const placeOf = (place: { event: string; heat: number | null }): Place => ({
  event: numberOf(place.event),
  heat: numberOf(place.heat),
});

const keyOf = ({ event, heat }: Place, lane: number | null, who: string): string =>
  `${event} ${heat} ${numberOf(lane)} ${who}`;

const indexOf = (read: ReportEntry[]): Map<string, number[]> => {
  const index = new Map<string, number[]>();
  for (const [at, entry] of read.entries())
    for (const who of new Set(whoWasRead(entry))) {
      const key = keyOf(placeOf(entry), entry.lane, who);
      index.set(key, [...(index.get(key) ?? []), at]);
    }
  return index;
};

const RANK = 4;
const SEED = 2;
const PAGE = 1;
const BOTH = RANK + SEED;

const closeness = (truth: TruthEntry, read: ReportEntry): number =>
  Number(numberOf(truth.rank) === numberOf(read.rank)) * RANK +
  Number(isSameSeed(truth.seed, read.seed)) * SEED +
  Number(truth.page === read.page) * PAGE;

/**
 * One to one. First the sheet's own place and spelling, then the others it allows; in each, those that agree in rank and seed
 * come first, so that the same name twice in a heat is told apart.
 */
export const matchEntries = (truth: TruthEntry[], read: ReportEntry[]): Matched => {
  const index = indexOf(read);
  const free = new Set(read.keys());
  const found = new Map<TruthEntry, number>();
  const best = (entry: TruthEntry, places: Place[], who: string[], least: number) => {
    const at = places
      .flatMap((place) => who.flatMap((one) => index.get(keyOf(place, entry.lane, one)) ?? []))
      .filter((one) => free.has(one))
      .map((one) => ({ one, close: closeness(entry, read[one] as ReportEntry) }))
      .filter(({ close }) => close >= least);
    return at.reduce<(typeof at)[0] | null>((a, b) => (a && a.close >= b.close ? a : b), null);
  };
  for (const ownOnly of [true, false])
    for (const least of [BOTH, 0])
      for (const entry of truth) {
        if (found.has(entry)) continue;
        const places = [placeOf(entry), ...(entry.alt ?? []).map(placeOf)];
        const who = whoIs(entry);
        const some = ownOnly ? 1 : Infinity;
        const hit = best(entry, places.slice(0, some), who.slice(0, some), least);
        if (!hit) continue;
        found.set(entry, hit.one);
        free.delete(hit.one);
      }
  return {
    pairs: [...found].map(([entry, at]) => [entry, read[at] as ReportEntry]),
    missing: truth.filter((entry) => !found.has(entry)),
    extra: [...free].map((at) => read[at] as ReportEntry),
  };
};
