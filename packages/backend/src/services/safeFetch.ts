/** The one door to the open web: whatever address a stranger gives is opened here. */
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import http, {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { AppError, TransientError } from '../errors.ts';
import { ACCEPT_ENCODING, bodyOf, type FetchBody } from './fetchBody.ts';
import { createFetchDeadline, type FetchDeadline } from './fetchDeadline.ts';
import { checkAddresses, hostOf, parseWebUrl, type Endpoint } from './urlValidation.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const BUSY = [408, 425, 429];

/** All addresses of a name. Rejects when there are none. */
export type Resolve = (name: string) => Promise<string[]>;

export const resolveName: Resolve = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);

type Timing = { connectMs: number; headersMs: number; bodyMs: number };
const TIMING: Timing = { connectMs: 10_000, headersMs: 20_000, bodyMs: 120_000 };

export type FetchOptions = {
  method?: 'GET' | 'HEAD';
  /** What of the body is read at most, unpacked. */
  maxBytes: number;
  signal: AbortSignal;
};
/** `close` when the body is not read to its end. */
export type Fetched = FetchBody & { url: URL; headers: IncomingHttpHeaders; close(): void };

/**
 * Opens an address, following up to five redirects; each is checked as the first one. Throws
 * `INVALID_URL`, `BLOCKED_URL`, `FETCH_FAILED` (as `TransientError` when trying again may help), and
 * the signal's reason.
 */
export type SafeFetch = (address: string, options: FetchOptions) => Promise<Fetched>;

/** Hands out the addresses that were checked; the name is not asked for again. */
const pinned = (addresses: string[]): LookupFunction => {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  const [first = { address: '', family: 4 }] = all;
  return (_name, options, done) =>
    options.all ? done(null, all) : done(null, first.address, first.family);
};

const answerOf = async (
  request: ClientRequest,
  deadline: FetchDeadline,
  headersMs: number,
): Promise<IncomingMessage> => {
  request.once('socket', (socket) => {
    const connected = request.protocol === 'https:' ? 'secureConnect' : 'connect';
    socket.once(connected, () => deadline.allow(headersMs));
  });
  request.on('error', () => undefined); // after the answer, its reader hears of failures
  request.end();
  const [response] = (await once(request, 'response', { signal: deadline.signal })) as [
    IncomingMessage,
  ];
  response.on('error', () => undefined);
  return response;
};

const checkStatus = (status: number): void => {
  if (status >= 500 || BUSY.includes(status)) throw new TransientError('FETCH_FAILED');
  if (status < 200 || status > 299) throw new AppError('FETCH_FAILED');
};

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage, base: URL): string | null => {
  if (!REDIRECTS.includes(statusCode) || !headers.location) return null;
  return URL.parse(headers.location, base.href)?.href ?? headers.location;
};

type DoorOptions = {
  allow: readonly Endpoint[];
  userAgent: string;
  resolve?: Resolve;
  timing?: Timing;
};

/** All addresses of a URL's host, each checked. Throws `BLOCKED_URL`, and whatever `resolve` throws. */
export const checkedAddresses = async (
  url: URL,
  { allow, resolve = resolveName }: Pick<DoorOptions, 'allow' | 'resolve'>,
): Promise<string[]> => {
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await resolve(host);
  checkAddresses(url, addresses, allow);
  return addresses;
};

/** The door. `allow` opens places besides the public ones. */
export const createSafeFetch = ({
  allow,
  userAgent,
  resolve = resolveName,
  timing = TIMING,
}: DoorOptions): SafeFetch => {
  const addressesOf = async (url: URL, { signal }: FetchDeadline): Promise<string[]> => {
    const host = hostOf(url);
    if (isIP(host)) return [host];
    const givenUp = once(signal, 'abort').then(() => [] as string[]);
    return Promise.race([resolve(host), givenUp]);
  };

  const open = async (url: URL, { method = 'GET' }: FetchOptions, deadline: FetchDeadline) => {
    deadline.allow(timing.connectMs);
    const addresses = await addressesOf(url, deadline);
    deadline.signal.throwIfAborted();
    checkAddresses(url, addresses, allow);
    const options = {
      method,
      // A connection of its own: none that was opened after another check is used again.
      agent: false,
      lookup: pinned(addresses),
      signal: deadline.signal,
      headers: { 'User-Agent': userAgent, Accept: '*/*', 'Accept-Encoding': ACCEPT_ENCODING },
    };
    const request =
      url.protocol === 'https:' ? https.request(url, options) : http.request(url, options);
    return answerOf(request, deadline, timing.headersMs);
  };

  const accept = (
    url: URL,
    response: IncomingMessage,
    deadline: FetchDeadline,
    maxBytes: number,
  ) => {
    try {
      checkStatus(response.statusCode ?? 0);
      deadline.allow(timing.bodyMs);
      const body = bodyOf(response, maxBytes, deadline);
      return { ...body, url, headers: response.headers, close: deadline.close };
    } catch (error) {
      deadline.close();
      throw error;
    }
  };

  return async (address, options) => {
    let next = address;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const url = parseWebUrl(next, allow);
      const deadline = createFetchDeadline(options.signal);
      const response = await open(url, options, deadline).catch((error: unknown) => {
        const told = deadline.toError(error);
        deadline.close();
        throw told;
      });
      const target = redirectOf(response, url);
      if (target === null) return accept(url, response, deadline, options.maxBytes);
      deadline.close();
      next = target;
    }
    throw new AppError('FETCH_FAILED');
  };
};
