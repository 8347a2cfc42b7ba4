import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { migrateDatabase } from './db/client.ts';
import { startEmbeddedPostgres } from './db/embedded/index.ts';
import { createDeps, type Deps } from './deps.ts';
import { readSheet } from './jobs/readSheet.ts';
import type { Log } from './log.ts';
import { startUpkeep } from './services/cleanup.ts';
import { startJobWorker, WORKER_DEFAULTS } from './services/jobWorker.ts';
import { closeInReverse, type Closer } from './shutdown.ts';
import { StartError } from './startError.ts';

export type RunningServer = { url: string; close(): Promise<void> };

const openPostgres = async (config: Config, closers: Closer[]) => {
  const { databaseUrl: url, databaseDirectUrl: directUrl } = config;
  if (url) return { url, directUrl };
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
  closers.push(['database', embedded.stop]);
  return { url: embedded.url, directUrl: embedded.url };
};

const listen = (server: Server, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is taken. Set PORT to another one, or to 0 for any.`)
          : new StartError(`Cannot listen on ${host}, port ${port} (${error.code}).`),
      ),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** Takes no more requests; the ones at work may end. Idle connections would keep the server open. */
const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

const startWorker = ({ context }: Deps, closers: Closer[]): void => {
  const { reader, concurrentJobsPerBatch } = context.config;
  const loops = Math.max(reader.threads, concurrentJobsPerBatch);
  const worker = startJobWorker(context, readSheet(context), { ...WORKER_DEFAULTS, loops });
  closers.push(['upkeep', startUpkeep(context).stop]);
  closers.push(['worker', worker.stop]);
};

const startHttp = async (deps: Deps, closers: Closer[]): Promise<string> => {
  const { config } = deps.context;
  const answer = getRequestListener(createApp(deps).fetch);
  const server = createServer((request, response) => void answer(request, response));
  const port = await listen(server, config);
  closers.push(['requests', () => closeServer(server)]);
  closers.push(['streams', async () => deps.broadcast.close()]);
  return `http://localhost:${port}`;
};

const startAll = async (config: Config, log: Log, closers: Closer[]): Promise<string> => {
  const addresses = await openPostgres(config, closers);
  await migrateDatabase(addresses.url);
  const deps = await createDeps(config, log, addresses);
  closers.push(['connections', deps.close]);
  if (config.role !== 'api') startWorker(deps, closers);
  return startHttp(deps, closers);
};

/** Starts all that the role asks for. Rejects with everything ended again when something fails. */
export const startServer = async (config: Config, log: Log): Promise<RunningServer> => {
  const closers: Closer[] = [];
  const close = () => closeInReverse(closers, log);
  const url = await startAll(config, log, closers).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { url, close };
};
