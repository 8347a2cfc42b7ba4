import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isIP, type Socket } from 'node:net';

/** Notes where in the network this process tries to connect to, `address port`, whoever does it and whatever comes of it. */
export const watchConnections = () => {
  const attempts: string[] = [];
  const onSocket = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    // The database is reached by the path of its socket.
    socket.on('connectionAttempt', (address: string, port: number) => {
      if (isIP(address)) attempts.push(`${address} ${port}`);
    });
  };
  subscribe('net.client.socket', onSocket);
  return { attempts, stop: () => unsubscribe('net.client.socket', onSocket) };
};
