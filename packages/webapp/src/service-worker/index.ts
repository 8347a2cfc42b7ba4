/**
 * The service worker: the page opens without a connection, results seen once are shown again, and a PDF shared from another
 * app lands in the queue. A new version takes over with the next navigation, for pages come from the network first.
 */
import { self } from '$app/service-worker';
import { forgetResults, isResults, seenResults } from './seenResults.ts';
import { takeSharedFiles } from './sharedFiles.ts';
import { dropOldShells, immutableFile, keepShell, shellPage } from './shell.ts';

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

/** What answers a request; null leaves it to the browser. */
const answerTo = (request: Request): Promise<Response> | null => {
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return null;
  if (request.method === 'POST' && pathname === '/share-target') return takeSharedFiles(request);
  if (request.method === 'DELETE' && isResults(pathname)) return forgetResults(request);
  if (request.method !== 'GET') return null;
  if (isResults(pathname)) return seenResults(request);
  if (pathname.startsWith('/_app/immutable/')) return immutableFile(request);
  if (request.mode === 'navigate' && !pathname.startsWith('/api/')) return shellPage(request);
  return null;
};

self.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});
