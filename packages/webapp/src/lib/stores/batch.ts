/** A thin shell: holds what the model computes from what the client hears. */
import type { AnswersRequest, BatchEvent, ResultsResponse } from '@heatsync/shared';
import { writable, type Readable } from 'svelte/store';
import {
  applyBatchEvent,
  emptyBatch,
  isFinished,
  settledJobs,
  takeSnapshot,
  type BatchState,
} from '../model/batchModel.ts';
import type { CalendarWish } from '../model/calendarLink.ts';
import { sentenceOf } from '../model/sentence.ts';
import * as client from '../services/batchClient.ts';
import { forgetToken, tokenOf } from '../services/deviceMemory.ts';
import { forgetFiles } from './sheetFiles.ts';

export type BatchPage = BatchState & {
  results: ResultsResponse | null;
  connection: client.Connection;
  /** When this device saw it last (ISO), where there is no connection now. */
  seenAt: string | null;
  /** A sentence where the batch cannot be shown or an action failed. */
  problem: string | null;
  /** There is no such batch, or not any more. */
  isMissing: boolean;
  /** This device made the batch: it may answer and delete. */
  canManage: boolean;
};

export type BatchStore = Readable<BatchPage> & {
  cancel: () => Promise<void>;
  /** Reads again what failed: the one sheet, or all. */
  retry: (jobId?: string) => Promise<void>;
  /** Keeps what the person says of the batch; only the device that made it can. */
  answer: (answers: AnswersRequest) => Promise<void>;
  /** True once everything is gone. */
  remove: () => Promise<boolean>;
  /** Makes the calendar file on this device; null where the server has it under a link. */
  saveCalendar: ((wish: CalendarWish) => void) | null;
  close: () => void;
};

export const emptyPage: BatchPage = {
  ...emptyBatch,
  results: null,
  connection: 'live',
  seenAt: null,
  problem: null,
  isMissing: false,
  canManage: false,
};

/** Results are asked for again whenever this changes. */
const progressOf = (page: BatchPage): string =>
  `${settledJobs(page).length} ${page.batch?.status ?? ''}`;

const isMissing = (error: unknown): boolean =>
  error instanceof client.ClientError && error.code === 'BATCH_NOT_FOUND';

/** Opens a batch and follows it to its end; `close` when the page goes. */
export const openBatch = (batchId: string): BatchStore => {
  const token = tokenOf(batchId);
  let known = { ...emptyPage, canManage: token !== null };
  const store = writable(known);
  const stop = new AbortController();
  let shown = '';
  /** Counts what changes results without a sheet being read: an answer, a connection that is back. */
  let renewals = 0;
  let isFetching = false;
  let isFollowing = false;

  const change = (next: Partial<BatchPage>): void => {
    known = { ...known, ...next };
    store.set(known);
  };

  const report = (error: unknown): void =>
    change({ problem: sentenceOf(error), isMissing: isMissing(error) });

  const wanted = (): string => `${renewals} ${progressOf(known)}`;

  /** One request at a time, so that an older answer never replaces a newer one. */
  const catchUp = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    try {
      while (shown !== wanted()) {
        const asked = wanted();
        change({ results: await client.getResults(batchId), problem: null });
        shown = asked;
      }
    } finally {
      isFetching = false;
    }
  };

  const load = async (): Promise<void> => {
    const answer = await client.getBatch(batchId);
    const seenAt = client.lastSeenAt();
    change({ ...takeSnapshot(known, answer.batch.lastEventId, answer), seenAt });
    if (seenAt) addEventListener('online', again, { once: true, signal: stop.signal });
    await catchUp();
  };

  /** The connection is back: what was seen last gives way to what is. */
  const again = (): void => {
    renewals += 1;
    void load().catch(report);
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

  const follow = async (): Promise<void> => {
    if (isFollowing) return;
    isFollowing = true;
    const follower = {
      lastSeq: () => known.seq,
      onEvent,
      onConnection: (connection: client.Connection) => change({ connection }),
      refetch,
    };
    await client.follow(batchId, follower, stop.signal).finally(() => (isFollowing = false));
  };

  /** Whether it worked; if not, the page says why. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };

  /** Does it, then shows what has come of it. */
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    await attempt(async () => {
      await work();
      renewals += 1;
      await load();
      void follow();
    });
  };

  void follow();
  return {
    subscribe: store.subscribe,
    cancel: () => act(() => client.cancelBatch(batchId)),
    retry: (jobId) => act(() => client.retryBatch(batchId, jobId ?? null)),
    answer: (answers) => act(() => client.answerBatch(batchId, token ?? '', answers)),
    remove: () =>
      attempt(async () => {
        await client.deleteBatch(batchId, token ?? '');
        forgetToken(batchId);
        await forgetFiles(batchId);
      }),
    saveCalendar: null,
    close: () => stop.abort(),
  };
};
