import type { Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Ai } from './ai/calls.ts';
import type { ChangeBus } from './changeBus.ts';
import type { Email } from './email.ts';
import type { PageBrowser } from './crawler/browser.ts';
import type { FileStorage } from './fileStorage.ts';
import type { FreePlaces } from './freePlaces.ts';
import type { SafeFetch } from './safeFetch.ts';
import type { SheetReader } from './sheetReader/index.ts';

/** What services need; made once in `deps.ts` and handed down. */
export type Context = {
  config: Config;
  log: Log;
  db: Db;
  bus: ChangeBus;
  /** Of this process's worker; it has none where no worker runs. */
  places: FreePlaces;
  storage: FileStorage;
  reader: SheetReader;
  /** The only way to the open web. */
  fetch: SafeFetch;
  /** Null where this server sends no mail. */
  email: Email | null;
  /** Renders pages that scripts put together; null where that is switched off. */
  browser: PageBrowser | null;
  /** Null without a key. */
  ai: Ai | null;
  /** Random, made at the first start and the same in every process. */
  secret: string;
};
