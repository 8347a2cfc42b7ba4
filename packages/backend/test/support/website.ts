import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';

const listen = (server: Server, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });

type Reply = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array };
export type Pages = Record<string, Reply | RequestListener>;

/** A web site on this machine; `pages` may be changed while it runs. What is not there is 404. */
export const startWebsite = async (pages: Pages) => {
  const requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request;
    requests.push({ method, url, headers });
    const page = pages[url] ?? pages[url.split('?')[0] ?? ''] ?? { status: 404 };
    if (typeof page === 'function') return page(request, response);
    response.writeHead(page.status ?? 200, { 'Content-Type': 'text/html', ...page.headers });
    return response.end(page.body ?? '');
  });
  const port = await listen(server, '127.0.0.1');
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** For `FETCH_ALLOW`. */
    place: `127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Listens on every address of this machine, says nothing, and tells how often it was reached. */
export const startCanary = async () => {
  let reached = 0;
  const heard: Buffer[] = [];
  const server = createTcpServer((socket) => {
    reached += 1;
    socket.on('data', (data) => void heard.push(data));
    socket.on('error', () => undefined);
  });
  const port = await listen(server, '::');
  return {
    port,
    reached: () => reached,
    heard: () => Buffer.concat(heard).toString('latin1'),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
