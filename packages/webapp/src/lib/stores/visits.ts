/** Tells the operator's visit counter, if the server put one into the page, which kind of page was opened: no address, name or code. */
type Visit = Record<string, unknown>;
type Counter = { track: (visit: (own: Visit) => Visit) => unknown };

const counter = (): Counter | undefined => (globalThis as { umami?: Counter }).umami;

/** `route` as the program names it, "/batch/[id]"; null for an address that leads nowhere. */
export const countVisit = (route: string | null): void => {
  const script = document.querySelector('script[data-website-id]');
  if (!script) return;
  const visit = { url: route ?? '/404', title: '', referrer: '' };
  const tell = (): unknown => counter()?.track((own) => ({ ...own, ...visit }));
  if (counter()) tell();
  else script.addEventListener('load', tell, { once: true });
};
