/** The way from the browser to the program, which can be cut: also for a service worker, and in every browser. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

export type Line = { url: string; cut(): Promise<void>; mend(): Promise<void> };

/** A line of its own to the program at `target`. Once cut, nothing listens at its address until it is mended. */
export const openLine = async (target: string): Promise<Line> => {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => undefined).on('close', () => ends.delete(end));
    }
    near.pipe(far).pipe(near);
  });
  const listen = async (at: number): Promise<number> => {
    server.listen(at, 'localhost');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const place = await listen(0);
  return {
    url: `http://localhost:${place}`,
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const end of ends) end.destroy();
      await closed;
    },
    mend: async () => {
      await listen(place);
    },
  };
};
