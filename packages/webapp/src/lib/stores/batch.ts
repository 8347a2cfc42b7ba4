/** A thin shell: holds what the model computes from what the client hears. */
import type { ResultsResponse } from '@heatsync/shared';
import { writable, type Readable } from 'svelte/store';
import {
  applyBatchEvent,
  emptyBatch,
  isFinished,
  settledJobs,
  takeSnapshot,
  type BatchState,
} from '../model/batchModel.ts';
import * as client from '../services/batchClient.ts';
import { rememberToken } from '../services/deviceMemory.ts';

export { newAttempt } from '../services/batchClient.ts';
export { loadSample } from '../services/sampleMeet.ts';

export type BatchPage = BatchState & {
  results: ResultsResponse | null;
  connection: client.Connection;
  /** A sentence where the batch cannot be shown or an action failed. */
  problem: string | null;
};

export type BatchStore = Readable<BatchPage> & {
  cancel: () => Promise<void>;
  close: () => void;
};

const emptyPage: BatchPage = { ...emptyBatch, results: null, connection: 'live', problem: null };

/** The sentence of an error, for the page. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Sends a new batch and keeps its token on this device; resolves to its id. */
export const startBatch = async (
  batch: client.NewBatch,
  onProgress: (share: number) => void,
): Promise<string> => {
  const { batchId, manageToken } = await client.createBatch(batch, onProgress);
  rememberToken(batchId, manageToken);
  return batchId;
};

/** Opens a batch and follows it to its end; `close` when the page goes. */
export const openBatch = (batchId: string): BatchStore => {
  const store = writable(emptyPage);
  const stop = new AbortController();
  let known = emptyPage;
  const change = (next: Partial<BatchPage>): void => {
    known = { ...known, ...next };
    store.set(known);
  };

  const fetchResults = async (): Promise<void> => {
    const results = await client.getResults(batchId);
    change({ results });
  };

  const takeState = async (next: BatchState): Promise<void> => {
    const isNew = settledJobs(next).length !== settledJobs(known).length;
    const ended = isFinished(next) && !isFinished(known);
    change(next);
    if (isNew || ended || known.results === null) await fetchResults();
  };

  const refetch = async (): Promise<boolean> => {
    const answer = await client.getBatch(batchId);
    await takeState(takeSnapshot(known, answer.batch.lastEventId, answer));
    return isFinished(known);
  };

  const report = (error: unknown): void => change({ problem: sentenceOf(error) });

  const onEvent = async (event: Parameters<typeof applyBatchEvent>[1]): Promise<void> => {
    await takeState(applyBatchEvent(known, event));
    if (known.stale) await refetch();
  };

  const run = async (): Promise<void> => {
    if (await refetch()) return;
    await client.follow(
      batchId,
      {
        lastSeq: () => known.seq,
        onEvent: (event) => void onEvent(event).catch(report),
        onConnection: (connection) => change({ connection }),
        refetch,
      },
      stop.signal,
    );
  };
  void run().catch(report);

  const cancel = async (): Promise<void> => {
    try {
      await client.cancelBatch(batchId);
      await refetch();
    } catch (error) {
      report(error);
    }
  };
  return { subscribe: store.subscribe, cancel, close: () => stop.abort() };
};
