import pino from 'pino';
import type { Config } from './config.ts';
import { currentRequest } from './requestScope.ts';
import { toSafeError } from './safeError.ts';

/**
 * Log lines bear ids, codes and counts; never a name, an address or a file name. `request` goes
 * from a request to the jobs that it queued.
 */
export type Log = pino.Logger;

const bearRequest = (): object => {
  const request = currentRequest();
  return request === null ? {} : { request };
};

/** To stderr unless told otherwise: stdout holds the one line that says the server is ready. */
export const createLog = (
  level: Config['logLevel'],
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino({ level, base: null, mixin: bearRequest, serializers: { err: toSafeError } }, destination);
