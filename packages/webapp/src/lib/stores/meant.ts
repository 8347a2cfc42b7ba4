/** Who was chosen among namesakes while the name was typed: told to the batch once its people are known. */
import type { PersonView } from '@heatsync/shared';

const meant = new Map<string, readonly PersonView[]>();

export const rememberMeant = (batchId: string, people: readonly PersonView[]): void => {
  meant.set(batchId, people);
};

/** Each choice is told once. */
export const takeMeant = (batchId: string): readonly PersonView[] => {
  const people = meant.get(batchId) ?? [];
  meant.delete(batchId);
  return people;
};
