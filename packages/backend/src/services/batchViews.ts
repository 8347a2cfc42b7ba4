import type { BatchView, JobView, NotificationState } from '@heatsync/shared';
import type { BatchRow } from '../db/queries/batches.ts';
import type { JobRow } from '../db/queries/jobs.ts';

const notificationOf = (batch: BatchRow): NotificationState => {
  if (batch.notificationSentAt) return 'sent';
  if (batch.notificationEmail !== null) return 'asked';
  return batch.notificationError === null ? 'none' : 'failed';
};

export const toBatchView = (batch: BatchRow, swimmers: string[]): BatchView => ({
  id: batch.id,
  status: batch.status,
  swimmerName: batch.swimmerNameDisplay,
  swimmers,
  totalPdfs: batch.totalPdfs,
  completedPdfs: batch.completedPdfs,
  failedPdfs: batch.failedPdfs,
  createdAt: batch.createdAt.toISOString(),
  completedAt: batch.completedAt?.toISOString() ?? null,
  expiresAt: batch.expiresAt.toISOString(),
  lastEventId: batch.lastEventId,
  notification: notificationOf(batch),
});

export const toJobView = (job: JobRow): JobView => ({
  id: job.id,
  sequence: job.sequence,
  filename: job.filename,
  sourceUrl: job.sourceUrl,
  status: job.status,
  stage: job.stage,
  progressMessage: job.progressMessage,
  pagesRead: job.pagesRead,
  pages: job.pages,
  kind: job.kind,
  resultCode: job.resultCode,
  meetName: job.meetName,
  eventCount: job.eventCount,
  errorCode: job.errorCode,
  errorMessage: job.errorMessage,
  cached: job.cached,
});
