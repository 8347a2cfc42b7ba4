import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { CreateBatchResponse } from '@heatsync/shared';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { connect } from '../../src/db/connect.ts';
import { createDeps, type Deps, type Outside } from '../../src/deps.ts';
import { readSheet } from '../../src/jobs/readSheet.ts';
import { createLog, type Log } from '../../src/log.ts';
import type { JobHandler } from '../../src/services/jobRun.ts';
import {
  startJobWorker,
  WORKER_DEFAULTS,
  type JobWorker,
  type WorkerOptions,
} from '../../src/services/jobWorker.ts';
import { createDatabase } from './database.ts';
import { parseFrames } from './frames.ts';

export type Upload = { name: string; bytes: Uint8Array };
type Form = { swimmers?: string[]; files?: Upload[]; urls?: string[] };

export const toForm = ({ swimmers = ['Moorhen, Ada'], files = [], urls = [] }: Form): FormData => {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('pdfs', new File([bytes.slice()], name));
  for (const swimmer of swimmers) form.append('swimmer', swimmer);
  for (const url of urls) form.append('urls', url);
  return form;
};

/**
 * The real program without a socket, on a database of its own. No worker runs until asked for.
 * `reach` tells how the program gets to the database, if not straight, and who answers for DNS.
 */
export const testApp = async (
  env: Record<string, string> = {},
  reach: (url: string) => Outside = (url) => ({ url, directUrl: url }),
  log: Log = createLog('silent'),
) => {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'hs-app-'));
  const config = loadConfig({
    DATA_DIR: folder,
    WORKER_THREADS: '1',
    RATE_LIMIT_PER_MINUTE: '0',
    ...env,
  });
  const openDeps = () => createDeps(config, log, reach(database.url));
  const processes = [await openDeps()];
  const workers: JobWorker[] = [];
  const servers: Server[] = [];
  const lines: ReturnType<typeof connect>[] = [];
  const [main] = processes;
  if (!main) throw new Error('unreachable');
  const app = createApp(main);
  const startWorkerOn = (
    { context }: Deps,
    options: Partial<WorkerOptions>,
    handler: JobHandler = readSheet(context),
  ) => {
    const worker = startJobWorker(context, handler, { ...WORKER_DEFAULTS, places: 3, ...options });
    workers.push(worker);
    return worker;
  };
  const request = async (path: string, init?: RequestInit) => app.request(path, init);

  return {
    context: main.context,
    url: database.url,
    /** What a process of its own needs to work on the same database and files. Without a page it has no sample meet to warm up with. */
    env: {
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      WEBAPP_OUT: 'no-page',
      WORKER_THREADS: '1',
      LOG_LEVEL: 'warn',
    },
    request,
    routes: app.routes,
    /** The same program once more, as in another process; answers with its `request`. */
    startOther: async (): Promise<typeof request> => {
      const deps = await openDeps();
      processes.push(deps);
      const other = createApp(deps);
      return async (path, init) => other.request(path, init);
    },
    json: async (path: string, init?: RequestInit) => (await request(path, init)).json(),
    submit: (form: Form, headers: Record<string, string> = {}) =>
      request('/api/batch/extract', { method: 'POST', body: toForm(form), headers }),
    /** Submits what must be accepted and answers with the batch. */
    create: async (form: Form) => {
      const response = await request('/api/batch/extract', { method: 'POST', body: toForm(form) });
      return CreateBatchResponse.parse(await response.json());
    },
    /** A worker with a pool of its own, as in another process. */
    startWorker: async (options: Partial<WorkerOptions> = {}, handler?: JobHandler) => {
      const deps = await openDeps();
      processes.push(deps);
      return startWorkerOn(deps, options, handler);
    },
    /** The worker of the program that takes the batches. */
    startOwnWorker: (options: Partial<WorkerOptions> = {}, handler?: JobHandler) =>
      startWorkerOn(main, options, handler),
    /** All that a batch's stream sends until it ends, so a way to wait for the batch. */
    events: async (batchId: string, lastEventId?: number) => {
      const headers: Record<string, string> =
        lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) };
      const response = await request(`/api/batch/${batchId}/stream`, { headers });
      return parseFrames(await response.text());
    },
    /** The same over a real socket. */
    listen: async () => {
      const answer = getRequestListener(app.fetch);
      const server = createServer((request, response) => void answer(request, response));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
      return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    },
    storedFiles: () => readdir(config.tempFileDir),
    /** As if the clock had been put forward: what the text says is done to the database. */
    sql: async (text: string) => {
      const client = connect(database.url, 1);
      try {
        await client.unsafe(text);
      } finally {
        await client.end();
      }
    },
    /** Connections of somebody else's, who may hold locks. They end with the program. */
    line: () => {
      const line = connect(database.url, 2);
      lines.push(line);
      return line;
    },
    close: async () => {
      await Promise.all(lines.map((line) => line.end()));
      for (const server of servers) server.close().closeAllConnections();
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all(processes.map((deps) => deps.close()));
      await database.giveBack();
      await rm(folder, { recursive: true });
    },
  };
};
export type TestApp = Awaited<ReturnType<typeof testApp>>;
