import { randomUUID } from 'node:crypto';
import { CreateBatchFields } from '@heatsync/shared';
import { findBatch } from '../db/queries/batches.ts';
import { insertBatch, type RequestKey } from '../db/queries/runs.ts';
import { dropOldKey, findIdempotencyKey } from '../db/queries/settings.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { dropFiles } from './fileStorage.ts';
import { beginIn, readyJobs } from './firstJobs.ts';
import { manageTokenOf, sha256 } from './secrets.ts';
import { toNewJobs, toSources } from './sources.ts';
import type { ReceivedFile } from './uploads.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export type BatchRequest = {
  swimmers: string[];
  urls: string[];
  files: ReceivedFile[];
  clientIp: string | null;
  userAgent: string | null;
  idempotencyKey: string | null;
};
export type CreatedBatch = { batchId: string; totalJobs: number; manageToken: string };

/** An earlier request had the same `Idempotency-Key`. */
const isKeyTaken = (error: unknown): boolean =>
  error instanceof Error &&
  (error.cause as { constraint_name?: string } | undefined)?.constraint_name ===
    'idempotency_keys_pkey';

const parseFields = ({ swimmers, urls }: BatchRequest): CreateBatchFields => {
  const typed = swimmers.filter((name) => name.trim() !== '');
  if (typed.length === 0) throw new AppError('MISSING_SWIMMER');
  const fields = CreateBatchFields.safeParse({ swimmers: typed, urls });
  if (!fields.success) throw new AppError('INVALID_REQUEST', {}, { cause: fields.error });
  return fields.data;
};

const fingerprintOf = ({ swimmers, urls, files }: BatchRequest): string =>
  sha256(JSON.stringify([swimmers, urls, files.map((file) => file.checksum)]));

const keyOf = (request: BatchRequest): RequestKey | null =>
  request.idempotencyKey === null
    ? null
    : { key: sha256(request.idempotencyKey), fingerprint: fingerprintOf(request) };

/** The answer that the earlier request with the same key got. */
const repeatAnswer = async ({ db, secret }: Context, { key, fingerprint }: RequestKey) => {
  const earlier = await findIdempotencyKey(db, key);
  const batch = earlier && (await findBatch(db, earlier.batchId));
  if (!batch || earlier.fingerprint !== fingerprint) throw new AppError('IDEMPOTENCY_CONFLICT');
  const { id, totalPdfs } = batch;
  return { batchId: id, totalJobs: totalPdfs, manageToken: manageTokenOf(secret, id) };
};

const insertNew = async (context: Context, request: BatchRequest): Promise<CreatedBatch> => {
  const { db, bus, places, config, secret } = context;
  const { swimmers, urls } = parseFields(request);
  const sources = toSources(config, request.files, urls);
  const [batchId, [display = '']] = [randomUUID(), swimmers];
  const manageToken = manageTokenOf(secret, batchId);
  const batch = {
    id: batchId,
    swimmerNameDisplay: display,
    swimmerNameNormalized: display.toLowerCase(),
    totalPdfs: sources.length,
    expiresAt: new Date(Date.now() + config.batchTtlDays * DAY_MS),
    clientIp: request.clientIp,
    userAgent: request.userAgent,
    manageTokenHash: sha256(manageToken),
  };
  const jobs = toNewJobs(config.limits, sources);
  const ready = readyJobs(jobs, config.concurrentJobsPerBatch);
  await places.lend(ready.length, async (loan) => {
    const run = { names: swimmers, jobs: beginIn(loan, jobs, ready), key: keyOf(request) };
    const begun = await insertBatch(db, batch, { ...run, leaseSeconds: loan.leaseSeconds });
    bus.changed(batchId);
    return begun;
  });
  return { batchId, totalJobs: sources.length, manageToken };
};

/**
 * Makes a batch with its jobs and first events; a bad source becomes a failed
 * job, and what this process's worker has places for begins. Throws `AppError` when nothing can be accepted. Files that no job uses are deleted.
 */
export const createBatch = async (
  context: Context,
  request: BatchRequest,
): Promise<CreatedBatch> => {
  const files = request.files.map((file) => file.key);
  try {
    return await insertNew(context, request);
  } catch (error) {
    const key = isKeyTaken(error) ? keyOf(request) : null;
    if (key && (await dropOldKey(context.db, key.key))) return createBatch(context, request);
    await dropFiles(context, files);
    if (key) return repeatAnswer(context, key);
    throw error;
  }
};
