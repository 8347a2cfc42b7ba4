/**
 * Tells the operator's visit counter, if the server put one into the page, which kind of page was opened and how batches end: no
 * address, name or code.
 */
import type { BatchView, JobView } from '@heatsync/shared';
import { figuresOf } from '../model/figures.ts';

type Visit = Record<string, unknown>;
type Counter = { track: (visit: (own: Visit) => Visit) => unknown };

const counter = (): Counter | undefined => (globalThis as { umami?: Counter }).umami;

/** `route` as the program names it, "/batch/[id]"; null for an address that leads nowhere. */
const tell = (route: string | null, more: Visit = {}): void => {
  const script = document.querySelector('script[data-website-id]');
  if (!script) return;
  const visit = { url: route ?? '/404', title: '', referrer: '', ...more };
  const track = (): unknown => counter()?.track((own) => ({ ...own, ...visit }));
  if (counter()) track();
  else script.addEventListener('load', track, { once: true });
};

export const countVisit = (route: string | null): void => tell(route);

/** For the page that saw it end. */
export const countEnd = (batch: BatchView, jobs: readonly JobView[]): void => {
  for (const figures of figuresOf(batch, jobs)) tell('/batch/[id]', figures);
};
