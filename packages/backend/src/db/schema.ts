import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { HeatSheet, SheetKind } from '@heatsync/heatsheet';
import type { BatchEvent, BatchStatus, JobStage, JobStatus, SessionAnswer } from '@heatsync/shared';

export type AiPurpose = 'sheet' | 'discovery';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => instant('created_at').notNull().defaultNow();

export const processingBatches = pgTable(
  'processing_batches',
  {
    id: uuid('id').primaryKey(),
    swimmerNameNormalized: varchar('swimmer_name_normalized', { length: 255 }).notNull(),
    swimmerNameDisplay: varchar('swimmer_name_display', { length: 255 }).notNull(),
    totalPdfs: integer('total_pdfs').notNull(),
    completedPdfs: integer('completed_pdfs').notNull().default(0),
    failedPdfs: integer('failed_pdfs').notNull().default(0),
    status: varchar('status', { length: 20 }).$type<BatchStatus>().notNull().default('pending'),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    completedAt: instant('completed_at'),
    expiresAt: instant('expires_at').notNull(),
    processingTimeoutAt: instant('processing_timeout_at'),
    workerHeartbeat: instant('worker_heartbeat'),
    clientIp: varchar('client_ip', { length: 45 }),
    userAgent: text('user_agent'),
    lastEventId: integer('last_event_id').notNull().default(0),
    notificationEmail: varchar('notification_email', { length: 255 }),
    notificationSentAt: instant('notification_sent_at'),
    /** When the mail is to be tried next, how often it was, and since when. */
    notificationDueAt: instant('notification_due_at'),
    notificationAttempts: integer('notification_attempts').notNull().default(0),
    notificationTriedAt: instant('notification_tried_at'),
    /** Why no mail will come: a short code of the provider's. */
    notificationError: varchar('notification_error', { length: 40 }),
    /** The mailer that has it at work, and until when it surely does. */
    notificationLeaseOwner: uuid('notification_lease_owner'),
    notificationLeaseUntil: instant('notification_lease_until'),
    /** SHA-256 of the token that only the creating device got, hex. */
    manageTokenHash: varchar('manage_token_hash', { length: 64 }).notNull(),
  },
  (t) => [
    index('processing_batches_open')
      .on(t.createdAt)
      .where(sql`status in ('pending', 'processing')`),
    index('processing_batches_expires').on(t.expiresAt),
    index('processing_batches_mail')
      .on(t.notificationDueAt)
      .where(sql`notification_email is not null`),
    index('processing_batches_visitors')
      .on(t.createdAt)
      .where(sql`client_ip is not null or user_agent is not null`),
  ],
);

const batchId = () =>
  uuid('batch_id')
    .notNull()
    .references(() => processingBatches.id, { onDelete: 'cascade' });

export const batchJobs = pgTable(
  'batch_jobs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    batchId: batchId(),
    sequence: integer('sequence').notNull(),
    sourceType: varchar('source_type', { length: 10 }).$type<'file' | 'url'>().notNull(),
    sourceUrl: text('source_url'),
    filename: varchar('filename', { length: 255 }).notNull(),
    /** Key in file storage; null once the file is gone. */
    tempFilePath: text('temp_file_path'),
    fileChecksum: varchar('file_checksum', { length: 32 }),
    status: varchar('status', { length: 20 }).$type<JobStatus>().notNull().default('pending'),
    stage: varchar('stage', { length: 30 }).$type<JobStage>().notNull().default('queued'),
    progressMessage: text('progress_message'),
    extractionId: uuid('extraction_id').references(() => extractionResults.id, {
      onDelete: 'set null',
    }),
    resultCode: varchar('result_code', { length: 12 }),
    errorMessage: text('error_message'),
    errorCode: varchar('error_code', { length: 30 }),
    retryCount: integer('retry_count').notNull().default(0),
    cached: boolean('cached').notNull().default(false),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    completedAt: instant('completed_at'),
    kind: varchar('kind', { length: 20 }).$type<SheetKind>(),
    meetName: text('meet_name'),
    eventCount: integer('event_count'),
    pagesRead: integer('pages_read'),
    pages: integer('pages'),
    runAt: instant('run_at').notNull().defaultNow(),
    /** The worker that has the job, until when it surely does, and how often one died over it. */
    leaseOwner: uuid('lease_owner'),
    leaseUntil: instant('lease_until'),
    lostLeases: integer('lost_leases').notNull().default(0),
    /** The request that queued it, so that the log can be followed from one to the other. */
    requestId: varchar('request_id', { length: 36 }),
  },
  (t) => [
    unique('batch_jobs_sequence').on(t.batchId, t.sequence),
    index('batch_jobs_checksum').on(t.fileChecksum),
    index('batch_jobs_file')
      .on(t.tempFilePath)
      .where(sql`temp_file_path is not null`),
    index('batch_jobs_lease')
      .on(t.leaseUntil)
      .where(sql`lease_until is not null`),
  ],
);

/** Who is looked for: 1 to 6 names, in the order typed. */
export const batchSwimmers = pgTable(
  'batch_swimmers',
  {
    batchId: batchId(),
    position: integer('position').notNull(),
    name: varchar('name', { length: 255 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.position] })],
);

