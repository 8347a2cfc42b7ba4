import type { BatchEvent, BatchView, JobView } from '@heatsync/shared';
import { describe, expect, it } from 'vitest';
import {
  applyBatchEvent,
  emptyBatch,
  isAnswered,
  isFinished,
  settledJobs,
  takeSnapshot,
} from './batchModel.ts';

const at = '2026-06-12T08:00:00Z';

const batch = (status: BatchView['status'] = 'processing'): BatchView => ({
  id: '7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11',
  status,
  swimmerName: 'Ada Fairwater',
  swimmers: ['Ada Fairwater'],
  totalPdfs: 2,
  completedPdfs: 0,
  failedPdfs: 0,
  createdAt: at,
  completedAt: null,
  expiresAt: at,
  lastEventId: 0,
});

const job = (sequence: number, change: Partial<JobView> = {}): JobView => ({
  id: `7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f0${sequence}`,
  sequence,
  filename: `${sequence}.pdf`,
  sourceUrl: null,
  status: 'processing',
  stage: 'extracting',
  progressMessage: null,
  pagesRead: 0,
  pages: 10,
  kind: null,
  resultCode: null,
  meetName: null,
  eventCount: null,
  errorCode: null,
  errorMessage: null,
  cached: false,
  ...change,
});

const snapshot: BatchEvent = {
  type: 'snapshot',
  seq: 3,
  at,
  batch: batch(),
  jobs: [job(1), job(2)],
};
const progress = (seq: number, pagesRead: number): BatchEvent => ({
  type: 'job_progress',
  seq,
  at,
  job: job(1, { pagesRead }),
});
const started = applyBatchEvent(emptyBatch, snapshot);

describe('applyBatchEvent', () => {
  it('starts from a snapshot, whatever its number', () => {
    expect(started).toMatchObject({ seq: 3, stale: false });
    expect(started.jobs.map((one) => one.sequence)).toEqual([1, 2]);
  });

  it('replaces the one job that an event tells of, in its place', () => {
    const next = applyBatchEvent(started, progress(4, 7));
    expect(next.jobs.map((one) => [one.sequence, one.pagesRead])).toEqual([
      [1, 7],
      [2, 0],
    ]);
    expect(next.batch).toBe(started.batch);
  });

  it('never goes backwards', () => {
    const next = applyBatchEvent(started, progress(4, 7));
    expect(applyBatchEvent(next, progress(4, 2))).toBe(next);
    expect(applyBatchEvent(next, progress(2, 1))).toBe(next);
    expect(applyBatchEvent(next, snapshot)).toBe(next);
  });

  it('asks for the whole after a gap, and changes nothing else', () => {
    const next = applyBatchEvent(started, progress(6, 9));
    expect(next).toEqual({ ...started, stale: true });
    const caughtUp = takeSnapshot(next, 6, { batch: batch(), jobs: [job(1, { pagesRead: 9 })] });
    expect(caughtUp).toMatchObject({ seq: 6, stale: false });
  });

  it('knows the end', () => {
    const done = applyBatchEvent(started, {
      type: 'batch_completed',
      seq: 4,
      at,
      batch: batch('partial'),
    });
    expect(isFinished(done)).toBe(true);
    expect(isFinished(started)).toBe(false);
    expect(isFinished(emptyBatch)).toBe(false);
  });

  it('gives no answer before the results of the finished batch are here', () => {
    const done = applyBatchEvent(started, {
      type: 'batch_completed',
      seq: 4,
      at,
      batch: batch('completed'),
    });
    expect(isAnswered(done, null)).toBe(false);
    expect(isAnswered(done, { status: 'processing' })).toBe(false);
    expect(isAnswered(done, { status: 'completed' })).toBe(true);
    expect(isAnswered(started, { status: 'processing' })).toBe(false);
  });

  it('counts failed and finished sheets as settled', () => {
    const failed: BatchEvent = {
      type: 'job_failed',
      seq: 4,
      at,
      batch: batch(),
      job: job(2, { status: 'failed' }),
    };
    expect(settledJobs(applyBatchEvent(started, failed)).map((one) => one.sequence)).toEqual([2]);
  });
});
