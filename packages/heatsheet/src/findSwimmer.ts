/** Finds one swimmer's races in a sheet, and says who else may have been meant. */
import { countMentions, type Mentions } from './mentions.ts';
import { indexNames } from './nameIndex.ts';
import { readPrintedName, readTypedName } from './names.ts';
import { findNearNames } from './nearNames.ts';
import { groupPeople, type Person, type Sighting } from './people.ts';
import type { Entry, Heat, HeatSheet, RelayLeg, SheetEvent } from './types.ts';

/** One race. `leg` is set where the swimmer stands in a relay, whose entry it then is. */
export type SwimmerMatch = {
  personKey: string;
  event: SheetEvent;
  heat: Heat;
  entry: Entry;
  leg: RelayLeg | null;
};

/** `people` has more than one where the name alone does not tell: the user chooses. */
export type SwimmerSearch = {
  /** As typed. */
  name: string;
  matches: SwimmerMatch[];
  people: Person[];
  /** Names as printed that are near the typed one. */
  didYouMean: string[];
  mentions: Mentions;
};

type Race = Omit<SwimmerMatch, 'personKey'> & Sighting;

/** Every named place of a sheet. A leg takes its relay's team. */
const racesOf = (sheet: HeatSheet): Race[] =>
  sheet.events.flatMap((event) =>
    event.heats.flatMap((heat) =>
      heat.entries.flatMap((entry) => {
        const { name, age, team } = entry;
        const legs = (entry.relay?.legs ?? []).map((leg) => ({
          ...{ event, heat, entry, leg },
          ...{ name: leg.name, age: leg.age, team },
        }));
        return name === null ? legs : [{ event, heat, entry, leg: null, name, age, team }, ...legs];
      }),
    ),
  );

const distinctNames = (races: Race[]): string[] => [...new Set(races.map(({ name }) => name))];

/** The distinct names of swimmers and relay legs, as printed. */
export const allNames = (sheet: HeatSheet): string[] => distinctNames(racesOf(sheet));

/** The same for every way in which one name is printed. */
const nameKey = (printed: string): string => {
  const [name] = readPrintedName(printed);
  return name ? `${name.last.join('')},${name.given[0] ?? ''}` : printed;
};

/** Everybody in the sheet, namesakes apart. */
export const allPeople = (sheet: HeatSheet): Person[] =>
  [...Map.groupBy(racesOf(sheet), ({ name }) => nameKey(name)).values()].flatMap(
    (sightings) => groupPeople(sightings).people,
  );

/**
 * Looks for `name` ("Last, First M", "First Last", …) among all entries and relay legs. Only exact people are matches;
 * an initial or suffix may be missing on either side. The races are complete only if all `mentions` are explained.
 */
export const findSwimmer = (sheet: HeatSheet, name: string): SwimmerSearch => {
  const races = racesOf(sheet);
  const printed = distinctNames(races);
  const tiers = readTypedName(name);
  const exact = indexNames(printed)(name);
  const found = races.filter((race) => exact.has(race.name));
  const { people, personOf } = groupPeople(found);
  const others = printed.filter((other) => !exact.has(other));
  return {
    name,
    matches: found.map((race) => {
      const { event, heat, entry, leg } = race;
      return { personKey: personOf.get(race)?.key ?? '', event, heat, entry, leg };
    }),
    people,
    didYouMean: findNearNames(name, others),
    mentions: countMentions(sheet, tiers.flat(), (other) => exact.has(other)),
  };
};
