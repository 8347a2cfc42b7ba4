/** What the first load costs on bad Wi-Fi. */
import { textFileNamedPdf } from '@heatsync/sheetgen';
import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import { chooseFiles, expect, noBrowser, pdfFile, test, typeName } from './fixtures.ts';

test.skip(noBrowser !== '', noBrowser);

const MOST_SCRIPT_BYTES = 65_000;

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

test('the form is there before any script, and keeps what is filled in by then', async ({
  page,
}) => {
  const scripts = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await typeName(page, 'Moorhen, Ada');
  await chooseFiles(page, [pdfFile('heats.pdf', textFileNamedPdf())]);
  const go = page.getByRole('button', { name: form.find });
  await expect(go).toBeDisabled();
  await page.getByLabel(form.swimmer(1, 1)).press('Enter');
  scripts.resolve();
  await expect(go).toBeEnabled();
  await expect(page.getByRole('heading', { name: queue.title(1) })).toBeVisible();
  await expect(page.getByLabel(form.swimmer(1, 1))).toHaveValue('Moorhen, Ada');
  await expect(page.getByText('A', { exact: true })).toBeVisible();
});

test('the start page’s scripts ask to be compiled as they arrive', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const scripts = [...page.matchAll(/"(\/_app\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts)
    expect(await (await request.get(script)).text()).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});

test('a file of the program that is gone is an error, never a page', async ({ request }) => {
  const gone = await request.get('/_app/immutable/chunks/of-an-older-version.js');
  expect(gone.status()).toBe(404);
  expect(gone.headers()['content-type']).not.toContain('html');
});

test('a shared link tells its preview what it is, and nobody’s name', async ({ request }) => {
  const answer = await request.get('/batch/7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11');
  expect(await answer.text()).toContain(
    '<meta property="og:title" content="Heat sheet results" />',
  );
  expect(answer.headers()['x-robots-tag']).toContain('noindex');
});
