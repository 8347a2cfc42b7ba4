/** A search that this device makes alone, shown by the same page as one of the server's. No request is made for it. */
import { opaqueName, resultsCalendar, type AnswersRequest } from '@heatsync/shared';
import { mergeAnswers } from '@heatsync/shared/results';
import { writable } from 'svelte/store';
import {
  cancelled,
  DEVICE_BATCH,
  newDeviceBatch,
  readJob,
  renamed,
  withDeviceJob,
} from '../model/deviceBatch.ts';
import {
  forgetSearch,
  keepSearch,
  keptSearch,
  type DeviceSearch,
} from '../services/deviceBatchMemory.ts';
import { endReading, readHere, resultsHere } from '../services/deviceReader/index.ts';
import { deviceSecret } from '../services/deviceSecret.ts';
import { saveFile } from '../services/saveFile.ts';
import { errors } from '../words/common.ts';
import { onlyHere as words } from '../words/onlyHere.ts';
import { emptyPage, type BatchPage, type BatchStore } from './batch.ts';
import { contentKey, learnContents } from './device.ts';
import { rememberFiles } from './sheetFiles.ts';

/** The sentence for a file that cannot be read here. */
const sentenceFor = (error: unknown): string => {
  const code = error instanceof Error ? error.message : '';
  return words.failures[code as keyof typeof words.failures] ?? words.unread;
};

/** Opens what was chosen last on this device, and reads it. */
export const openDeviceBatch = (): BatchStore => {
  let search: DeviceSearch | null = null;
  let known: BatchPage = { ...emptyPage, canManage: true };
  let isStopped = false;
  const store = writable(known);

  const change = (next: Partial<BatchPage>): void => {
    known = { ...known, ...next };
    store.set(known);
  };

  const sheetsRead = () => {
    const done = known.jobs.filter((job) => job.status === 'completed');
    return done.flatMap(({ sequence, filename }) => {
      const file = search?.files[sequence - 1];
      return file ? [{ sequence, filename, file, key: contentKey(file) }] : [];
    });
  };

  const derive = async (): Promise<void> => {
    const { batch } = known;
    if (!batch || !search) return;
    const { swimmerName, swimmers, status, failedPdfs: failedCount } = batch;
    const facts = { batchId: DEVICE_BATCH, swimmerName, swimmers, status, failedCount };
    change({ results: await resultsHere(facts, sheetsRead(), search.answers) });
  };

  const readOne = async (file: File, sequence: number): Promise<void> => {
    const tell = (job: Parameters<typeof withDeviceJob>[2]): void =>
      change(withDeviceJob(known, sequence, job));
    tell({ status: 'processing', stage: 'extracting' });
    try {
      const reading = await readHere(file, contentKey(file), ({ page, pages }) =>
        tell({ pagesRead: page, pages }),
      );
      tell(readJob(reading));
    } catch (error) {
      if (isStopped) return;
      tell({ status: 'failed', errorCode: 'INTERNAL', errorMessage: sentenceFor(error) });
    }
  };

  /** One after the other; what is found so far is shown. */
  const readAll = async (sequences: readonly number[]): Promise<void> => {
    isStopped = false;
    for (const sequence of sequences) {
      const file = search?.files[sequence - 1];
      if (isStopped || !file) return;
      await readOne(file, sequence);
      if (isStopped) return;
      await derive();
    }
  };

  const open = async (): Promise<void> => {
    search = await keptSearch();
    if (!search) return change({ problem: errors.notFound, isMissing: true });
    await learnContents(search.files);
    rememberFiles(DEVICE_BATCH, search.files);
    const names = search.files.map((file) => file.name);
    change(newDeviceBatch(search.swimmers, names, new Date()));
    await readAll(known.jobs.map((job) => job.sequence));
  };

  const cancel = async (): Promise<void> => {
    isStopped = true;
    endReading();
    const results = known.results && { ...known.results, status: 'cancelled' as const };
    change({ ...cancelled(known), results });
  };

  const retry = async (jobId?: string): Promise<void> => {
    const failed = known.jobs.filter((job) => job.status === 'failed');
    await readAll(failed.filter(({ id }) => id === (jobId ?? id)).map((job) => job.sequence));
  };

  const answer = async (asked: AnswersRequest): Promise<void> => {
    if (!search) return;
    const swimmers = renamed(search.swimmers, asked.names);
    search = { ...search, swimmers, answers: mergeAnswers(search.answers, asked) };
    await keepSearch(search);
    change({ batch: known.batch && { ...known.batch, swimmers, swimmerName: swimmers[0] ?? '' } });
    await derive();
  };

  void open();
  return {
    subscribe: store.subscribe,
    cancel,
    retry,
    answer,
    remove: async () => {
      await forgetSearch();
      return true;
    },
    saveCalendar: ({ races, reminder, zone }) => {
      if (!known.results) return;
      const secret = deviceSecret();
      const { filename, text } = resultsCalendar(
        known.results,
        { ...(races && { races: races.map(({ id }) => id) }), reminder, tz: zone },
        { personUid: (key) => opaqueName([secret, key]), changed: new Date() },
      );
      saveFile(new Blob([text], { type: 'text/calendar' }), filename);
    },
    close: () => {
      isStopped = true;
      endReading();
    },
  };
};
