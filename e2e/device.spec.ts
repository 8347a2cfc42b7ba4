import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import {
  allRead,
  barriers,
  chooseFiles,
  expect,
  find,
  noBrowser,
  pdfFile,
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
  await page.goto('/');
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
  await page.goto('/');
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  await expect(page.getByText(/to read$/)).toBeHidden();
});

test('a swimmer typed before is offered on this device, and forgotten on demand', async ({
  page,
  shot,
}) => {
  const { swimmer } = await sampleMeet();
  await search(page, [swimmer], (await sampleFiles()).slice(0, 1));
  await page.goto('/');
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

test('the order of the sheets: by button, and dragged with the mouse', async ({
  page,
  isMobile,
}) => {
  await page.goto('/');
  await chooseFiles(page, await sampleFiles());
  const rows = page.getByRole('listitem').filter({ hasText: /\.pdf/ });
  await page.getByRole('button', { name: queue.up('session 3.pdf') }).click();
  await expect(rows).toHaveText([/session 1/, /session 3/, /session 2/]);
  if (isMobile) return;
  await rows.nth(2).dragTo(rows.nth(0));
  await expect(rows).toHaveText([/session 2/, /session 1/, /session 3/]);
});
