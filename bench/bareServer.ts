/** The least a server can do for streams and questions: the baseline. Prints its address. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ANSWER = JSON.stringify({ success: true, batch: { id: 'x', status: 'pending' }, jobs: [] });
const FRAME = `id: 2\nevent: batch_cancelled\ndata: ${ANSWER}\n\n`;

const listeners = new Set<ServerResponse>();

const server = createServer((request, response) => {
  if (request.url?.endsWith('/stream')) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('event: snapshot\ndata: {}\n\n');
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
    return;
  }
  if (request.method === 'POST') for (const listener of listeners) listener.write(FRAME);
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(ANSWER);
});

server.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
