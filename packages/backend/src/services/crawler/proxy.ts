/**
 * A proxy on this machine through which the crawler's browser goes: every connection, a WebSocket's and a prefetch's too, is opened by
 * the rules of the one door, to the very address that was checked.
 */
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkedAddresses, type Resolve } from '../safeFetch.ts';
import { parseWebUrl, type Endpoint } from '../urlValidation.ts';

export type ProxyOptions = { allow: readonly Endpoint[]; resolve?: Resolve };
export type Proxy = { url: string; close(): Promise<void> };

const CONNECT_MS = 10_000;
/** What one page may load in all. */
const MAX_BYTES = 30 * 1024 * 1024;

/** A connection to what the address leads to. Throws what the door throws. */
const openSocket = async (address: string, options: ProxyOptions): Promise<Socket> => {
  const url = parseWebUrl(address, options.allow);
  const [host] = await checkedAddresses(url, options);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const socket = connect({ host, port, timeout: CONNECT_MS });
  socket
    .on('error', () => socket.destroy())
    .on('timeout', () => socket.destroy(new Error('too late')));
  await once(socket, 'connect');
  socket.setTimeout(0);
  return socket;
};

/** `CONNECT host:443` is https, everything else plain. */
const tunnelAddress = (target = ''): string =>
  `${target.endsWith(':443') ? 'https' : 'http'}://${target}`;

export const startProxy = async (options: ProxyOptions): Promise<Proxy> => {
  let left = MAX_BYTES;
  const sockets = new Set<Duplex>();
  const keep = <T extends Duplex>(socket: T): T => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    return socket;
  };
  const count = (socket: Socket) =>
    socket.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) socket.destroy();
    });

  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', method, headers } = request;
    const socket = keep(await openSocket(url, options));
    const { pathname, search } = new URL(url);
    const onward = http.request({
      ...{ method, headers: { ...headers, connection: 'close' }, path: `${pathname}${search}` },
      createConnection: () => count(socket),
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  };
  const tunnel = async (request: IncomingMessage, client: Duplex, head: Buffer) => {
    keep(client);
    const socket = keep(await openSocket(tunnelAddress(request.url), options));
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.write(head);
    count(socket).pipe(client).pipe(socket);
  };

  const server = http.createServer((request, response) => {
    forward(request, response).catch(() => response.writeHead(403).end());
  });
  server.on('connect', (request, client, head) => {
    tunnel(request, client, head).catch(() => client.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
