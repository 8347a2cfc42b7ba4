/** The operator's routes, each answer parsed with the schema both sides share. Throws `ClientError`. */
import './strictParsing.ts';
import {
  BatchChangedResponse,
  BatchesResponse,
  CleanupResponse,
  HoursResponse,
  QueueHealthResponse,
  StatsResponse,
  type CleanupView,
} from '@heatsync/shared';
import type { ZodType } from 'zod';
import { request } from './http.ts';

const HOURS = 48;
const BATCHES = 50;

const ask = <T>(schema: ZodType<T>, key: string, path: string, method = 'GET'): Promise<T> =>
  request(schema, `/api/admin/${path}`, { method, headers: { 'X-Admin-Key': key } });

/** Everything that the operator's page shows. */
export const getOverview = async (key: string) => {
  const [stats, health, { hours }, { batches }] = await Promise.all([
    ask(StatsResponse, key, 'stats'),
    ask(QueueHealthResponse, key, 'health'),
    ask(HoursResponse, key, `hours?hours=${HOURS}`),
    ask(BatchesResponse, key, `batches?limit=${BATCHES}`),
  ]);
  return { stats, health, hours, batches };
};
export type Overview = Awaited<ReturnType<typeof getOverview>>;

/** Takes over at once what dead workers hold of a batch. */
export const recover = (key: string, batchId: string): Promise<BatchChangedResponse> =>
  ask(BatchChangedResponse, key, `batch/${encodeURIComponent(batchId)}/recover`, 'POST');

/** Deletes what has had its time. */
export const cleanUp = async (key: string): Promise<CleanupView['removed']> =>
  (await ask(CleanupResponse, key, 'cleanup', 'POST')).removed;
