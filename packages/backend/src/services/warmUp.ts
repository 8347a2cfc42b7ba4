/** What the first visitors would have to wait for: after a start all is slower the first time. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/client.ts';
import { AT_WORK, exchangeJobs } from '../db/queries/exchange.ts';
import { insertBatch } from '../db/queries/runs.ts';
import type { Context } from './context.ts';

/** The sample meet's sheets, where the page is built. */
const samplesOf = async (webappDir: string): Promise<string[]> => {
  const folder = join(webappDir, 'sample');
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.pdf')).map((name) => join(folder, name));
};

/**
 * Reads the page's sample meet before anybody comes: the first sheet takes three times as long as the next ones, as a thread starts and
 * all code is compiled. Who comes meanwhile waits for one of its sheets at most; an error leaves the reader as cold as it was.
 */
export const warmUp = async ({
  config,
  reader,
  log,
}: Pick<Context, 'config' | 'reader' | 'log'>): Promise<void> => {
  const { signal } = new AbortController();
  try {
    const files = await samplesOf(config.webappDir);
    for (const file of files) await reader.read(await readFile(file), { signal });
    log.debug({ sheets: files.length }, 'the reader is warm');
  } catch (error) {
    log.debug({ err: error }, 'the reader stays cold');
  }
};

/** As many as one sheet's way through the queue uses at the same time; the pool opens more when there is more to do. */
const CONNECTIONS = 4;
const NOTHING = { worker: randomUUID(), reports: [], places: 0, limit: 0, leaseSeconds: 0 };

/** A batch of one sheet at work, which is never committed. */
const tryBatch = async (db: Db): Promise<void> => {
  const batch = {
    id: randomUUID(),
    swimmerNameDisplay: '',
    swimmerNameNormalized: '',
    totalPdfs: 1,
    expiresAt: new Date(),
    clientIp: null,
    userAgent: null,
    manageTokenHash: '',
  };
  const job = { sequence: 1, sourceType: 'file', filename: '', fileChecksum: null } as const;
  const jobs = [{ ...job, ...AT_WORK.file, leaseOwner: NOTHING.worker }];
  await insertBatch(db, batch, { names: [''], jobs, key: null, leaseSeconds: 0 });
};

const UNDONE = new Error('undone');

/** Opens connections and runs the queue's statements on each, where they are planned the first time. Nothing is changed. */
export const warmConnections = async ({ db, log }: Pick<Context, 'db' | 'log'>): Promise<void> => {
  const warm = () =>
    db.transaction(async (tx) => {
      await tryBatch(tx);
      await exchangeJobs(tx, NOTHING);
      throw UNDONE;
    });
  const failures = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => warm().catch((error: unknown) => error)),
  );
  const failure = failures.find((error) => error !== UNDONE);
  if (failure === undefined) log.debug('connections are warm');
  else log.debug({ err: failure }, 'connections stay cold');
};
