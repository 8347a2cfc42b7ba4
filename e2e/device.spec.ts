import type { Locator, Page } from '@playwright/test';
import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import {
  allRead,
  barriers,
  chooseFiles,
  expect,
  find,
  noBrowser,
  openStart,
  pdfFile,
  said,
  test,
  typeName,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { search } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

const sampleFiles = async () => {
  const { files } = await sampleMeet();
  return files.map((file, index) => pdfFile(`session ${index + 1}.pdf`, file.pdf));
};

test('the chosen sheets survive a reload, and are gone once they are sent', async ({ page }) => {
  await openStart(page);
  await chooseFiles(page, await sampleFiles());
  await expect(page.getByRole('heading', { name: queue.title(3) })).toBeVisible();
  await page.getByRole('button', { name: queue.remove('session 2.pdf') }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: queue.title(2) })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /\.pdf/ })).toHaveText([
    /session 1\.pdf/,
    /session 3\.pdf/,
  ]);
  await typeName(page, (await sampleMeet()).swimmer);
  await find(page);
  await allRead(page, 2);
  await openStart(page);
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  await expect(page.getByText(/to read$/)).toBeHidden();
});

test('a swimmer typed before is offered on this device, and forgotten on demand', async ({
  page,
  shot,
}) => {
  const { swimmer } = await sampleMeet();
  await search(page, [swimmer], (await sampleFiles()).slice(0, 1));
  await openStart(page);
  await expect(page.getByRole('list', { name: form.known })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('known-swimmer');
  await page.getByRole('button', { name: swimmer, exact: true }).click();
  await expect(page.getByLabel(form.swimmer(1, 1))).toHaveValue(swimmer);
  await expect(page.getByRole('list', { name: form.known })).toBeHidden();
  await typeName(page, '');
  await page.getByRole('button', { name: form.forget(swimmer) }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  await expect(page.getByRole('list', { name: form.known })).toBeHidden();
});

/** The handle's middle, and the height to which it is dragged: that of a row. */
const way = async (handle: Locator, row: Locator) => {
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await row.boundingBox()];
  if (!from || !to) throw new Error('There is no row.');
  return { x: from.x + from.width / 2, from: from.y + from.height / 2, to: to.y + 4 };
};

const drag = async (page: Page, handle: Locator, row: Locator) => {
  const { x, from, to } = await way(handle, row);
  await page.mouse.move(x, from);
  await page.mouse.down();
  await page.mouse.move(x, to, { steps: 8 });
  await page.mouse.up();
};

/** As a finger does it: the browser decides by `touch-action` whether the page scrolls instead. */
const dragByFinger = async (page: Page, handle: Locator, row: Locator) => {
  const { x, from, to } = await way(handle, row);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  await touch('touchStart', from);
  for (let step = 1; step <= 8; step++) await touch('touchMove', from + ((to - from) * step) / 8);
  await touch('touchEnd', to);
};

test('the order of the sheets: dragged, by key and by button', async ({ page, isMobile, shot }) => {
  await openStart(page);
  await chooseFiles(page, await sampleFiles());
  const rows = page.getByRole('listitem').filter({ hasText: /\.pdf/ });
  const handle = (name: string) => page.getByRole('button', { name: queue.order(name) });

  await expect(rows.getByText(/^heat sheet/)).toHaveCount(3);
  await (isMobile ? dragByFinger : drag)(page, handle('session 3.pdf'), rows.nth(0));
  await expect(rows).toHaveText([/session 3/, /session 1/, /session 2/]);
  await expect(said(page)).toHaveText(queue.moved('session 3.pdf', 1, 3));

  await handle('session 3.pdf').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows).toHaveText([/session 1/, /session 3/, /session 2/]);
  await page.keyboard.press('ArrowDown');
  await expect(rows).toHaveText([/session 1/, /session 2/, /session 3/]);
  await expect(said(page)).toHaveText(queue.moved('session 3.pdf', 3, 3));

  await expect(page.getByRole('button', { name: queue.up('session 3.pdf') })).toBeHidden();
  await handle('session 3.pdf').click();
  await page.getByRole('button', { name: queue.up('session 3.pdf') }).click();
  await expect(rows).toHaveText([/session 1/, /session 3/, /session 2/]);
  await expect(page.getByRole('button', { name: queue.up('session 3.pdf') })).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await shot('queue-order');
});
