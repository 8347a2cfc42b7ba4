/** What is read on this device alone: names, sheets and what was said of them, kept until it is forgotten or replaced. */
import type { SessionAnswer } from '@heatsync/shared';
import type { Answers } from '@heatsync/shared/results';
import { del, get, set } from 'idb-keyval';
import { isFile, isText, listOf, nullable, objectOf, optional } from './shape.ts';

const KEY = 'heatsync.device';

export type DeviceSearch = { swimmers: string[]; files: File[]; answers: Answers | null };

const isAnswer = objectOf<SessionAnswer>({
  key: isText,
  startTime: optional(isText),
  date: optional(isText),
});

const isSearch = objectOf<DeviceSearch>({
  swimmers: listOf(isText),
  files: listOf(isFile),
  answers: nullable(
    objectOf<Answers>({
      people: listOf(isText),
      sessions: listOf(isAnswer),
      timeZone: nullable(isText),
    }),
  ),
});

/** Where the device keeps nothing (a private window), it lasts as long as the page. */
let current: DeviceSearch | null = null;

export const keepSearch = async (search: DeviceSearch): Promise<void> => {
  current = search;
  await set(KEY, search).catch(() => undefined);
};

/** Null where there is none. */
export const keptSearch = async (): Promise<DeviceSearch | null> => {
  if (current) return current;
  const kept: unknown = await get(KEY).catch(() => null);
  return isSearch(kept) ? kept : null;
};

export const forgetSearch = async (): Promise<void> => {
  current = null;
  await del(KEY).catch(() => undefined);
};
