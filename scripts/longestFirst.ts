/** The order of test files: what takes longest begins first, so that at the end nobody waits for one. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Vitest learns it from the run before, but a fresh checkout has none. */
const LONGEST = [
  ...['start', 'crash', 'reach', 'startMistakes', 'embeddedPostgres', 'mailKills', 'mail'],
  ...['aiScans', 'queue', 'aiLimits', 'timeLimit', 'doctor', 'startOffline', 'fileStorage'],
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONGEST.indexOf(basename(moduleId, '.test.ts'));
  return rank < 0 ? LONGEST.length : rank;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
