/** What is read on this device alone: names, sheets and what was said of them, kept until it is forgotten or replaced. */
import './strictParsing.ts';
import { SessionAnswer } from '@heatsync/shared';
import { del, get, set } from 'idb-keyval';
import { z } from 'zod';

const KEY = 'heatsync.device';

const Kept = z.object({
  swimmers: z.array(z.string()),
  files: z.array(z.instanceof(File)),
  answers: z
    .object({
      people: z.array(z.string()),
      sessions: z.array(SessionAnswer),
      timeZone: z.string().nullable(),
    })
    .nullable(),
});
export type DeviceSearch = z.infer<typeof Kept>;

/** Where the device keeps nothing (a private window), it lasts as long as the page. */
let current: DeviceSearch | null = null;

export const keepSearch = async (search: DeviceSearch): Promise<void> => {
  current = search;
  await set(KEY, search).catch(() => undefined);
};

/** Null where there is none. */
export const keptSearch = async (): Promise<DeviceSearch | null> => {
  if (current) return current;
  const kept = Kept.safeParse(await get(KEY).catch(() => null));
  return kept.success ? kept.data : null;
};

export const forgetSearch = async (): Promise<void> => {
  current = null;
  await del(KEY).catch(() => undefined);
};
