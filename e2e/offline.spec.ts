/** The page as an app: without a connection, and as a target for files shared on the phone. */
import type { Page } from '@playwright/test';
import { page as pageWords } from '../packages/webapp/src/lib/words/common.ts';
import { onlyHere } from '../packages/webapp/src/lib/words/onlyHere.ts';
import { results } from '../packages/webapp/src/lib/words/results.ts';
import { queue } from '../packages/webapp/src/lib/words/start.ts';
import { homeScreen } from '../packages/webapp/src/lib/words/takeaway.ts';
import {
  allRead,
  expect,
  find,
  noBrowser,
  openStart,
  pdfFile,
  rows,
  test,
  typeName,
  type UploadFile,
} from './fixtures.ts';
import { openLine } from './line.ts';
import { sampleMeet } from './sampleMeet.ts';
import { fillIn } from './search.ts';

test.skip(noBrowser !== '', noBrowser);
test.use({ serviceWorkers: 'allow' });

/** As a phone hands a file to the page: a form that is sent to the share target. */
const share = async (page: Page, file: UploadFile): Promise<void> => {
  const form =
    '<form method="post" action="/share-target" enctype="multipart/form-data"><input type="file" name="pdfs"></form>';
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(form)})`);
  await page.locator('input[name=pdfs]').setInputFiles(file);
  await page.evaluate('document.forms[document.forms.length - 1].submit()');
};

test('at the pool without a connection: what was seen opens, new sheets are read here, shared ones land in the queue', async ({
  page,
  context,
  complaints,
  shot,
}) => {
  const { swimmer, files } = await sampleMeet();
  const [first, second] = files.map((file) => pdfFile(file.name, file.pdf));
  if (!first || !second) throw new Error('The sample meet has two sheets.');
  const line = await openLine(process.env['HEATSYNC_URL'] ?? '');
  await openStart(page, line.url);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.reload();
  await fillIn(page, [swimmer], [first]);
  await expect(page.getByText(/^heat sheet Harbor Light Open/)).toBeVisible();
  await shot('shared-sheet');
  await find(page);
  await allRead(page, 1);
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(0);

  // The browser says that the page can be installed: offered once.
  await page.evaluate("dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }))");
  await expect(page.getByRole('region', { name: homeScreen.add })).toBeVisible();
  await shot('home-screen');
  await page.getByRole('button', { name: homeScreen.no }).click();

  // Some browsers take only the page off the network, not its service worker.
  await line.cut();
  await context.setOffline(true);
  await page.reload();
  await expect(rows(page)).toHaveCount(count);
  await expect(page.getByRole('main').getByText(results.seen('').slice(0, 30))).toBeVisible();
  await expect(page.getByRole('region', { name: homeScreen.add })).toBeHidden();
  await shot('offline-results');

  // The start page too, and a sheet shared from another app, read on the device.
  await page.getByRole('link', { name: pageWords.home }).click();
  await page.reload();
  await share(page, second);
  await expect(page.getByRole('heading', { name: queue.title(1) })).toBeVisible();
  await expect(page.getByText(/^heat sheet Harbor Light Open/)).toBeVisible();
  await page.getByRole('switch', { name: onlyHere.label }).check();
  await typeName(page, swimmer);
  await find(page);
  await allRead(page, 1);
  await expect(rows(page).first()).toBeVisible();

  await page.goto('about:blank');
  // A browser without a connection complains of each request; of nothing else it may.
  const lost =
    /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)|Failed to (load resource|fetch)/;
  expect(complaints.filter((text) => !lost.test(text))).toEqual([]);
  complaints.length = 0;
});
