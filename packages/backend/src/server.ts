import type { Config } from './config.ts';
import { checkServer } from './db/checkServer.ts';
import { startEmbeddedPostgres } from './db/embedded/index.ts';
import { hearsWakeups } from './db/wakeups.ts';
import { makeWritableFolder } from './folders.ts';
import { openPort } from './listen.ts';
import type { Log } from './log.ts';
import { closeInReverse, type Closer } from './shutdown.ts';

export type RunningServer = { url: string; close(): Promise<void> };

type Ground = { config: Config; log: Log };

export type StartOptions = {
  /** Aborted when the start is no longer wanted. */
  stop: AbortSignal;
  /** Makes the page, once nothing else can keep the program from starting. */
  buildPage(stop: AbortSignal): Promise<void>;
};

/** The direct line if it is one: the program gets along without, but would hang at statements that a pooler loses. */
const checkDirect = async (
  { url, directUrl }: { url: string; directUrl: string },
  log: Log,
  stop: AbortSignal,
): Promise<string | null> => {
  await checkServer('DATABASE_DIRECT_URL', directUrl, stop);
  if (await hearsWakeups(url, directUrl, stop)) return directUrl;
  log.warn(
    'DATABASE_DIRECT_URL is a pooler, or another database than DATABASE_URL: it is left out, and workers only look every two seconds',
  );
  return null;
};

const openPostgres = async (
  { config, log, stop }: StartOptions & Ground,
  closers: Closer[],
  meanwhile: () => void,
) => {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = config;
  if (url) {
    meanwhile();
    await checkServer('DATABASE_URL', url, stop);
    return { url, directUrl: directUrl && (await checkDirect({ url, directUrl }, log, stop)) };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, meanwhile }, stop);
  closers.push(['database', embedded.stop]);
  return { url: embedded.url, directUrl: embedded.url };
};

/** Takes this thread longer than PostgreSQL needs to start: it begins when that is on its way. */
const loadParts = async () => ({
  ...(await import('./db/client.ts')),
  ...(await import('./serving.ts')),
});

/** What may be wrong outside is told first; the page, which takes longest, is built when the rest stands. */
const startAll = async (
  { config, log, stop, buildPage }: StartOptions & Ground,
  closers: Closer[],
): Promise<string> => {
  const port = await openPort(config);
  closers.push(['port', port.close]);
  // What is wrong with them is told where they are waited for.
  const meanwhile = () => void loadParts().catch(() => undefined);
  const outside = await openPostgres({ config, log, stop, buildPage }, closers, meanwhile);
  await makeWritableFolder('TEMP_FILE_DIR', config.tempFileDir);
  const { migrateDatabase, startServices } = await loadParts();
  await migrateDatabase(outside.url, stop);
  if (config.role !== 'worker') await buildPage(stop);
  stop.throwIfAborted();
  await startServices({ config, log, outside, port }, closers);
  return port.url;
};

/** Starts all that the role asks for. Rejects with everything ended again when something fails or `stop` is aborted. */
export const startServer = async (
  config: Config,
  log: Log,
  options: StartOptions,
): Promise<RunningServer> => {
  const closers: Closer[] = [];
  const close = () => closeInReverse(closers, log);
  const url = await startAll({ config, log, ...options }, closers).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { url, close };
};
