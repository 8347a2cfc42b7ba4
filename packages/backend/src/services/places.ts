/** A worker's places: so many jobs it has at work at most. */
import type { ChangedJob } from '../db/queries/jobChanges.ts';
import type { ClaimFor, Loan } from './freePlaces.ts';

export type Places = {
  /**
   * Has somebody claim for at most `wanted` free places, among them those of the jobs that leave work with the same commit, and begins
   * what was claimed. Rejects as `claim` does.
   */
  use(wanted: number, claim: ClaimFor, leaving?: readonly ChangedJob[]): Promise<void>;
  /** The job is at work no more. */
  leave(job: ChangedJob): void;
  /** From now on no place is free. */
  close(): void;
};

export const createPlaces = (
  count: number,
  loan: Omit<Loan, 'places'>,
  begin: (job: ChangedJob) => void,
): Places => {
  const taken = new Set<ChangedJob>();
  /** Places for which somebody is just claiming: they count as taken. */
  let promised = 0;
  let open = true;
  return {
    use: async (wanted, claim, leaving = []) => {
      for (const job of leaving) taken.delete(job);
      const free = open ? Math.max(0, Math.min(wanted, count - taken.size - promised)) : 0;
      promised += free;
      try {
        for (const job of await claim({ ...loan, places: free })) {
          taken.add(job);
          begin(job);
        }
      } finally {
        promised -= free;
      }
    },
    leave: (job) => taken.delete(job),
    close: () => {
      open = false;
    },
  };
};
