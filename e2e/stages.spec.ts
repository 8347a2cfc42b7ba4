/** The start page on a bad day: a slow line, a reload at the wrong moment, a second tab, the way back. */
import type { Page } from '@playwright/test';
import { errors } from '../packages/webapp/src/lib/words/common.ts';
import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import { allRead, expect, find, noBrowser, openStart, rows, shown, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { fillIn, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

const nameField = (page: Page) => page.getByLabel(form.swimmer(1, 1));
const queued = (page: Page, n: number) => page.getByRole('heading', { name: queue.title(n) });

/** Slow 3G, as browsers' own tools call it: 400 kbit a second each way, 400 ms there and back. */
const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
};

test('on slow 3G the form is there, what is sent is counted, and the races come', async ({
  page,
}) => {
  const meet = await sampleMeet();
  await slowDown(page);
  await page.goto('/');
  await fillIn(page, [meet.swimmer], sheetsOf(meet));
  await find(page);
  await expect(page.getByRole('progressbar', { name: /^Sending, [1-9]\d* %$/ })).toBeVisible();
  await allRead(page, meet.files.length);
  await expect(rows(page).first()).toBeVisible();
});

test('a reload loses nothing: names typed, sheets chosen, sheets half sent', async ({ page }) => {
  const meet = await sampleMeet();
  await openStart(page);
  await nameField(page).fill(meet.swimmer);
  await page.reload();
  await expect(nameField(page)).toHaveValue(meet.swimmer);
  await fillIn(page, [meet.swimmer], sheetsOf(meet));
  await expect(queued(page, 3)).toBeVisible();
  await page.reload();
  await expect(queued(page, 3)).toBeVisible();
  await expect(nameField(page)).toHaveValue(meet.swimmer);
  // It never gets through, as on a line that died.
  await page.route('**/api/batch/extract', () => undefined);
  await find(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.reload();
  await expect(queued(page, 3)).toBeVisible();
  await expect(nameField(page)).toHaveValue(meet.swimmer);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await find(page);
  await allRead(page, 3);
});

test('a line that dies while sheets are sent: said, and a second try sends them', async ({
  page,
  context,
}) => {
  const meet = await sampleMeet();
  await page.clock.install();
  await openStart(page);
  await fillIn(page, [meet.swimmer], sheetsOf(meet));
  await page.route('**/api/batch/extract', () => undefined);
  await find(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.clock.runFor('00:46');
  await expect(shown(page, errors.offline)).toBeVisible();
  await find(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await context.setOffline(true);
  await expect(shown(page, errors.offline)).toBeVisible();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await find(page);
  await allRead(page, 3);
});

test('two tabs have one queue', async ({ page, context }) => {
  const meet = await sampleMeet();
  const [first] = sheetsOf(meet);
  const other = await context.newPage();
  await Promise.all([openStart(page), openStart(other)]);
  await fillIn(page, [meet.swimmer], sheetsOf(meet));
  await expect(queued(other, 3)).toBeVisible();
  await other.getByRole('button', { name: queue.remove(first?.name ?? '') }).click();
  await expect(queued(other, 2)).toBeVisible();
  await expect(queued(page, 2)).toBeVisible();
  await find(page);
  await allRead(page, 2);
  await expect(queued(other, 2)).toBeHidden();
  await other.reload();
  await expect(other.getByRole('heading', { name: /to read$/ })).toBeHidden();
});

test('back to an empty form, and forward to the races again', async ({ page }) => {
  const meet = await sampleMeet();
  await openStart(page);
  await fillIn(page, [meet.swimmer], sheetsOf(meet));
  await find(page);
  await allRead(page, 3);
  const count = await rows(page).count();
  await page.goBack();
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  await expect(nameField(page)).toHaveValue('');
  await expect(page.getByRole('heading', { name: /to read$/ })).toBeHidden();
  await page.goForward();
  await allRead(page, 3);
  await expect(rows(page)).toHaveCount(count);
});
