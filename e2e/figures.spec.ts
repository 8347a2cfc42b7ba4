/** What the operator's visit counter hears, where there is one. */
import { progress } from '../packages/webapp/src/lib/words/results.ts';
import { allRead, expect, find, noBrowser, openStart, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { addAddress, fillIn } from './search.ts';

const site = process.env['MEET_URL'] ?? '';

test.skip(noBrowser !== '', noBrowser);
test.skip(noBrowser === '' && !site, 'the program was started elsewhere');

/** As the server puts one into the page; it keeps what it is told. */
const COUNTER = `
  window.told = [];
  window.umami = {
    track: (visit) => window.told.push(visit({ url: location.href, title: document.title })),
  };
  addEventListener('DOMContentLoaded', () => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.dataset.websiteId = '5f1c';
    document.head.append(script);
  });`;

test('pages by their kind, and how a batch ends: no name, no code, no address', async ({
  page,
}, info) => {
  const held = `${info.project.name}-${Date.now()}`;
  const { swimmer } = await sampleMeet();
  await page.addInitScript(COUNTER);
  await openStart(page);
  await fillIn(page, [swimmer], []);
  await addAddress(page, `${site}/held/${held}.pdf`);
  await addAddress(page, `${site}/late/${held}.pdf`);
  await find(page);
  await expect(page.getByRole('button', { name: progress.cancel })).toBeVisible();
  await fetch(`${site}/release/${held}`);
  await allRead(page, 1, 2);
  const told = () => page.evaluate('window.told');
  const visit = (url: string, more = {}) => ({ url, title: '', referrer: '', ...more });
  // Another test may have had the same sheet read.
  const cached = expect.any(Number);
  const ended = { status: 'partial', sheets: 2, failed: 1, cached, swimmers: 1 };
  await expect
    .poll(told)
    .toEqual([
      visit('/'),
      visit('/batch/[id]'),
      visit('/batch/[id]', { name: 'batch-ended', data: ended }),
      visit('/batch/[id]', { name: 'sheet-failed', data: { code: 'FETCH_FAILED', from: 'web' } }),
    ]);
});