/** What the people with the batch said: who is meant (one key a name), when sessions start, the zone. */
export const batchAnswers = pgTable('batch_answers', {
  batchId: batchId().primaryKey(),
  people: jsonb('people').$type<string[]>().notNull().default([]),
  sessions: jsonb('sessions').$type<SessionAnswer[]>().notNull().default([]),
  timeZone: varchar('time_zone', { length: 64 }),
  changedAt: instant('changed_at').notNull().defaultNow(),
});

/** Numbered 1, 2, 3… per batch without a gap; `data` is what the stream sends. */
export const batchEvents = pgTable(
  'batch_events',
  {
    batchId: batchId(),
    seq: integer('seq').notNull(),
    type: varchar('type', { length: 20 }).$type<BatchEvent['type']>().notNull(),
    data: jsonb('data').$type<BatchEvent>().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.seq] })],
);

/** A sheet is read once; `json`, not `jsonb`, as that refuses characters that PDFs may hold. */
export const parsedSheets = pgTable(
  'parsed_sheets',
  {
    checksum: varchar('checksum', { length: 32 }).notNull(),
    readerVersion: integer('reader_version').notNull(),
    sheet: json('sheet').$type<HeatSheet>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.checksum, t.readerVersion] })],
);

export const pdfFiles = pgTable('pdf_files', {
  id: uuid('id').primaryKey().defaultRandom(),
  checksum: varchar('checksum', { length: 32 }).notNull().unique(),
  sourceUrl: text('source_url'),
  filename: varchar('filename', { length: 255 }),
  fileSizeBytes: integer('file_size_bytes'),
  openaiFileId: varchar('openai_file_id', { length: 100 }),
  openaiFileExpiresAt: instant('openai_file_expires_at'),
  /** Set where this is no PDF of its own but what was sent of one to the AI model: that one's checksum. */
  partOf: varchar('part_of', { length: 32 }),
  createdAt: createdAt(),
});

export const extractionResults = pgTable(
  'extraction_results',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    pdfId: uuid('pdf_id')
      .notNull()
      .references(() => pdfFiles.id, { onDelete: 'cascade' }),
    swimmerNameNormalized: varchar('swimmer_name_normalized', { length: 255 }).notNull(),
    engine: varchar('engine', { length: 10 }).$type<'reader' | 'ai'>().notNull(),
    /** What the AI model took the sheet for; null for other engines. */
    kind: varchar('kind', { length: 20 }).$type<SheetKind>(),
    meetName: text('meet_name'),
    meetStart: varchar('meet_start', { length: 10 }),
    meetEnd: varchar('meet_end', { length: 10 }),
    venue: text('venue'),
    events: jsonb('events').$type<unknown[]>().notNull(),
    warnings: jsonb('warnings').$type<unknown[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [unique('extraction_results_once').on(t.pdfId, t.swimmerNameNormalized, t.engine)],
);

export const resultLinks = pgTable('result_links', {
  shortCode: varchar('short_code', { length: 12 }).primaryKey(),
  extractionId: uuid('extraction_id')
    .notNull()
    .references(() => extractionResults.id, { onDelete: 'cascade' }),
  viewCount: integer('view_count').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
});

/** Leased slots: an AI request is open only while it holds one. */
export const aiSlots = pgTable('ai_slots', {
  slot: integer('slot').primaryKey(),
  leaseOwner: uuid('lease_owner'),
  leaseUntil: instant('lease_until'),
});

/** Pages sent to the AI model, by UTC day. A page is counted before it is sent, so that nobody passes the limit. */
export const aiPages = pgTable('ai_pages', {
  day: date('day').primaryKey(),
  pages: integer('pages').notNull(),
});

/** Every request to the AI model that was answered or failed; it says nothing of what was asked. */
export const aiCalls = pgTable(
  'ai_calls',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    purpose: varchar('purpose', { length: 20 }).$type<AiPurpose>().notNull(),
    model: varchar('model', { length: 100 }).notNull(),
    pages: integer('pages').notNull(),
    /** `ok` or what went wrong. */
    outcome: varchar('outcome', { length: 20 }).notNull(),
    inputTokens: integer('input_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    /** In US dollars; null where the model's price is not known. */
    cost: doublePrecision('cost'),
    milliseconds: integer('milliseconds').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('ai_calls_created').on(t.createdAt)],
);

/** `key` is the SHA-256 of the header, `fingerprint` that of what was sent with it. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  key: varchar('key', { length: 64 }).primaryKey(),
  fingerprint: varchar('fingerprint', { length: 64 }).notNull(),
  batchId: batchId(),
  createdAt: createdAt(),
});

export const rateCounters = pgTable(
  'rate_counters',
  {
    bucket: varchar('bucket', { length: 100 }).notNull(),
    windowStart: instant('window_start').notNull(),
    hits: integer('hits').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.windowStart] })],
);

/** Whose mailbox gets no mail any more: a keyed hash, not the address. */
export const mailOptOuts = pgTable('mail_opt_outs', {
  mailbox: varchar('mailbox', { length: 64 }).primaryKey(),
  createdAt: createdAt(),
});

/** Holds one random secret, made at the first start. */
export const settings = pgTable('settings', {
  key: varchar('key', { length: 50 }).primaryKey(),
  value: text('value').notNull(),
});
