/** The program itself: its page and its files, which never change under their address. */
import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';

const PREFIX = 'shell-';
const CURRENT = `${PREFIX}${version}`;
/** For every address but the start page's, which is drawn already. */
const SHELL = '/shell.html';
/** The last version's files stay for pages that are still open. */
const VERSIONS_KEPT = 2;
/** Bad Wi-Fi that answers nothing is as good as none. */
const PATIENCE_MS = 4_000;

/** The reading engine is large: it is kept when it is first used, not before. The sample meet needs the server. */
const isWanted = (path: string): boolean => !/\/workers\/|(^|\/)sample\//.test(path);

export const keepShell = async (): Promise<void> => {
  const cache = await caches.open(CURRENT);
  const files = [...immutable, ...assets].map(({ path }) => path).filter(isWanted);
  await cache.addAll(['/', SHELL, ...files.map((path) => new URL(path, location.origin).pathname)]);
};

export const dropOldShells = async (): Promise<void> => {
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const old = shells.filter((name) => name !== CURRENT).slice(0, -(VERSIONS_KEPT - 1));
  await Promise.all(old.map((name) => caches.delete(name)));
};

/** From the network, so that the newest version shows; without one, the page that was kept. */
export const shellPage = async (request: Request): Promise<Response> => {
  const isStart = new URL(request.url).pathname === '/';
  const kept = await (await caches.open(CURRENT)).match(isStart ? '/' : SHELL);
  if (!kept) return fetch(request);
  return fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => kept);
};

export const immutableFile = async (request: Request): Promise<Response> => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(CURRENT)).put(request, fresh.clone());
  return fresh;
};
