import {
  drawFlyer,
  drawHeatSheet,
  drawPsychSheet,
  drawResults,
  encryptedPdf,
  textFileNamedPdf,
} from '@heatsync/sheetgen';
import { kindWords } from '../packages/webapp/src/lib/words/common.ts';
import { notes, results } from '../packages/webapp/src/lib/words/results.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { barriers, expect, noBrowser, pdfFile, rows, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { search, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

test('bad sheets say what they are while the others are read', async ({ page, shot }) => {
  const { swimmer, files, meet } = await sampleMeet();
  const [good] = files;
  if (!good) throw new Error('The sample meet has no sheet.');
  const [locked, over, psych, flyer] = await Promise.all([
    encryptedPdf(),
    drawResults(meet, 0),
    drawPsychSheet(meet),
    drawFlyer(meet),
  ]);
  await search(
    page,
    [swimmer],
    [
      pdfFile('text.pdf', textFileNamedPdf()),
      pdfFile('locked.pdf', locked),
      pdfFile('results.pdf', over.pdf),
      pdfFile('psych.pdf', psych.pdf),
      pdfFile('flyer.pdf', flyer.pdf),
      pdfFile('good.pdf', good.pdf),
    ],
    4,
  );
  await expect(page.getByText(/not a PDF that can be opened/)).toBeVisible();
  await expect(page.getByText(/locked with a password/)).toBeVisible();
  await expect(page.getByText(`results.pdf ${kindWords.results}`)).toBeVisible();
  await expect(page.getByText(`psych.pdf ${kindWords.psych_sheet}`)).toBeVisible();
  await expect(page.getByText(`flyer.pdf ${kindWords.other}`)).toBeVisible();
  await expect(page.getByText(/: all explained/)).toBeVisible();
  const heats = good.truth.entries.filter(
    (entry) => entry.name === swimmer || entry.legs?.includes(swimmer),
  );
  await expect(rows(page).filter({ hasText: 'lane' })).toHaveCount(heats.length);
  // The head says that something is missing, and leads there.
  await page.getByRole('link', { name: results.notRead(2) }).click();
  await expect(page.getByRole('list', { name: notes.notRead })).toBeInViewport();
  expect(await barriers(page)).toEqual([]);
  await shot('bad-sheets');
});

test('a psych sheet ranks: no heat, no lane, no word of a time that cannot be there', async ({
  page,
  shot,
}) => {
  const { swimmer, meet } = await sampleMeet();
  const { pdf } = await drawPsychSheet(meet);
  await search(page, [swimmer], [pdfFile('psych.pdf', pdf)]);
  const ranked = page.getByRole('region', { name: results.ranked });
  await expect(ranked.getByText(results.noHeats)).toBeVisible();
  await expect(ranked.getByText(results.rank, { exact: true })).toHaveCount(
    await rows(page).count(),
  );
  await expect(ranked.getByText(results.noTime)).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await shot('psych');
});

test('a name that is in no sheet', async ({ page, shot }) => {
  const sample = await sampleMeet();
  await search(page, ['Quibble, Zacharias'], sheetsOf(sample).slice(0, 1));
  await expect(page.getByRole('region', { name: notes.missing })).toContainText('Quibble');
  await expect(page.getByText(notes.notFound)).toBeVisible();
  await expect(
    page.getByText(/^What was read: Harbor Light Open, Friday evening, \d+ names\./),
  ).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('not-found');
  await page.getByRole('link', { name: notes.retry }).click();
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
});

test('of three children two are not found: one comes close, one is typed again', async ({
  page,
  browser,
  baseURL,
  shot,
}) => {
  const sample = await sampleMeet();
  const [ada, bram = ''] = [sample.swimmer, ...sample.siblings];
  await search(page, [ada, 'Morhen, Bram', 'Quibble, Zacharias'], sheetsOf(sample).slice(0, 1));
  const missing = page.getByRole('region', { name: notes.missing });
  await expect(missing).toHaveCount(2);
  await expect(page.getByText(/: all explained/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).locator('mark')).toHaveText([ada]);
  expect(await barriers(page)).toEqual([]);
  await shot('two-not-found');
  await missing.first().getByRole('button', { name: bram }).click();
  await expect(missing).toHaveCount(1);
  const field = missing.getByLabel(notes.otherName);
  await expect(field).toHaveValue('Quibble, Zacharias');
  await field.fill('Heronsby, Wren');
  await field.press('Enter');
  await expect(missing).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 }).locator('mark')).toHaveText([
    ada,
    bram,
    'Heronsby, Wren',
  ]);

  // Whoever has only the link sees the same children, and cannot look for others.
  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const shared = await other.newPage();
  await shared.goto(page.url());
  await expect(rows(shared)).toHaveCount(await rows(page).count());
  await other.close();
});

test('relays that name nobody are told of', async ({ page }) => {
  const { swimmer, meet } = await sampleMeet();
  const sheet = await drawHeatSheet(meet, 0, { legs: false });
  await search(page, [swimmer], [pdfFile('heats.pdf', sheet.pdf)]);
  await expect(page.getByText(notes.nameless(['heats.pdf']))).toBeVisible();
});
