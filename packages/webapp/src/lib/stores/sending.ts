/** Sheets on their way to where they are read: how much of them is sent, or why it did not work. */
import { writable, type Readable } from 'svelte/store';
import { isWebSheet } from '../model/queue.ts';
import { sentenceOf } from '../model/sentence.ts';
import { onlyHere as onlyHereWords } from '../words/onlyHere.ts';
import { form } from '../words/start.ts';
import { announce } from './announce.ts';
import type { Queue } from './queue.ts';
import { loadSample, searchHere, searchOnServer, type Search } from './search.ts';
import { holdPage } from './version.ts';

/** From 0 to 1 while it is sent; else null. */
export type Sending = { share: number | null; problem: string | null };

export type Sender = Readable<Sending> & {
  /** Resolves to the address of the page with the races; to null where it did not work, which is said. */
  send: (search: Search, onlyHere: boolean) => Promise<string | null>;
  /** The swimmer of the sample meet, whose sheets are lent to the queue; null where it is not there. */
  lendSample: () => Promise<string | null>;
  /** What was wrong is not any more. */
  clear: () => void;
};

/** Said at each quarter; the eye sees each step. */
const tell = (share: number, before: number): void => {
  if (Math.floor(share * 4) > Math.floor(before * 4))
    announce(form.sending(Math.round(share * 100)));
};

export const openSender = (queue: Queue): Sender => {
  let known: Sending = { share: null, problem: null };
  const store = writable(known);

  const show = (next: Sending): void => {
    known = next;
    store.set(known);
  };

  const refuse = (problem: string): null => {
    show({ share: null, problem });
    announce(problem);
    return null;
  };

  const onProgress = (share: number): void => {
    tell(share, known.share ?? 0);
    show({ share, problem: null });
  };

  const send: Sender['send'] = async (search, onlyHere) => {
    if (onlyHere && search.sheets.some(isWebSheet)) return refuse(onlyHereWords.fromWeb);
    show({ share: 0, problem: null });
    try {
      return await holdPage(() =>
        queue.send(() => (onlyHere ? searchHere(search) : searchOnServer(search, onProgress))),
      );
    } catch (error) {
      return refuse(sentenceOf(error));
    }
  };

  const lendSample: Sender['lendSample'] = async () => {
    show({ share: null, problem: null });
    try {
      const sample = await loadSample();
      queue.lend(sample.files);
      return sample.swimmer;
    } catch (error) {
      return refuse(sentenceOf(error));
    }
  };

  const clear = (): void => show({ ...known, problem: null });

  return { subscribe: store.subscribe, send, lendSample, clear };
};
