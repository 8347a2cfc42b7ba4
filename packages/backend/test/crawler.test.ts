/** Pages that a script puts together, in a real browser that goes nowhere but through the door. */
import { DiscoverResponse } from '@heatsync/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browser.ts';
import { startCanary, startWebsite } from './support/website.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const LIMIT = 120_000;
const browser = await findBrowser();

let t: TestApp;
let site: Awaited<ReturnType<typeof startWebsite>>;
let canary: Awaited<ReturnType<typeof startCanary>>;
beforeAll(async () => {
  canary = await startCanary();
  const inside = `127.0.0.1:${canary.port}`;
  const script = `
    for (const kind of ['prefetch', 'preconnect', 'dns-prefetch']) {
      const link = document.createElement('link');
      Object.assign(link, { rel: kind, href: 'http://${inside}/' });
      document.head.append(link);
    }
    try { new WebSocket('ws://${inside}/') } catch {}
    new Image().src = 'http://localhost:${canary.port}/';
    fetch('http://${inside}/').catch(() => {});
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${inside}' }] });
    peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    fetch('/list').then((r) => r.json()).then((files) => {
      for (const file of files) document.body.insertAdjacentHTML('beforeend', '<a href="' + file + '">Heat sheet</a>');
    });`;
  const PDF = { headers: { 'Content-Type': 'application/pdf' } };
  site = await startWebsite({
    '/meet': { body: `<div id="root"></div><script>${script}</script>` },
    '/list': { body: JSON.stringify(['/one.pdf', `http://${inside}/two.pdf`]) },
    '/one.pdf': PDF,
    '/nothing': { body: '<div id="root"></div><script>1</script>' },
  });
  t = await testApp({
    ...{ FETCH_ALLOW: site.place, USE_PLAYWRIGHT_CRAWLER: 'true' },
    ...(browser.found && { CHROME_PATH: browser.executablePath }),
  });
}, LIMIT);
afterAll(async () => {
  await t.close();
  await site.close();
  await canary.close();
});

const ask = (path: string) =>
  t.json('/api/discover-heatsheets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: `${site.url}${path}` }),
  });

it.skipIf(!browser.found)(
  'shows what scripts put there; nothing reaches an address inside',
  async () => {
    const { heatsheets } = DiscoverResponse.parse(await ask('/meet'));
    expect(heatsheets).toMatchObject([{ url: `${site.url}/one.pdf`, kind: 'heat_sheet' }]);
    expect(await ask('/nothing')).toMatchObject({ error: 'NO_PDFS_FOUND' });
    expect(canary.reached()).toBe(0);
  },
  LIMIT,
);
