/** Results seen once, for a pool without a connection. The server is always asked first; a kept answer says when it was seen. */
const CACHE = 'results';
export const SEEN_AT = 'x-seen-at';

/** Batches, of two answers each. */
const MOST_KEPT = 20;
/** Longer the server does not keep them either. */
const KEPT_MS = 30 * 24 * 3_600_000;
const PATIENCE_MS = 10_000;

/** A batch and its races; not the stream, the calendar or anything else that could go stale. */
export const isResults = (pathname: string): boolean =>
  /^\/api\/batch\/[0-9a-f-]{36}(\/results)?$/.test(pathname);

const seenAt = (response: Response | undefined): number =>
  Date.parse(response?.headers.get(SEEN_AT) ?? '') || 0;

/** Drops what is too old, and the oldest of too many. */
const tidy = async (cache: Cache): Promise<void> => {
  const keys = await cache.keys();
  const isLeft = await Promise.all(
    keys.map(
      async (key, index) =>
        index < keys.length - MOST_KEPT || Date.now() - seenAt(await cache.match(key)) > KEPT_MS,
    ),
  );
  await Promise.all(keys.filter((_, index) => isLeft[index]).map((key) => cache.delete(key)));
};

const keep = async (cache: Cache, request: Request, response: Response): Promise<void> => {
  const headers = new Headers(response.headers);
  headers.set(SEEN_AT, new Date().toISOString());
  await cache.delete(request);
  await cache.put(request, new Response(await response.blob(), { headers }));
  await tidy(cache);
};

const batchOf = (pathname: string): string => pathname.split('/').slice(0, 4).join('/');

const forget = async (cache: Cache, { url }: Request): Promise<void> => {
  const batch = batchOf(new URL(url).pathname);
  const keys = await cache.keys();
  const own = keys.filter((key) => batchOf(new URL(key.url).pathname) === batch);
  await Promise.all(own.map((key) => cache.delete(key)));
};

/** From the server; without it, as seen last. What is gone there is forgotten here. */
export const seenResults = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  try {
    const fresh = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (fresh.ok) await keep(cache, request, fresh.clone());
    else if (fresh.status === 404) await forget(cache, request);
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};

/** A deletion goes to the server; what was seen goes with it. */
export const forgetResults = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  if (response.ok) await forget(await caches.open(CACHE), request);
  return response;
};
