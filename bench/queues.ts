/** Three queues on PostgreSQL behind one face, so that the same question can be put to each. */
import { drawHeatSheet, makeMeetOfPages } from '@heatsync/sheetgen';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { loadConfig } from '../packages/backend/src/config.ts';
import { migrateDatabase } from '../packages/backend/src/db/client.ts';
import { createDeps } from '../packages/backend/src/deps.ts';
import { createLog } from '../packages/backend/src/log.ts';
import { createBatch } from '../packages/backend/src/services/createBatch.ts';
import { startJobWorker, WORKER_DEFAULTS } from '../packages/backend/src/services/jobWorker.ts';
import { warmConnections } from '../packages/backend/src/services/warmUp.ts';
import { readHeatSheet } from '../packages/heatsheet/node/index.ts';

export type Queue = {
  /** Puts `jobs` jobs in. */
  add(jobs: number): Promise<void>;
  /** Works on them from now on and tells of each as it begins. */
  work(onJob: () => void): Promise<void>;
  close(): Promise<void>;
};

/** An empty database's address. */
export type OpenQueue = (url: string, folder: string) => Promise<Queue>;

const SHEETS_A_BATCH = 15;
const PLACES = 10;

const newBatch = (sheets: number) => ({
  swimmers: ['Ada Fairwater'],
  urls: Array.from({ length: sheets }, () => `https://sheets.example/${randomUUID()}.pdf`),
  files: [],
  clientIp: null,
  userAgent: null,
  idempotencyKey: null,
});

/** With all its limits: batches, three at work in each, leases, events, counters. The sheet is read beforehand, and connections are warm, as after a start. */
const openBatches = async (url: string, folder: string, isApart: boolean): Promise<Queue> => {
  await migrateDatabase(url);
  const config = loadConfig({ DATA_DIR: folder });
  const open = async () => {
    const deps = await createDeps(config, createLog('silent'), { url, directUrl: url });
    await warmConnections(deps.context);
    return deps;
  };
  const deps = await open();
  const taker = isApart ? await open() : deps;
  const sheet = await readHeatSheet((await drawHeatSheet(makeMeetOfPages(1, 1), 0)).pdf);
  let stop = async (): Promise<void> => undefined;
  return {
    add: async (jobs) => {
      for (let left = jobs; left > 0; left -= SHEETS_A_BATCH)
        await createBatch(taker.context, newBatch(Math.min(left, SHEETS_A_BATCH)));
    },
    work: async (onJob) => {
      const handle = async () => {
        onJob();
        return { sheet, eventCount: 0, cached: false };
      };
      ({ stop } = startJobWorker(deps.context, handle, { ...WORKER_DEFAULTS, places: PLACES }));
    },
    close: async () => {
      await stop();
      await deps.close();
      if (isApart) await taker.close();
    },
  };
};

/** Ours as it comes: the process that works is the one that batches are handed in to. */
export const openOurs: OpenQueue = (url, folder) => openBatches(url, folder, false);
/** Ours with workers apart (`ROLE=api` and `ROLE=worker`): only NOTIFY tells them. */
export const openOursApart: OpenQueue = (url, folder) => openBatches(url, folder, true);

/** It logs each job; only what went wrong is of interest. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message);
});

/** As its `run` comes: one job at a time, woken by NOTIFY. */
export const openGraphile: OpenQueue = async (connectionString) => {
  const utils = await makeWorkerUtils({ connectionString, logger });
  await utils.migrate();
  let stop = async (): Promise<void> => undefined;
  return {
    add: async (jobs) => {
      await utils.addJobs(
        Array.from({ length: jobs }, () => ({ identifier: 'nothing', payload: {} })),
      );
    },
    work: async (onJob) => {
      const taskList = { nothing: async () => onJob() };
      const runner = await run({ connectionString, taskList, logger, noHandleSignals: true });
      stop = () => runner.stop();
    },
    close: async () => {
      await stop();
      await utils.release();
    },
  };
};

/** As its `work` comes: asks every two seconds for one job. */
export const openPgBoss: OpenQueue = async (url) => {
  const boss = new PgBoss(url);
  boss.on('error', console.error);
  await boss.start();
  await boss.createQueue('nothing');
  return {
    add: async (jobs) => {
      await boss.insert(
        'nothing',
        Array.from({ length: jobs }, () => ({ data: {} })),
      );
    },
    work: async (onJob) => {
      await boss.work('nothing', async () => onJob());
    },
    close: () => boss.stop({ graceful: false }),
  };
};
