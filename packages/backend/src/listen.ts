/** The port: taken before anything else is started, answered from as soon as all the rest stands. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { comeBack } from './http/starting.ts';
import { StartError } from './startError.ts';

/** How long requests at work may go on after `close`. */
const GRACE_MS = 2_000;
/** Longer than a proxy keeps a connection that nobody uses (nginx: a minute), or it sends a request on one that is just being closed. */
const IDLE_MS = 75_000;

export type Port = {
  url: string;
  /** From now on requests are answered by this; before, everybody is told to come back in a moment. */
  serve(answer: RequestListener): void;
  /** Takes no more requests; the ones at work may end. */
  close(): Promise<void>;
};

const listen = (server: Server, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken. Set PORT to another one, or to 0 for any.`
            : `Cannot listen on ${host}, port ${port} (${error.code}). Check HOST and PORT.`,
        ),
      ),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    // They would keep the server open.
    server.closeIdleConnections();
  });

/** Rejects with `StartError` if the port is taken or not ours to have. */
export const openPort = async (config: Config): Promise<Port> => {
  let answer = comeBack;
  const server = createServer((request, response) => answer(request, response));
  server.keepAliveTimeout = IDLE_MS;
  const port = await listen(server, config);
  return {
    url: `http://localhost:${port}`,
    serve: (given) => void (answer = given),
    close: () => close(server),
  };
};
