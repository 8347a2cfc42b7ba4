import type { Page } from '@playwright/test';
import { MAX_FILES } from '../packages/webapp/src/lib/model/queue.ts';
import { onlyHere } from '../packages/webapp/src/lib/words/onlyHere.ts';
import { form, queue, web } from '../packages/webapp/src/lib/words/start.ts';
import {
  allRead,
  barriers,
  expect,
  find,
  noBrowser,
  openStart,
  rows,
  shown,
  test,
  typeName,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { addAddress } from './search.ts';

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
  await openStart(page);
  await typeName(page, swimmer);
  await typeAddress(page, `${site}/meet`);
  await look(page);
  const found = page.getByRole('group', { name: web.found(4, 'Harbor Light Open') });
  await expect(found.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expect(found.getByRole('checkbox', { name: /results/i })).not.toBeChecked();
  expect(await barriers(page)).toEqual([]);
  await shot('discovered');
  await found.getByRole('button', { name: web.add(3, MAX_FILES) }).click();
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
  await openStart(page);
  await typeName(page, swimmer);
  await typeAddress(page, address);
  await page.keyboard.press('Enter');
  await expect(queued(page)).toHaveText([/session-1\.pdf/]);
  await typeAddress(page, address);
  await page.getByRole('button', { name: web.take }).click();
  await expect(shown(page, queue.twice('session-1.pdf'))).toBeVisible();
  await find(page);
  await allRead(page, 1);
  await expect(rows(page).first()).toBeVisible();
});

/** As the browser hands it over, with the focus where it is. */
const paste = (page: Page, text: string) =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);

test('a sheet from the web cannot stay on this device: that is said until it is mended', async ({
  page,
}) => {
  const { swimmer } = await sampleMeet();
  const problem = shown(page, onlyHere.fromWeb);
  await openStart(page);
  await typeName(page, swimmer);
  await addAddress(page, `${site}/docs/session-1.pdf`);
  const here = page.getByRole('switch', { name: onlyHere.label });
  await here.check();
  await find(page);
  await expect(problem).toBeVisible();
  await here.uncheck();
  await expect(problem).toBeHidden();
  await here.check();
  await find(page);
  await expect(problem).toBeVisible();
  await page.getByRole('button', { name: queue.remove('session-1.pdf') }).click();
  await expect(problem).toBeHidden();
});

test('addresses pasted anywhere go the right way in', async ({ page }) => {
  await openStart(page);
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  await page.getByLabel(form.swimmer(1, 1)).focus();
  const pdf = `${site}/docs/session-1.pdf`;
  await paste(page, `The sheets are up: ${site}/meet and ${pdf}, see you there.`);
  await expect(page.getByRole('group', { name: web.found(4, 'Harbor Light Open') })).toBeVisible();
  await expect(queued(page)).toHaveText([/session-1\.pdf/]);
  await expect(page.getByLabel(form.swimmer(1, 1))).toHaveValue('');
  await expect(page.getByLabel(web.label)).toHaveValue(`${site}/meet`);
});

test('an address is checked as it is typed', async ({ page }) => {
  await openStart(page);
  await typeAddress(page, 'heats');
  await page.getByLabel(web.label).blur();
  await expect(shown(page, web.wrong)).toBeVisible();
  await typeAddress(page, 'heats.example');
  await expect(shown(page, web.wrong)).toBeHidden();
  await expect(page.getByRole('button', { name: web.look })).toBeEnabled();
  await typeAddress(page, 'swim.example/heats.pdf');
  await expect(page.getByRole('button', { name: web.take })).toBeEnabled();
});

test('what is no address cannot be looked at; Enter says what is missing', async ({ page }) => {
  await openStart(page);
  await typeAddress(page, 'heats');
  await expect(page.getByRole('button', { name: web.look })).toBeDisabled();
  await page.getByLabel(web.label).press('Enter');
  await expect(shown(page, web.wrong)).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test.describe('pages that help nobody', () => {
  // The browser reports the server's refusal on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('a page without sheets, and an address inside the house', async ({ page, shot }) => {
    await openStart(page);
    await typeAddress(page, `${site}/empty`);
    await look(page);
    await expect(shown(page, /No heat sheets were found on this page/)).toBeVisible();
    await shot('no-sheets-on-page');
    await typeAddress(page, 'http://10.0.0.1/meet');
    await look(page);
    await expect(shown(page, /may not open this address/)).toBeVisible();
    await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  });
});
