import pino from 'pino';
import type { Config } from './config.ts';

/** Log lines bear ids, codes and counts; never a name, an address or a file name. */
export type Log = pino.Logger;

/** To stderr: stdout holds the one line that says the server is ready. */
export const createLog = (level: Config['logLevel']): Log =>
  pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
