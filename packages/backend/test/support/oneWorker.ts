/** What a worker asks and tells the database, without the worker. */
import type { ChangedJob } from '../../src/db/queries/jobChanges.ts';
import type { Context } from '../../src/services/context.ts';
import { createExchanger, exchange } from '../../src/services/exchange.ts';
import type { Loan } from '../../src/services/freePlaces.ts';
import type { Reporter } from '../../src/services/jobReports.ts';
import { createPlaces } from '../../src/services/places.ts';

type Changes = Pick<Context, 'db' | 'bus' | 'config'>;

/** Jobs that are due, at most as many as there are places, now owned by the worker. */
export const claim = async (context: Changes, loan: Loan): Promise<ChangedJob[]> =>
  (await exchange(context, { ...loan, reports: [] })).taken;

/** It takes nothing for the places that become free. */
export const createReporter = (context: Changes, worker: string): Reporter => {
  const ignore = () => undefined;
  return createExchanger(context, createPlaces(0, { worker, leaseSeconds: 60 }, ignore), ignore)
    .report;
};
