/** The chosen sheets, so that a reload or a phone that closed the page loses none. They stay on this device. */
import './strictParsing.ts';
import { del, get, set } from 'idb-keyval';
import { z } from 'zod';
import type { Sheet } from '../model/queue.ts';
import { SHARED_KEY } from './sharedKey.ts';

const KEY = 'heatsync.queue';

const Kept = z.array(
  z.union([
    z.instanceof(File),
    z.object({ name: z.string(), size: z.number(), type: z.literal('web'), url: z.url() }),
  ]),
);

/** Empty where nothing is kept, or the device keeps nothing (a private window). */
export const readQueue = async (): Promise<Sheet[]> => {
  const kept = Kept.safeParse(await get(KEY).catch(() => null));
  return kept.success ? kept.data : [];
};

export const writeQueue = async (sheets: readonly Sheet[]): Promise<void> => {
  await (sheets.length > 0 ? set(KEY, [...sheets]) : del(KEY)).catch(() => undefined);
};

/** What other apps shared with this one, once. */
export const takeShared = async (): Promise<File[]> => {
  const shared: unknown = await get(SHARED_KEY).catch(() => null);
  if (!Array.isArray(shared)) return [];
  await del(SHARED_KEY).catch(() => undefined);
  return shared.filter((one) => one instanceof File);
};
