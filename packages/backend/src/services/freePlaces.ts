/** The free places of this process's worker: in them the first sheets of a batch that is handed in here begin at once. */
import type { ChangedJob } from '../db/queries/jobChanges.ts';

/** Places that are kept free for a while; whoever claims for them does so for `worker`. */
export type Loan = { worker: string; places: number; leaseSeconds: number };
/** Claims at most as many jobs as the loan has places, none if it has none, and answers with them once they are committed. */
export type ClaimFor = (loan: Loan) => Promise<ChangedJob[]>;
/** Lends at most `wanted` places, begins what was claimed for them and takes the others back. Rejects as `claim` does. */
export type Lend = (wanted: number, claim: ClaimFor) => Promise<void>;

export type FreePlaces = {
  lend: Lend;
  /** A worker lends from now on; answers with how to end that. */
  open(lend: Lend): () => void;
};

const lendNothing: Lend = async (_wanted, claim) => {
  await claim({ worker: '', places: 0, leaseSeconds: 0 });
};

export const createFreePlaces = (): FreePlaces => {
  let lender = lendNothing;
  return {
    lend: (wanted, claim) => lender(wanted, claim),
    open: (lend) => {
      lender = lend;
      return () => {
        lender = lendNothing;
      };
    },
  };
};
