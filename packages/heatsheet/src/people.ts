/** Tells apart the people behind one name: another team, or clearly another age, is another person. */
import { middlesAgree, readPrintedName } from './names.ts';

/** `name` as printed, in its fullest form. `key` is the same in every sheet of a meet. */
export type Person = { key: string; name: string; age: string | null; team: string | null };

/** One place where a person stands. */
export type Sighting = { name: string; age: string | null; team: string | null };

/** A birthday between two sheets is no other person. */
const SAME_AGE_YEARS = 1;

const sameAge = (a: string | null, b: string | null): boolean =>
  a === null || b === null || Math.abs(Number(a) - Number(b)) <= SAME_AGE_YEARS;

const foldTeam = (team: string): string => team.toLowerCase().replace(/\s+/g, ' ').trim();

const sameTeam = (a: string | null, b: string | null): boolean =>
  a === null || b === null || foldTeam(a) === foldTeam(b);

const detailsOf = (name: string) => {
  const { given = [], suffix = null } = readPrintedName(name)[0] ?? {};
  return { middles: given.slice(1), suffix };
};

/** Whether two sightings of the same name can be one person. */
export const isSamePerson = (a: Sighting, b: Sighting): boolean => {
  const [one, two] = [detailsOf(a.name), detailsOf(b.name)];
  return (
    sameTeam(a.team, b.team) &&
    sameAge(a.age, b.age) &&
    middlesAgree(one.middles, two.middles) &&
    (one.suffix === null || two.suffix === null || one.suffix === two.suffix)
  );
};

/** Most telling first, so that a bare sighting finds the person it belongs to. */
const byDetail = (a: Sighting, b: Sighting): number => detail(b) - detail(a);

const detail = ({ name, age, team }: Sighting): number =>
  name.length + (age === null ? 0 : 100) + (team === null ? 0 : 100);

const keyOf = ({ name, age, team }: Sighting, taken: Set<string>): string => {
  const { last = [], given = [], suffix } = readPrintedName(name)[0] ?? {};
  const base = `${last.join('')},${given[0] ?? ''}@${team === null ? '' : foldTeam(team)}`;
  const full = `${base}/${given.slice(1).join(' ')}${suffix ?? ''}/${age ?? ''}`;
  const fallbacks = [base, full, ...Array.from(taken, (_, index) => `${full}/${index + 2}`)];
  return fallbacks.find((key) => !taken.has(key)) ?? full;
};

/** The distinct people among sightings of one name, and who each sighting is. */
export const groupPeople = <T extends Sighting>(
  sightings: T[],
): { people: Person[]; personOf: Map<T, Person> } => {
  const people: Person[] = [];
  const personOf = new Map<T, Person>();
  for (const sighting of sightings.toSorted(byDetail)) {
    const [known, ...others] = people.filter((person) => isSamePerson(person, sighting));
    if (known && !others.length) {
      personOf.set(sighting, known);
      continue;
    }
    const { name, age, team } = sighting;
    const key = keyOf(sighting, new Set(people.map((person) => person.key)));
    const person = { key, name, age, team };
    people.push(person);
    personOf.set(sighting, person);
  }
  return { people, personOf };
};
