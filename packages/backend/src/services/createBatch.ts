import { randomUUID } from 'node:crypto';
import { CreateBatchFields } from '@heatsync/shared';
import type { Db } from '../db/client.ts';
import { findBatch, insertBatch } from '../db/queries/batches.ts';
import { changeJobAt } from '../db/queries/jobs.ts';
import { findIdempotencyKey, takeIdempotencyKey } from '../db/queries/settings.ts';
import { keepSheets } from '../db/queries/sheets.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { manageTokenOf, sha256 } from './secrets.ts';
import { toFailure, toNewJobs, toSources, type Source } from './sources.ts';
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

/** Rolls the transaction back: an earlier request had the same `Idempotency-Key`. */
class KeyTaken extends Error {}

const parseFields = ({ swimmers, urls }: BatchRequest): CreateBatchFields => {
  const typed = swimmers.filter((name) => name.trim() !== '');
  if (typed.length === 0) throw new AppError('MISSING_SWIMMER');
  const fields = CreateBatchFields.safeParse({ swimmers: typed, urls });
  if (!fields.success) throw new AppError('INVALID_REQUEST', {}, { cause: fields.error });
  return fields.data;
};

type Plan = { batchId: string; swimmers: string[]; sources: Source[]; request: BatchRequest };

const insertRows = async (tx: Db, { config, secret }: Context, plan: Plan): Promise<void> => {
  const { batchId, swimmers, sources, request } = plan;
  const [display = ''] = swimmers;
  const batch = {
    id: batchId,
    swimmerNameDisplay: display,
    swimmerNameNormalized: display.toLowerCase(),
    totalPdfs: sources.length,
    expiresAt: new Date(Date.now() + config.batchTtlDays * DAY_MS),
    clientIp: request.clientIp,
    userAgent: request.userAgent,
    manageTokenHash: sha256(manageTokenOf(secret, batchId)),
  };
  await keepSheets(
    tx,
    sources.flatMap((source) => source.fileChecksum ?? []),
  );
  await insertBatch(tx, batch, swimmers, toNewJobs(batchId, sources));
  for (const [index, { problem }] of sources.entries())
    if (problem) await changeJobAt(tx, batchId, index + 1, toFailure(config.limits, problem));
};

const fingerprintOf = ({ swimmers, urls, files }: BatchRequest): string =>
  sha256(JSON.stringify([swimmers, urls, files.map((file) => file.checksum)]));

const takeKey = async (tx: Db, batchId: string, request: BatchRequest): Promise<void> => {
  if (request.idempotencyKey === null) return;
  const key = sha256(request.idempotencyKey);
  const taken = await takeIdempotencyKey(tx, { key, fingerprint: fingerprintOf(request), batchId });
  if (!taken) throw new KeyTaken();
};

/** The answer that the earlier request with the same key got. */
const repeatAnswer = async ({ db, secret }: Context, request: BatchRequest) => {
  const earlier = await findIdempotencyKey(db, sha256(request.idempotencyKey ?? ''));
  const batch = earlier && (await findBatch(db, earlier.batchId));
  if (!batch || earlier.fingerprint !== fingerprintOf(request))
    throw new AppError('IDEMPOTENCY_CONFLICT');
  const { id, totalPdfs } = batch;
  return { batchId: id, totalJobs: totalPdfs, manageToken: manageTokenOf(secret, id) };
};

const insertNew = async (context: Context, request: BatchRequest): Promise<CreatedBatch> => {
  const { swimmers, urls } = parseFields(request);
  const sources = toSources(context.config, request.files, urls);
  const batchId = randomUUID();
  await context.db.transaction(async (tx) => {
    await insertRows(tx, context, { batchId, swimmers, sources, request });
    await takeKey(tx, batchId, request);
  });
  context.bus.changed(batchId);
  const manageToken = manageTokenOf(context.secret, batchId);
  return { batchId, totalJobs: sources.length, manageToken };
};

/**
 * Makes a batch with its jobs and first events in one transaction; a bad source becomes a failed
 * job. Throws `AppError` when nothing can be accepted. Files that no job uses are deleted.
 */
export const createBatch = async (
  context: Context,
  request: BatchRequest,
): Promise<CreatedBatch> => {
  const discard = () => context.storage.remove(request.files.map((file) => file.key));
  try {
    return await insertNew(context, request);
  } catch (error) {
    await discard();
    if (error instanceof KeyTaken) return repeatAnswer(context, request);
    throw error;
  }
};
