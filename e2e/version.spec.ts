/** The server gets a newer page while an older one is open. */
import type { Page } from '@playwright/test';
import { page as pageWords, version } from '../packages/webapp/src/lib/words/common.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { NARROWEST } from './audit.ts';
import { barriers, expect, find, noBrowser, said, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { fillIn, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

const newer = async (page: Page): Promise<void> => {
  await page.route('**/_app/version.json', (route) =>
    route.fulfill({ json: { version: 'newer' } }),
  );
};

const headingTop = async (page: Page) =>
  (await page.getByRole('heading', { level: 1 }).boundingBox())?.y;

/** Somebody comes back to the page. */
const comeBack = (page: Page) => page.evaluate("dispatchEvent(new Event('focus'))");

const reload = (page: Page) => page.getByRole('button', { name: version.reload });

test('a newer page is offered, and loaded on demand', async ({ page, shot }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  await page.setViewportSize({ width: NARROWEST, height: 800 });
  const top = await headingTop(page);
  await newer(page);
  await comeBack(page);
  await expect(reload(page)).toBeVisible();
  expect(await headingTop(page)).toBe(top);
  await expect(said(page)).toHaveText(version.ready);
  expect(await barriers(page)).toEqual([]);
  await shot('newer-version');
  await page.unrouteAll();
  await Promise.all([page.waitForEvent('load'), reload(page).click()]);
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  await comeBack(page);
  await expect(reload(page)).toBeHidden();
});

test('a link leads to the newer page by itself', async ({ page }) => {
  await page.goto('/help');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await newer(page);
  await comeBack(page);
  await expect(reload(page)).toBeVisible();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('link', { name: pageWords.home }).click(),
  ]);
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
});

test('nobody is asked while sheets are being sent', async ({ page }) => {
  const meet = await sampleMeet();
  const upload = Promise.withResolvers<void>();
  await page.route('**/api/batch/extract', async (route) => {
    await upload.promise;
    await route.continue();
  });
  await page.goto('/');
  await fillIn(page, [meet.swimmer], sheetsOf(meet));
  await find(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await newer(page);
  const asked = page.waitForResponse('**/_app/version.json');
  await comeBack(page);
  await asked;
  await expect(reload(page)).toBeHidden();
  upload.resolve();
  await expect(page).toHaveURL(/\/batch\//);
  await expect(reload(page)).toBeVisible();
});
