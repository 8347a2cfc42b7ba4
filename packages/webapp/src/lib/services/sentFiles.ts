/** The PDFs sent last, so that a race can be shown as it stands on its page. They are on this device anyway. */
import { del, get, set } from 'idb-keyval';
import { isFile, isText, listOf, objectOf } from './shape.ts';

const KEY = 'heatsync.sent';

export type SentFiles = { batchId: string; files: File[] };

const isSent = objectOf<SentFiles>({ batchId: isText, files: listOf(isFile) });

export const keepFiles = (sent: SentFiles): Promise<void> => set(KEY, sent).catch(() => undefined);

/** Null where none are kept. */
export const keptFiles = async (): Promise<SentFiles | null> => {
  const kept: unknown = await get(KEY).catch(() => null);
  return isSent(kept) ? kept : null;
};

export const dropFiles = (): Promise<void> => del(KEY).catch(() => undefined);
