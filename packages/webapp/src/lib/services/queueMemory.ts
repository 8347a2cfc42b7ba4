/** The chosen sheets, so that a reload or a phone that closed the page loses none. They stay on this device. */
import { del, get, set } from 'idb-keyval';

const KEY = 'heatsync.queue';

const isFiles = (value: unknown): value is File[] =>
  Array.isArray(value) && value.every((one) => one instanceof File);

/** Empty where nothing is kept, or the device keeps nothing (a private window). */
export const readQueue = async (): Promise<File[]> => {
  const kept: unknown = await get(KEY).catch(() => null);
  return isFiles(kept) ? kept : [];
};

export const writeQueue = async (files: readonly File[]): Promise<void> => {
  await (files.length > 0 ? set(KEY, [...files]) : del(KEY)).catch(() => undefined);
};
