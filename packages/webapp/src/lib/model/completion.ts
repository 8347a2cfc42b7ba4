/** Completes a name from the people who are really in the sheets. */
import type { PersonView } from '@heatsync/shared';
import { nameKey, nameWords } from './names.ts';

/** More than this nobody reads on a phone. */
export const MOST_CHOICES = 6;

/** Whether each typed word begins a word of the name, in any order; no word of the name is used twice. */
const begins = (typed: readonly string[], name: readonly string[]): boolean => {
  const [word, ...rest] = typed;
  if (word === undefined) return true;
  return name.some((own, index) => own.startsWith(word) && begins(rest, name.toSpliced(index, 1)));
};

const byNameAndTeam = (a: PersonView, b: PersonView): number =>
  a.name.localeCompare(b.name, 'en') || (a.team ?? '').localeCompare(b.team ?? '', 'en');

/** The people a name that is being typed may become, in the order of names and teams; none for an empty field. */
export const choicesFor = (people: readonly PersonView[], typed: string): PersonView[] => {
  const words = nameWords(typed);
  if (words.length === 0) return [];
  return people
    .filter((person) => begins(words, nameWords(person.name)))
    .toSorted(byNameAndTeam)
    .slice(0, MOST_CHOICES);
};

/** Nothing is left to choose: one person, whose whole name stands there. */
export const isSettled = (choices: readonly PersonView[], typed: string): boolean =>
  choices.length === 1 && nameKey(choices[0]?.name ?? '') === nameKey(typed);

const isSame = (a: PersonView, b: PersonView): boolean =>
  nameKey(a.name) === nameKey(b.name) && a.age === b.age && a.team === b.team;

/** Keys of those namesakes who were chosen by team and age while the name was typed. */
export const meantAmong = (
  namesakes: readonly PersonView[],
  chosen: readonly PersonView[],
): string[] =>
  namesakes.filter((person) => chosen.some((one) => isSame(one, person))).map(({ key }) => key);
