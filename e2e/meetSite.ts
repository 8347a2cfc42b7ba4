/** A meet's web site on this machine, with the sample meet's sheets, results and a page without any. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawResults } from '@heatsync/sheetgen';
import { sampleMeet } from './sampleMeet.ts';

const page = (body: string): string =>
  `<!doctype html><html><head><title>Harbor Light Open</title></head><body>${body}</body></html>`;

const link = (path: string, words: string): string => `<li><a href="${path}">${words}</a></li>`;

const HTML = 'text/html; charset=utf-8';
const PDF = 'application/pdf';

type Content = Map<string, { type: string; body: string | Uint8Array }>;

const contentOf = async (): Promise<Content> => {
  const { files, meet } = await sampleMeet();
  const results = await drawResults(meet, 0);
  const links = [
    ...files.map((_, index) =>
      link(`/docs/session-${index + 1}.pdf`, `Session ${index + 1} heat sheet`),
    ),
    link('/docs/results.pdf', 'Friday results'),
  ];
  return new Map([
    ['/meet', { type: HTML, body: page(`<h1>Harbor Light Open</h1><ul>${links.join('')}</ul>`) }],
    ['/empty', { type: HTML, body: page('<p>The sheets come on Thursday evening.</p>') }],
    ['/docs/results.pdf', { type: PDF, body: results.pdf }],
    ...files.map(
      ({ pdf }, index) => [`/docs/session-${index + 1}.pdf`, { type: PDF, body: pdf }] as const,
    ),
  ]);
};

/** `place` is what `FETCH_ALLOW` takes. */
export const startMeetSite = async () => {
  const content = await contentOf();
  const held = new Map<string, ServerResponse>();
  const [, second] = (await sampleMeet()).files;
  const released = new Set<string>();
  const hand = (response: ServerResponse): unknown =>
    response.writeHead(200, { 'Content-Type': PDF }).end(second?.pdf);
  /**
   * `/held/NAME.pdf` is answered when `/release/NAME` is asked for; from then on at once, as it may be fetched again.
   * `/late/NAME.pdf` is not there until then.
   */
  const hold = (url: string, response: ServerResponse): boolean => {
    const [, what, file = ''] = url.split('/');
    const name = file.replace('.pdf', '');
    if ((what === 'held' || what === 'late') && released.has(name)) hand(response);
    else if (what === 'late') response.writeHead(404).end();
    else if (what === 'held') held.set(name, response);
    else if (what === 'release') {
      released.add(name);
      const waiting = held.get(name);
      if (waiting) hand(waiting);
      response.end();
    } else return false;
    return true;
  };
  const server = createServer((request, response) => {
    if (hold(request.url ?? '', response)) return;
    const found = content.get(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'Content-Type': found?.type ?? HTML });
    response.end(request.method === 'HEAD' ? '' : (found?.body ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { place, url: `http://${place}`, close };
};
