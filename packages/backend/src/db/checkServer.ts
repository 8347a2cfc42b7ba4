import { StartError } from '../startError.ts';
import { withConnections } from './connect.ts';

const OLDEST = 15;

const versionOf = (url: string, stop: AbortSignal): Promise<number> =>
  withConnections({ url, max: 1, stop }, async (sql) => {
    const [row] = await sql`show server_version_num`.values();
    return Math.floor(Number(row?.[0]) / 10_000);
  });

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'CONNECT_TIMEOUT') return 'it does not answer';
  // A refused connection to a name with several addresses has no message of its own.
  return message || code || String(error);
};

/**
 * Rejects with `StartError` if the PostgreSQL that `variable` names does not answer in ten seconds, lets us not in or is too old.
 * The message names its host, never the whole address, which bears a password.
 */
export const checkServer = async (
  variable: string,
  url: string,
  stop: AbortSignal,
): Promise<void> => {
  const { host } = new URL(url);
  const version = await versionOf(url, stop).catch((error: unknown) => {
    throw new StartError(
      `The database at ${host || 'localhost'} cannot be used: ${reasonOf(error)}. Check ${variable}.`,
    );
  });
  if (version < OLDEST)
    throw new StartError(
      `The database at ${host} is PostgreSQL ${version}; HeatSync needs ${OLDEST} or later. Check ${variable}.`,
    );
};
