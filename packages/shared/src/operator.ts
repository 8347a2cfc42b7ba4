/** What the operator's routes answer. */
import { z } from 'zod';
import { BatchStatus } from './types.ts';

const success = z.literal(true);
const Instant = z.iso.datetime({ offset: true });
const AiPurpose = z.enum(['sheet', 'discovery']);
const ByName = z.record(z.string(), z.int());

/** Whether something works, and that something was done. */
export const HealthResponse = z.object({ success, status: z.literal('ok') });
/** The same of batches, and what else this server can do. */
export const BatchHealthResponse = HealthResponse.extend({
  features: z.object({ email: z.boolean() }),
});
export type BatchHealthResponse = z.infer<typeof BatchHealthResponse>;
export const DoneResponse = z.object({ success });

/** Counts over the batches that have not expired; times in seconds. */
export const StatsResponse = z.object({
  success,
  batches: z.object({ total: z.int(), byStatus: ByName }),
  jobs: z.object({
    total: z.int(),
    byStatus: ByName,
    errorCodes: ByName,
    cached: z.int(),
    seconds: z.object({
      p50: z.number().nullable(),
      p95: z.number().nullable(),
      total: z.number(),
    }),
  }),
  engines: z.object({ reader: z.int(), ai: z.int() }),
  /** What was asked of the AI model: all that is remembered by model and purpose, and the newest calls. Cost in US dollars. */
  ai: z.object({
    pagesToday: z.int(),
    pagesPerDay: z.int().nullable(),
    models: z.array(
      z.object({
        ...{ model: z.string(), purpose: AiPurpose, calls: z.int(), failed: z.int() },
        ...{ inputTokens: z.int(), outputTokens: z.int(), cost: z.number().nullable() },
      }),
    ),
    recent: z.array(
      z.object({
        ...{ at: Instant, model: z.string(), purpose: AiPurpose, pages: z.int() },
        ...{ outcome: z.string(), inputTokens: z.int(), outputTokens: z.int() },
        ...{ cost: z.number().nullable(), milliseconds: z.int() },
      }),
    ),
  }),
});

/** Sheets by the hour in which they were done, oldest first, empty hours too; `slowSeconds` is the 95th percentile of those that were read. */
export const HoursResponse = z.object({
  success,
  hours: z.array(
    z.object({
      from: Instant,
      read: z.int(),
      cached: z.int(),
      failed: z.int(),
      slowSeconds: z.number().nullable(),
    }),
  ),
});
export type HourView = z.infer<typeof HoursResponse>['hours'][number];

export const QueueHealthResponse = z.object({
  success,
  status: z.enum(['ok', 'degraded']),
  queue: z.object({
    due: z.int(),
    oldestWaitSeconds: z.number(),
    atWork: z.int(),
    lostLeases: z.int(),
    workersAtWork: z.int(),
    lateBatches: z.int(),
  }),
});

export const BatchesResponse = z.object({
  success,
  batches: z.array(
    z.object({
      id: z.uuid(),
      status: BatchStatus,
      totalPdfs: z.int(),
      completedPdfs: z.int(),
      failedPdfs: z.int(),
      createdAt: Instant,
      startedAt: Instant.nullable(),
      completedAt: Instant.nullable(),
      expiresAt: Instant,
    }),
  ),
});

/** `removed` is null when another process was at it. */
export const CleanupResponse = z.object({
  success,
  removed: z
    .object({ batches: z.int(), files: z.int(), sheets: z.int(), visitors: z.int() })
    .nullable(),
});

export type StatsView = z.infer<typeof StatsResponse>;
export type QueueHealthView = z.infer<typeof QueueHealthResponse>;
export type RecentBatch = z.infer<typeof BatchesResponse>['batches'][number];
export type CleanupView = z.infer<typeof CleanupResponse>;
