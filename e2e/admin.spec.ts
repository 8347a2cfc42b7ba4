import { admin } from '../packages/webapp/src/lib/words/admin.ts';
import { barriers, expect, noBrowser, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { ADMIN_KEY } from './surroundings.ts';

test.skip(noBrowser !== '', noBrowser);
// The browser reports the refused key on its console.
test.use({ complaints: async ({ page: _page }, use) => use([]) });

test('the operator’s page asks for the key, shows how things stand, cleans up and forgets', async ({
  page,
  shot,
}) => {
  const { swimmer, files } = await sampleMeet();
  const [file] = files;
  if (!file) throw new Error('the sample meet has no sheet');
  const pdfs = { name: 'one.pdf', mimeType: 'application/pdf', buffer: Buffer.from(file.pdf) };
  const made = await page.request.post('/api/batch/extract', { multipart: { swimmer, pdfs } });
  expect(made.status()).toBe(201);

  await page.goto('/admin');
  const key = page.getByLabel(admin.key);
  await expect(key).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await key.fill('a guess');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText(/key/i);
  await key.fill(ADMIN_KEY);
  await page.getByRole('button', { name: admin.open }).click();
  await expect(page.getByText(admin.figures.batches)).toBeVisible();
  await expect(page.getByRole('heading', { name: admin.recent })).toBeVisible();
  await page.getByText(admin.asTable).click();
  const table = page.getByRole('group').filter({ hasText: admin.asTable });
  await expect(table.getByRole('row').filter({ hasText: /^\w{3},? \d\d:00/ })).toHaveCount(48);
  await expect(page.getByText(swimmer)).toHaveCount(0);
  await shot('admin');
  await page.getByText(admin.asTable).click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: admin.upkeep }).click();
  await expect(page.getByRole('status')).toContainText(/Removed:|Another process/);

  await page.reload();
  await expect(key).toBeVisible();
  await expect(key).toHaveValue('');
  await expect(page.getByText(admin.figures.batches)).toHaveCount(0);
});
