import { getRequestListener } from '@hono/node-server';
import { createApp, createWorkerApp } from './app.ts';
import type { Config } from './config.ts';
import { checkServer } from './db/checkServer.ts';
import { migrateDatabase } from './db/client.ts';
import { startEmbeddedPostgres } from './db/embedded/index.ts';
import { createDeps, type Deps } from './deps.ts';
import { makeWritableFolder } from './folders.ts';
import { readSheet } from './jobs/readSheet.ts';
import { openPort, type Port } from './listen.ts';
import type { Log } from './log.ts';
import { startUpkeep } from './services/cleanup.ts';
import { startJobWorker, WORKER_DEFAULTS } from './services/jobWorker.ts';
import { closeInReverse, type Closer } from './shutdown.ts';

export type RunningServer = { url: string; close(): Promise<void> };

export type StartOptions = {
  /** Aborted when the start is no longer wanted. */
  stop: AbortSignal;
  /** Makes the page, once nothing else can keep the program from starting. */
  buildPage(stop: AbortSignal): Promise<void>;
};

const openPostgres = async (config: Config, closers: Closer[], stop: AbortSignal) => {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = config;
  if (url) {
    await checkServer('DATABASE_URL', url, stop);
    if (directUrl) await checkServer('DATABASE_DIRECT_URL', directUrl, stop);
    return { url, directUrl };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir }, stop);
  closers.push(['database', embedded.stop]);
  return { url: embedded.url, directUrl: embedded.url };
};

const startWorker = ({ context }: Deps, closers: Closer[]): void => {
  const { reader, concurrentJobsPerBatch } = context.config;
  const loops = Math.max(reader.threads, concurrentJobsPerBatch);
  const worker = startJobWorker(context, readSheet(context), { ...WORKER_DEFAULTS, loops });
  closers.push(['upkeep', startUpkeep(context).stop]);
  closers.push(['worker', worker.stop]);
};

const serve = (port: Port, deps: Deps, closers: Closer[]): void => {
  const isWorker = deps.context.config.role === 'worker';
  const { fetch } = isWorker ? createWorkerApp(deps) : createApp(deps);
  const answer = getRequestListener(fetch);
  port.serve((request, response) => void answer(request, response));
  closers.push(['requests', port.close]);
  closers.push(['streams', async () => deps.broadcast.close()]);
};

/** What may be wrong outside is told first; the page, which takes longest, is built when the rest stands. */
const startAll = async (
  { config, log, stop, buildPage }: StartOptions & { config: Config; log: Log },
  closers: Closer[],
): Promise<string> => {
  const port = await openPort(config);
  closers.push(['port', port.close]);
  const addresses = await openPostgres(config, closers, stop);
  await makeWritableFolder('TEMP_FILE_DIR', config.tempFileDir);
  await migrateDatabase(addresses.url, stop);
  if (config.role !== 'worker') await buildPage(stop);
  stop.throwIfAborted();
  const deps = await createDeps(config, log, addresses);
  closers.push(['connections', deps.close]);
  if (config.role !== 'api') startWorker(deps, closers);
  serve(port, deps, closers);
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
