/** The operator's page. The key is held here while the page is open and written nowhere. */
import { writable, type Readable } from 'svelte/store';
import { admin as words } from '../words/admin.ts';
import { sentenceOf } from '../model/sentence.ts';
import * as client from '../services/adminClient.ts';

export type { Overview } from '../services/adminClient.ts';

export type AdminPage = {
  /** Null until a key was right. */
  overview: client.Overview | null;
  problem: string | null;
  /** What the last action did. */
  done: string | null;
  isBusy: boolean;
};

export type AdminStore = Readable<AdminPage> & {
  open: (key: string) => Promise<void>;
  refresh: () => Promise<void>;
  recover: (batchId: string) => Promise<void>;
  cleanUp: () => Promise<void>;
  /** Forgets the key and all that was shown. */
  leave: () => void;
};

const nothing: AdminPage = { overview: null, problem: null, done: null, isBusy: false };

export const createAdmin = (): AdminStore => {
  const { subscribe, set, update } = writable(nothing);
  const change = (news: Partial<AdminPage>) => update((page) => ({ ...page, ...news }));
  let key = '';

  /** Does one thing, tells what it did, then shows how things stand. */
  const act = async (work: () => Promise<string | null>): Promise<void> => {
    change({ isBusy: true, problem: null, done: null });
    try {
      const done = await work();
      change({ overview: await client.getOverview(key), done });
    } catch (error) {
      change({ problem: sentenceOf(error) });
    }
    change({ isBusy: false });
  };

  return {
    subscribe,
    open: (given) => {
      key = given;
      return act(async () => null);
    },
    refresh: () => act(async () => null),
    recover: (batchId) =>
      act(async () => {
        await client.recover(key, batchId);
        return words.recovered;
      }),
    cleanUp: () => act(async () => words.removed(await client.cleanUp(key))),
    leave: () => {
      key = '';
      set(nothing);
    },
  };
};
