import type { Page } from '@playwright/test';
import { form, queue, web } from '../packages/webapp/src/lib/words/start.ts';
import { allRead, barriers, expect, find, noBrowser, rows, test, typeName } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';

const site = process.env['MEET_URL'] ?? '';

test.skip(noBrowser !== '', noBrowser);

const typeAddress = (page: Page, address: string): Promise<void> =>
  page.getByLabel(web.label).fill(address);

const look = (page: Page): Promise<void> => page.getByRole('button', { name: web.look }).click();

const queued = (page: Page) => page.getByRole('listitem').filter({ hasText: /from 127/ });

test('the page of the meet: its sheets are found, ticked and read', async ({ page, shot }) => {
  const { swimmer, files } = await sampleMeet();
  const races = files.flatMap(({ truth }) =>
    truth.entries.filter(({ name, legs }) => name === swimmer || legs?.includes(swimmer)),
  );
  await page.goto('/');
  await typeName(page, swimmer);
  await typeAddress(page, `${site}/meet`);
  await look(page);
  const found = page.getByRole('group', { name: web.found(4, 'Harbor Light Open') });
  await expect(found.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expect(found.getByRole('checkbox', { name: /results/i })).not.toBeChecked();
  expect(await barriers(page)).toEqual([]);
  await shot('discovered');
  await found.getByRole('button', { name: web.add(3) }).click();
  await expect(page.getByRole('heading', { name: queue.title(3) })).toBeVisible();
  await shot('queue-from-web');
  await page.reload();
  await expect(page.getByRole('heading', { name: queue.title(3) })).toBeVisible();
  await typeName(page, swimmer);
  await find(page);
  await allRead(page, 3);
  await expect(rows(page)).toHaveCount(races.length);
});

test('the address of a PDF goes into the queue, once', async ({ page }) => {
  const { swimmer } = await sampleMeet();
  const address = `${site}/docs/session-1.pdf`;
  await page.goto('/');
  await typeName(page, swimmer);
  await typeAddress(page, address);
  await page.keyboard.press('Enter');
  await expect(queued(page)).toHaveText([/session-1\.pdf/]);
  await typeAddress(page, address);
  await look(page);
  await expect(page.getByText(queue.twice('session-1.pdf'))).toBeVisible();
  await find(page);
  await allRead(page, 1);
  await expect(rows(page).first()).toBeVisible();
});

test('what is no address cannot be looked at; Enter says what is missing', async ({ page }) => {
  await page.goto('/');
  await typeAddress(page, 'heats');
  await expect(page.getByRole('button', { name: web.look })).toBeDisabled();
  await page.getByLabel(web.label).press('Enter');
  await expect(page.getByText(web.wrong)).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test.describe('pages that help nobody', () => {
  // The browser reports the server's refusal on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('a page without sheets, and an address inside the house', async ({ page, shot }) => {
    await page.goto('/');
    await typeAddress(page, `${site}/empty`);
    await look(page);
    await expect(page.getByText(/No heat sheets were found on this page/)).toBeVisible();
    await shot('no-sheets-on-page');
    await typeAddress(page, 'http://10.0.0.1/meet');
    await look(page);
    await expect(page.getByText(/may not open this address/)).toBeVisible();
    await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  });
});
