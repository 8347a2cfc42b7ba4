/** A thin shell: holds what the model computes from what the client hears. */
import type { BatchEvent, ResultsResponse } from '@heatsync/shared';
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
  /** There is no such batch, or not any more. */
  isMissing: boolean;
};

export type BatchStore = Readable<BatchPage> & {
  cancel: () => Promise<void>;
  close: () => void;
};

const emptyPage: BatchPage = {
  ...emptyBatch,
  results: null,
  connection: 'live',
  problem: null,
  isMissing: false,
};

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

/** Results are asked for again whenever this changes. */
const progressOf = (page: BatchPage): string =>
  `${settledJobs(page).length} ${page.batch?.status ?? ''}`;

const isMissing = (error: unknown): boolean =>
  error instanceof client.ClientError && error.code === 'BATCH_NOT_FOUND';

/** Opens a batch and follows it to its end; `close` when the page goes. */
export const openBatch = (batchId: string): BatchStore => {
  const store = writable(emptyPage);
  const stop = new AbortController();
  let known = emptyPage;
  let shown = '';
  let isFetching = false;

  const change = (next: Partial<BatchPage>): void => {
    known = { ...known, ...next };
    store.set(known);
  };

  const report = (error: unknown): void =>
    change({ problem: sentenceOf(error), isMissing: isMissing(error) });

  /** One request at a time, so that an older answer never replaces a newer one. */
  const catchUp = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    try {
      while (shown !== progressOf(known)) {
        const progress = progressOf(known);
        change({ results: await client.getResults(batchId), problem: null });
        shown = progress;
      }
    } finally {
      isFetching = false;
    }
  };

  const load = async (): Promise<void> => {
    const answer = await client.getBatch(batchId);
    change(takeSnapshot(known, answer.batch.lastEventId, answer));
    await catchUp();
  };

  /** True if there is nothing more to wait for. */
  const refetch = async (): Promise<boolean> => {
    try {
      await load();
      return isFinished(known);
    } catch (error) {
      if (known.batch === null || isMissing(error)) report(error);
      if (isMissing(error)) return true;
      throw error;
    }
  };

  const onEvent = (event: BatchEvent): void => {
    change(applyBatchEvent(known, event));
    void (known.stale ? load() : catchUp()).catch(report);
  };

  void client.follow(
    batchId,
    {
      lastSeq: () => known.seq,
      onEvent,
      onConnection: (connection) => change({ connection }),
      refetch,
    },
    stop.signal,
  );

  const cancel = async (): Promise<void> => {
    try {
      await client.cancelBatch(batchId);
      await load();
    } catch (error) {
      report(error);
    }
  };
  return { subscribe: store.subscribe, cancel, close: () => stop.abort() };
};
