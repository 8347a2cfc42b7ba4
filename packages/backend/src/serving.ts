import { getRequestListener } from '@hono/node-server';
import { createApp, createWorkerApp } from './app.ts';
import type { Config } from './config.ts';
import { createDeps, type Deps, type Outside } from './deps.ts';
import { readSheet } from './jobs/readSheet.ts';
import type { Port } from './listen.ts';
import type { Log } from './log.ts';
import { startUpkeep } from './services/cleanup.ts';
import { startJobWorker, WORKER_DEFAULTS } from './services/jobWorker.ts';
import { MAILER_DEFAULTS, startMailer } from './services/mailer.ts';
import { warmConnections, warmUp } from './services/warmUp.ts';
import type { Closer } from './shutdown.ts';

/** The first visitors' page comes first. */
const WARM_UP_AFTER_MS = 2_000;

const startWorker = ({ context }: Deps, closers: Closer[]): void => {
  const { reader, concurrentJobsPerBatch, maxConcurrentAiCalls } = context.config;
  // Those that wait for the AI model keep no sheet from being read.
  const waiting = context.ai ? maxConcurrentAiCalls : 0;
  const places = Math.max(reader.threads, concurrentJobsPerBatch) + waiting;
  const worker = startJobWorker(context, readSheet(context), { ...WORKER_DEFAULTS, places });
  closers.push(['upkeep', startUpkeep(context).stop]);
  closers.push(['worker', worker.stop]);
  setTimeout(() => void warmUp(context), WARM_UP_AFTER_MS).unref();
};

/** Links in mails lead to `BASE_URL`, else to where this process listens. */
const startMail = ({ context }: Deps, closers: Closer[], ownUrl: string): void => {
  const { config, email, log } = context;
  if (!email) return;
  if (config.baseUrl === null)
    log.warn('links in mails lead to this machine only: set BASE_URL to where people reach it');
  const baseUrl = (config.baseUrl ?? ownUrl).replace(/\/+$/, '');
  const mailer = startMailer(context, email, { ...MAILER_DEFAULTS, baseUrl });
  closers.push(['mailer', mailer.stop]);
};

const serve = (port: Port, deps: Deps, closers: Closer[]): void => {
  const isWorker = deps.context.config.role === 'worker';
  const { fetch } = isWorker ? createWorkerApp(deps) : createApp(deps);
  const answer = getRequestListener(fetch);
  port.serve((request, response) => void answer(request, response));
  closers.push(['requests', port.close]);
  closers.push(['streams', async () => deps.broadcast.close()]);
};

type Ground = { config: Config; log: Log; outside: Outside; port: Port };

/** Starts what the role asks for on a migrated database; `closers` end it. */
export const startServices = async (
  { config, log, outside, port }: Ground,
  closers: Closer[],
): Promise<void> => {
  const deps = await createDeps(config, log, outside);
  closers.push(['connections', deps.close]);
  if (config.role !== 'api') {
    startWorker(deps, closers);
    startMail(deps, closers, port.url);
  }
  serve(port, deps, closers);
  // Through a pooler nobody knows which connection comes next.
  if (outside.url === outside.directUrl) void warmConnections(deps.context);
};
