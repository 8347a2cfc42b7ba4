import type { Config } from './config.ts';
import { openDatabase } from './db/client.ts';
import type { Log } from './log.ts';
import { createAi } from './services/ai/calls.ts';
import { createChangeBus } from './services/changeBus.ts';
import type { Context } from './services/context.ts';
import { createEmail } from './services/email.ts';
import { createBroadcast, type Broadcast } from './services/eventBroadcast.ts';
import { createPageBrowser } from './services/crawler/browser.ts';
import { createFileStorage } from './services/fileStorage.ts';
import { createFreePlaces } from './services/freePlaces.ts';
import { createSafeFetch, type Resolve } from './services/safeFetch.ts';
import { loadSecret } from './services/secrets.ts';
import { createSheetReader } from './services/sheetReader/index.ts';

/** `directUrl` reaches PostgreSQL without a pooler, for LISTEN; `resolve` answers for DNS. */
export type Outside = { url: string; directUrl: string | null; resolve?: Resolve };

const openDoor = (
  { fetchAllow, baseUrl, crawler, crawlerBrowser }: Config,
  log: Log,
  resolve?: Resolve,
) => {
  const open = fetchAllow.map(({ address, port }) => `${address}:${port}`);
  if (open.length > 0)
    log.warn({ open }, 'FETCH_ALLOW opens private addresses; only tests want that');
  const userAgent = baseUrl === null ? 'HeatSync' : `HeatSync (+${baseUrl})`;
  const door = { allow: fetchAllow, userAgent, ...(resolve && { resolve }) };
  const hasBrowser = crawler && crawlerBrowser !== null;
  return {
    fetch: createSafeFetch(door),
    browser: hasBrowser ? createPageBrowser({ ...door, ...crawlerBrowser, log }) : null,
  };
};

export type Deps = { context: Context; broadcast: Broadcast; close(): Promise<void> };

/**
 * Makes everything that routes and jobs need, on a migrated database. `close` ends what was made,
 * streams first.
 */
export const createDeps = async (
  config: Config,
  log: Log,
  { url, directUrl, resolve }: Outside,
): Promise<Deps> => {
  const storage = await createFileStorage(config);
  const database = openDatabase(url, directUrl);
  const { db } = database;
  const bus = createChangeBus(db, log);
  const reader = createSheetReader({ ...config.reader, maxPages: config.limits.pdfPages });
  const { fetch, browser } = openDoor(config, log, resolve);
  const secret = await loadSecret(db);
  const ai = createAi({ config, log, db });
  const context = {
    config,
    log,
    db,
    bus,
    places: createFreePlaces(),
    storage,
    reader,
    fetch,
    browser,
    ai,
    email: createEmail(config),
    secret,
  };
  const unlisten = await database.listen(bus.arrived);
  const broadcast = createBroadcast(context);
  return {
    context,
    broadcast,
    close: async () => {
      broadcast.close();
      await reader.close();
      await unlisten();
      await bus.close();
      await database.close();
    },
  };
};
