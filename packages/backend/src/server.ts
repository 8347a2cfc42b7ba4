import type { Config } from './config.ts';
import { checkServer } from './db/checkServer.ts';
import { startEmbeddedPostgres } from './db/embedded/index.ts';
import { makeWritableFolder } from './folders.ts';
import { openPort } from './listen.ts';
import type { Log } from './log.ts';
import { closeInReverse, type Closer } from './shutdown.ts';

export type RunningServer = { url: string; close(): Promise<void> };

export type StartOptions = {
  /** Aborted when the start is no longer wanted. */
  stop: AbortSignal;
  /** Makes the page, once nothing else can keep the program from starting. */
  buildPage(stop: AbortSignal): Promise<void>;
};

const openPostgres = async (
  config: Config,
  closers: Closer[],
  { stop, meanwhile }: { stop: AbortSignal; meanwhile: () => void },
) => {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = config;
  if (url) {
    meanwhile();
    await checkServer('DATABASE_URL', url, stop);
    if (directUrl) await checkServer('DATABASE_DIRECT_URL', directUrl, stop);
    return { url, directUrl };
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
  { config, log, stop, buildPage }: StartOptions & { config: Config; log: Log },
  closers: Closer[],
): Promise<string> => {
  const port = await openPort(config);
  closers.push(['port', port.close]);
  // What is wrong with them is told where they are waited for.
  const meanwhile = () => void loadParts().catch(() => undefined);
  const outside = await openPostgres(config, closers, { stop, meanwhile });
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
