/** Who is meant where several people bear one name. */
import type { AnswersRequest, PersonView } from '@heatsync/shared';
import { nameKey } from './names.ts';

/** People who bear the same name, name by name: the page asks which one is meant. */
export const namesakes = (people: readonly PersonView[]): PersonView[][] =>
  [...Map.groupBy(people, (person) => nameKey(person.name)).values()].filter(
    (group) => group.length > 1,
  );

/** The one of these people that was meant, by key: the last choice counts. Null: nobody said. */
export const meantBy = (people: readonly PersonView[], choices: readonly string[]): string | null =>
  choices.findLast((key) => people.some((person) => person.key === key)) ?? null;

/** The choices once the one with this key is meant among these people; null: none of them. */
export const withChoice = (
  choices: readonly string[],
  people: readonly PersonView[],
  key: string | null,
): string[] => [
  ...choices.filter((one) => people.every((person) => person.key !== one)),
  ...(key === null ? [] : [key]),
];

/** The same for the batch to keep, in one request. */
export const choiceOf = (people: readonly PersonView[], key: string | null): AnswersRequest => ({
  people: people.map((person) => ({ key: person.key, isMeant: person.key === key })),
});

/** Keys of those who were not meant. */
export const passedOver = (people: readonly PersonView[], choices: readonly string[]): string[] => {
  const meant = meantBy(people, choices);
  return meant === null ? [] : people.map(({ key }) => key).filter((key) => key !== meant);
};

/** Where one name is several people: who they are, and who of them is somebody else's child. */
export type Meaning = { namesakes: PersonView[][]; others: ReadonlySet<string> };

export const meaningOf = (people: readonly PersonView[], choices: readonly string[]): Meaning => {
  const groups = namesakes(people);
  return {
    namesakes: groups,
    others: new Set(groups.flatMap((group) => passedOver(group, choices))),
  };
};
