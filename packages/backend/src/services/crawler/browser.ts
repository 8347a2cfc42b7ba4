/** Pages as scripts put them together, in a Chromium of this machine that reaches the web through our proxy alone. */
import { existsSync } from 'node:fs';
import type { Log } from '../../log.ts';
import { startProxy, type ProxyOptions } from './proxy.ts';

export type PageBrowser = {
  /** The page's HTML when its scripts have done their work; null when it could not be opened. */
  render(address: string, signal: AbortSignal): Promise<string | null>;
};

const PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Nothing goes past the proxy: no UDP, no lookups of names, no conversations of the browser's own. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--no-pings'],
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];
const OPEN_MS = 15_000;
/** How long scripts may fetch what they show. */
const SETTLE_MS = 5_000;
const MAX_HTML = 3 * 1024 * 1024;

/** The browser that pages would be opened in: the named one, else that of a usual place. */
export const findBrowser = (path: string | null): string | undefined =>
  path ?? PATHS.find((one) => existsSync(one));

type Options = ProxyOptions & { path: string | null; userAgent: string; log: Log };

/** `path` names the browser; without it the usual places are looked at. One page at a time, each in a browser of its own. */
export const createPageBrowser = ({ path, userAgent, log, ...door }: Options): PageBrowser => {
  const executablePath = findBrowser(path);
  if (!executablePath)
    log.warn('USE_PLAYWRIGHT_CRAWLER is on, but no Chromium was found; CHROME_PATH may name one');
  let turn: Promise<unknown> = Promise.resolve();

  const open = async (address: string, signal: AbortSignal): Promise<string | null> => {
    signal.throwIfAborted();
    const { chromium } = await import('playwright-core');
    const proxy = await startProxy(door);
    const launched = chromium.launch({
      ...(executablePath && { executablePath }),
      args: ARGUMENTS,
      // Chromium goes to this machine's own addresses without a proxy unless told not to.
      proxy: { server: proxy.url, bypass: '<-loopback>' },
    });
    const close = async () => {
      await launched.then((browser) => browser.close()).catch(() => undefined);
      await proxy.close();
    };
    signal.addEventListener('abort', () => void close(), { once: true });
    try {
      const browser = await launched;
      const context = await browser.newContext({
        userAgent,
        serviceWorkers: 'block',
        acceptDownloads: false,
      });
      const page = await context.newPage();
      await page.goto(address, { timeout: OPEN_MS, waitUntil: 'domcontentloaded' });
      await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined);
      const html = await page.content();
      return html.length > MAX_HTML ? null : html;
    } finally {
      await close();
    }
  };
  return {
    render: (address, signal) => {
      const mine = turn
        .then(() => open(address, signal))
        .catch((error: unknown) => {
          signal.throwIfAborted();
          log.warn({ err: error }, 'a page could not be rendered');
          return null;
        });
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
};
