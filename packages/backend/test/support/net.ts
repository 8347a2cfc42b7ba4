import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Below those that the system gives to who asks for any: nobody gets one of these by chance. */
const OWN_PORTS = { from: 20_000, to: 32_000 };

/** A TCP port that nobody listens on, and that nobody is given before its server is up. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(OWN_PORTS.from, OWN_PORTS.to);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
};

/** Stands before a Unix socket. While it is cut every connection is broken off, as if the server were gone. */
export const startCutter = async (socketPath: string) => {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const target = connect(socketPath);
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakOff = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: portOf(server),
    cut: () => {
      isCut = true;
      breakOff();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      breakOff();
      server.close();
      await once(server, 'close');
    },
  };
};
