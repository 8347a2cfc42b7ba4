/** What the page knows of a batch, and how an event changes it. Knows neither store nor network. */
import type {
  BatchEvent,
  BatchResponse,
  BatchStatus,
  BatchView,
  JobView,
  ResultsResponse,
} from '@heatsync/shared';

export type BatchState = {
  /** Number of the last event included. */
  seq: number;
  batch: BatchView | null;
  jobs: JobView[];
  /** An event is missing: ask the server for the whole again. */
  stale: boolean;
};

export const emptyBatch: BatchState = { seq: 0, batch: null, jobs: [], stale: false };

const UNFINISHED: readonly BatchStatus[] = ['pending', 'processing'];

export const isFinished = (state: BatchState): boolean =>
  state.batch !== null && !UNFINISHED.includes(state.batch.status);

/** Whether the results are those of the finished batch: before, "no races" would be a guess. */
export const isAnswered = (
  state: BatchState,
  results: Pick<ResultsResponse, 'status'> | null,
): boolean => isFinished(state) && results?.status === state.batch?.status;

const withJob = (jobs: readonly JobView[], job: JobView): JobView[] =>
  [...jobs.filter((known) => known.id !== job.id), job].sort((a, b) => a.sequence - b.sequence);

/** Takes the whole from the server unless something newer is known already. */
export const takeSnapshot = (
  state: BatchState,
  seq: number,
  { batch, jobs }: Pick<BatchResponse, 'batch' | 'jobs'>,
): BatchState => (seq < state.seq ? state : { seq, batch, jobs, stale: false });

/** Never backwards: an old event changes nothing; one that comes after a gap only marks the state stale. */
export const applyBatchEvent = (state: BatchState, event: BatchEvent): BatchState => {
  if (event.type === 'snapshot') return takeSnapshot(state, event.seq, event);
  if (event.seq <= state.seq) return state;
  if (event.seq > state.seq + 1) return { ...state, stale: true };
  return {
    ...state,
    seq: event.seq,
    batch: ('batch' in event ? event.batch : null) ?? state.batch,
    jobs: 'job' in event ? withJob(state.jobs, event.job) : state.jobs,
  };
};

/** Sheets that will not change any more. */
export const settledJobs = (state: BatchState): JobView[] =>
  state.jobs.filter((job) => ['completed', 'failed', 'cancelled'].includes(job.status));
