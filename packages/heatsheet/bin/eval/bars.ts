/** How good is good enough. */
import type { Field, Score } from './fields.ts';
import { precisionOf, recallOf, type SheetScore } from './score.ts';

export const MIN_FOUND = 0.9995;
export const MIN_FIELD = 0.999;
const FIELDS_WITH_A_BAR: Field[] = ['team', 'age', 'seed', 'round', 'start', 'legs', 'event name'];

const shareOf = ({ right, of }: Score): number => (of === 0 ? 1 : right / of);

/** What of a sheet is below its bar, in words; empty if nothing is. */
export const belowBars = (score: SheetScore): string[] => [
  ...(score.kind.ok ? [] : [`kind ${score.kind.read}, should be ${score.kind.truth}`]),
  ...(precisionOf(score) < MIN_FOUND ? ['precision'] : []),
  ...(recallOf(score) < MIN_FOUND ? ['recall'] : []),
  ...FIELDS_WITH_A_BAR.filter((field) => shareOf(score.fields[field]) < MIN_FIELD),
  ...(shareOf(score.sessions) < 1 ? ['sessions'] : []),
];
