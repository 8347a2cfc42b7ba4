/** Which jobs of a new batch may begin at once, by the rules of a claim (`db/queries/exchange.ts`): nobody else knows of the batch yet. */
import { AT_WORK } from '../db/queries/exchange.ts';
import type { NewJob } from '../db/queries/runs.ts';
import type { Loan } from './freePlaces.ts';

const isSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  typeof one === 'string' && one === other;

/** At most `limit`; of a sheet that is given twice the first, so that the second can take over what was read. */
export const readyJobs = (jobs: NewJob[], limit: number): NewJob[] => {
  const open = jobs.filter(({ status }) => status === 'pending');
  const isFirst = (job: NewJob) =>
    open.find(
      (other) =>
        other === job ||
        isSame(other.fileChecksum, job.fileChecksum) ||
        isSame(other.sourceUrl, job.sourceUrl),
    ) === job;
  return open.filter(isFirst).slice(0, limit);
};

/** All jobs, of which the first that are ready are at work in the places lent. */
export const beginIn = (loan: Loan, jobs: NewJob[], ready: NewJob[]): NewJob[] => {
  const begun = new Set(ready.slice(0, loan.places));
  return jobs.map((job) =>
    begun.has(job) ? { ...job, ...AT_WORK[job.sourceType], leaseOwner: loan.worker } : job,
  );
};
