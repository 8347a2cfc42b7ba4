/** The PDFs sent last, so that a race can be shown as it stands on its page. They are on this device anyway. */
import './strictParsing.ts';
import { del, get, set } from 'idb-keyval';
import { z } from 'zod';

const KEY = 'heatsync.sent';

const Kept = z.object({ batchId: z.string(), files: z.array(z.instanceof(File)) });
export type SentFiles = z.infer<typeof Kept>;

export const keepFiles = (sent: SentFiles): Promise<void> => set(KEY, sent).catch(() => undefined);

/** Null where none are kept. */
export const keptFiles = async (): Promise<SentFiles | null> => {
  const kept = Kept.safeParse(await get(KEY).catch(() => null));
  return kept.success ? kept.data : null;
};

export const dropFiles = (): Promise<void> => del(KEY).catch(() => undefined);
