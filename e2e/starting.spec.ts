/** A page that is opened while the program starts. */
import { loadConfig } from '../packages/backend/src/config.ts';
import { openPort } from '../packages/backend/src/listen.ts';
import { expect, noBrowser, test } from './fixtures.ts';

test.skip(noBrowser !== '', noBrowser);
// The browser calls a 503 an error.
test.use({ complaints: async ({ page: _page }, use) => use([]) });

test('says so, and opens by itself when the program stands', async ({ page, shot }) => {
  const port = await openPort(loadConfig({ PORT: '0' }));
  try {
    await page.goto(port.url);
    await expect(page.getByRole('heading', { name: 'HeatSync is starting' })).toBeVisible();
    await shot('starting');
    port.serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<h1>Started</h1>');
    });
    await expect(page.getByRole('heading', { name: 'Started' })).toBeVisible();
  } finally {
    await port.close();
  }
});
