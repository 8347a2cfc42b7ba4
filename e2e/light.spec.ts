/** What the first load costs on bad Wi-Fi. */
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { expect, noBrowser, test } from './fixtures.ts';

test.skip(noBrowser !== '', noBrowser);

const MOST_SCRIPT_BYTES = 90_000;

test('the first load: little script, one font, no picture, no engine', async ({ page }) => {
  const loaded: { type: string; path: string; bytes: Promise<number> }[] = [];
  page.on('requestfinished', (request) => {
    const bytes = request.sizes().then(({ responseBodySize }) => responseBodySize);
    const path = new URL(request.url()).pathname;
    loaded.push({ type: request.resourceType(), path, bytes });
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  const of = (type: string) => loaded.filter((one) => one.type === type);
  const scripts = await Promise.all(of('script').map(({ bytes }) => bytes));
  const total = scripts.reduce((sum, bytes) => sum + bytes, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  const font = page.locator('link[rel=preload][as=font]');
  expect(of('font').map(({ path }) => path)).toEqual([await font.getAttribute('href')]);
  expect(of('image').filter(({ path }) => path !== '/icon.svg')).toEqual([]);
  expect(loaded.filter(({ path }) => path.endsWith('.wasm'))).toEqual([]);
});

test('a shared link tells its preview what it is, and nobody’s name', async ({ request }) => {
  const answer = await request.get('/batch/7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11');
  expect(await answer.text()).toContain(
    '<meta property="og:title" content="Heat sheet results" />',
  );
  expect(answer.headers()['x-robots-tag']).toContain('noindex');
});
