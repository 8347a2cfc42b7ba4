import { setTimeout as sleep } from 'node:timers/promises';
import { eraseStaleAddresses } from '../db/queries/mail.ts';
import { deleteOldAiCalls } from '../db/queries/aiBudget.ts';
import { findUnusedChecksums } from '../db/queries/sheets.ts';
import {
  deleteExpiredResults,
  deleteOldKeys,
  eraseVisitors,
  findExpiredBatches,
  findUsedFiles,
  giveUpFailedFiles,
  lockUpkeep,
} from '../db/queries/upkeep.ts';
import { forgetAiFiles } from './ai/files.ts';
import type { Context } from './context.ts';
import { dropUnusedSheet, removeBatch } from './deleteBatch.ts';

const KEEP_FAILED_HOURS = 24;
const KEEP_VISITOR_HOURS = 24;
const KEEP_KEYS_HOURS = 24;
/** Longer than the mailer tries. */
const KEEP_MAIL_ADDRESS_HOURS = 48;
const KEEP_AI_CALLS_DAYS = 90;
/** An upload lies in storage before its job is written: younger files are nobody's orphans yet. */
const ORPHAN_AGE_MS = 60 * 60 * 1000;
/** No upload takes a day. */
const UNFINISHED_AGE_MS = 24 * 60 * 60 * 1000;
const EVERY_MS = 10 * 60 * 1000;

/** How much of each went. */
export type Upkeep = { batches: number; files: number; sheets: number; visitors: number };

const removeOrphans = async ({ db, storage }: Context, before: Date): Promise<number> => {
  let removed = 0;
  for await (const keys of storage.list(before)) {
    const used = await findUsedFiles(db, keys);
    const orphans = keys.filter((key) => !used.has(key));
    await storage.remove(orphans);
    removed += orphans.length;
  }
  return removed;
};

const countTrue = async <T>(items: T[], work: (item: T) => Promise<boolean>): Promise<number> => {
  let count = 0;
  for (const item of items) if (await work(item)) count += 1;
  return count;
};

const tidy = async (context: Context, now: Date): Promise<Upkeep> => {
  const { db, storage } = context;
  const visitors = await eraseVisitors(db, KEEP_VISITOR_HOURS);
  await eraseStaleAddresses(db, KEEP_MAIL_ADDRESS_HOURS);
  await deleteOldKeys(db, KEEP_KEYS_HOURS);
  await deleteOldAiCalls(db, KEEP_AI_CALLS_DAYS);
  const expired = await findExpiredBatches(db);
  const batches = await countTrue(expired, (id) => removeBatch(context, id));
  await deleteExpiredResults(db);
  await forgetAiFiles(context);
  const unused = await findUnusedChecksums(db);
  const sheets = await countTrue(unused, (checksum) => dropUnusedSheet(context, checksum));
  const failed = await giveUpFailedFiles(db, KEEP_FAILED_HOURS);
  await storage.remove(failed);
  const orphans = await removeOrphans(context, new Date(now.getTime() - ORPHAN_AGE_MS));
  const halves = await storage.dropUnfinished(new Date(now.getTime() - UNFINISHED_AGE_MS));
  return { batches, files: failed.length + orphans + halves, sheets, visitors };
};

/** Deletes what has had its time. Null when another process is at it. */
export const runUpkeep = async (context: Context, now = new Date()): Promise<Upkeep | null> => {
  const done = await context.db.transaction(async (tx) =>
    (await lockUpkeep(tx)) ? tidy(context, now) : null,
  );
  if (done) context.log.info(done, 'upkeep is done');
  return done;
};

/** Upkeep now and every ten minutes until stopped, by whichever process comes first. */
export const startUpkeep = (context: Context): { stop(): Promise<void> } => {
  const closing = new AbortController();
  const work = async () => {
    while (!closing.signal.aborted) {
      await runUpkeep(context).catch((error: unknown) =>
        context.log.error({ err: error }, 'upkeep failed; it is tried again later'),
      );
      await sleep(EVERY_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const working = work();
  return {
    stop: async () => {
      closing.abort();
      await working;
    },
  };
};
