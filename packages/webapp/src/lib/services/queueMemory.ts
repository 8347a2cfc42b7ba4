/** The chosen sheets, so that a reload or a phone that closed the page loses none. They stay on this device. */
import { del, get, set } from 'idb-keyval';
import type { Sheet, WebSheet } from '../model/queue.ts';
import { either, isFile, isNumber, isText, listOf, objectOf, type Check } from './shape.ts';
import { SHARED_KEY } from './sharedKey.ts';

const KEY = 'heatsync.queue';

/** The tabs that show the queue; null while this one does not. */
let tabs: BroadcastChannel | null = null;

const isUrl: Check<string> = (value): value is string => isText(value) && URL.canParse(value);

const isKept = listOf(
  either(
    isFile,
    objectOf<WebSheet>({
      name: isText,
      size: isNumber,
      type: (value) => value === 'web',
      url: isUrl,
    }),
  ),
);

/** Empty where nothing is kept, or the device keeps nothing (a private window). */
export const readQueue = async (): Promise<Sheet[]> => {
  const kept: unknown = await get(KEY).catch(() => null);
  return isKept(kept) ? kept : [];
};

/** Tells the other tabs, too. */
export const writeQueue = async (sheets: readonly Sheet[]): Promise<void> => {
  await (sheets.length > 0 ? set(KEY, [...sheets]) : del(KEY)).catch(() => undefined);
  tabs?.postMessage(null);
};

/** Calls `onChange` when another tab has written the queue; what it returns ends that. */
export const watchQueue = (onChange: () => void): (() => void) => {
  tabs = new BroadcastChannel(KEY);
  tabs.addEventListener('message', onChange);
  return () => {
    tabs?.close();
    tabs = null;
  };
};

/** What other apps shared with this one, once. */
export const takeShared = async (): Promise<File[]> => {
  const shared: unknown = await get(SHARED_KEY).catch(() => null);
  if (!Array.isArray(shared)) return [];
  await del(SHARED_KEY).catch(() => undefined);
  return shared.filter((one) => one instanceof File);
};
