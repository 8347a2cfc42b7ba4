import { statfs } from 'node:fs/promises';
import type { Config } from '../../packages/backend/src/config.ts';
import { withConnections } from '../../packages/backend/src/db/connect.ts';
import { makeWritableFolder } from '../../packages/backend/src/folders.ts';
import { off, ok, type Outcome } from './finding.ts';

const OLDEST_NODE = 24;
const GB = 1024 ** 3;
/** Less, and a busy hour's uploads or the database's log may fill it. */
const LEAST_GB = 1;
const MOST_SKEW_MS = 5_000;

export const checkNode = async (): Promise<Outcome> => {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < OLDEST_NODE)
    throw new Error(`this is Node ${major}; ${OLDEST_NODE} or later is needed: use npm run`);
  return ok(process.versions.node);
};

const freeGb = async (path: string): Promise<number> => {
  const { bavail, bsize } = await statfs(path);
  return (bavail * bsize) / GB;
};

export const checkDisk = async ({ dataDir, tempFileDir }: Config): Promise<Outcome> => {
  await makeWritableFolder('DATA_DIR', dataDir);
  await makeWritableFolder('TEMP_FILE_DIR', tempFileDir);
  const free = Math.min(await freeGb(dataDir), await freeGb(tempFileDir));
  if (free < LEAST_GB)
    throw new Error(`only ${(free * 1024).toFixed(0)} MB are free in DATA_DIR or TEMP_FILE_DIR`);
  return ok(`${free.toFixed(1)} GB free`);
};

/** Leases are in the database's time, a bucket refuses signatures of another time. */
export const checkClock = async ({ databaseUrl: url }: Config): Promise<Outcome> => {
  if (!url) return off('the built-in database has the same clock');
  const sent = Date.now();
  const there = await withConnections({ url, max: 1 }, async (sql) => {
    const [row] = await sql<{ ms: number }[]>`
      select (extract(epoch from clock_timestamp()) * 1000)::float as ms`;
    return row?.ms ?? Number.NaN;
  });
  const skew = Math.max(sent - there, there - Date.now(), 0);
  if (!(skew <= MOST_SKEW_MS))
    throw new Error(
      `it differs from the database’s by ${(skew / 1000).toFixed(0)} s: set it (NTP)`,
    );
  return ok('agrees with the database’s');
};
