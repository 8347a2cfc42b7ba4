/** A batch that this device reads for itself, in the shapes of one that the server reads. Nothing of it leaves the device. */
import type { AnswersRequest, JobView } from '@heatsync/shared';
import { settledJobs, type BatchState } from './batchModel.ts';
import type { Reading } from './reading.ts';

/** What stands in the place of a batch's id: there is one at a time. */
export const DEVICE_BATCH = 'device';

const newJob = (filename: string, index: number): JobView => ({
  ...{ id: String(index), sequence: index + 1, filename, sourceUrl: null },
  ...{ status: 'pending', stage: 'queued', progressMessage: null, pagesRead: null, pages: null },
  ...{ kind: null, resultCode: null, meetName: null, eventCount: null },
  ...{ errorCode: null, errorMessage: null, cached: false },
});

export const newDeviceBatch = (
  swimmers: readonly string[],
  filenames: readonly string[],
  at: Date,
): BatchState => ({
  seq: 0,
  stale: false,
  jobs: filenames.map(newJob),
  batch: {
    ...{ id: DEVICE_BATCH, status: 'processing', swimmerName: swimmers[0] ?? '' },
    ...{ swimmers: [...swimmers], totalPdfs: filenames.length, completedPdfs: 0, failedPdfs: 0 },
    ...{ createdAt: at.toISOString(), completedAt: null, expiresAt: at.toISOString() },
    lastEventId: 0,
  },
});

const numberOf = (jobs: readonly JobView[], status: JobView['status']): number =>
  jobs.filter((job) => job.status === status).length;

const statusOf = (jobs: readonly JobView[]) => {
  const failed = numberOf(jobs, 'failed');
  if (failed === 0) return 'completed';
  return failed === jobs.length ? 'failed' : 'partial';
};

/** Counters always equal the jobs; when all are settled, so is the batch. */
const counted = (state: BatchState, jobs: JobView[]): BatchState => {
  const isSettled = settledJobs({ ...state, jobs }).length === jobs.length;
  return {
    ...state,
    jobs,
    batch: state.batch && {
      ...state.batch,
      completedPdfs: numberOf(jobs, 'completed'),
      failedPdfs: numberOf(jobs, 'failed'),
      status: isSettled ? statusOf(jobs) : 'processing',
    },
  };
};

/** Changes one sheet's job. */
export const withDeviceJob = (
  state: BatchState,
  sequence: number,
  change: Partial<JobView>,
): BatchState =>
  counted(
    state,
    state.jobs.map((job) => (job.sequence === sequence ? { ...job, ...change } : job)),
  );

/** What a job says once its sheet is read. */
export const readJob = (reading: Reading): Partial<JobView> => ({
  ...{ status: 'completed', stage: 'done', kind: reading.kind, meetName: reading.meetName },
  ...{ pages: reading.pages, pagesRead: reading.pages, errorCode: null, errorMessage: null },
});

/** The names to look for, some of them changed. */
export const renamed = (
  swimmers: readonly string[],
  names: AnswersRequest['names'] = [],
): string[] =>
  swimmers.map((typed, index) => names.findLast((one) => one.swimmer === index)?.name ?? typed);

/** Stopped by hand: what was not read stays so. */
export const cancelled = (state: BatchState): BatchState => ({
  ...state,
  jobs: state.jobs.map((job) =>
    ['pending', 'processing'].includes(job.status) ? { ...job, status: 'cancelled' } : job,
  ),
  batch: state.batch && { ...state.batch, status: 'cancelled' },
});
