/** The operator has switched batches off: the form of the first version goes on working. */
import { scannedPdf } from '@heatsync/sheetgen';
import { sentenceFor } from '../packages/backend/src/errors.ts';
import { results } from '../packages/webapp/src/lib/words/results.ts';
import { form, oneSheet } from '../packages/webapp/src/lib/words/start.ts';
import {
  barriers,
  chooseFiles,
  expect,
  find,
  noBrowser,
  pdfFile,
  said,
  shown,
  test,
  typeName,
} from './fixtures.ts';
import { startProgram, type Program } from './program.ts';
import { sampleMeet } from './sampleMeet.ts';

test.skip(noBrowser !== '', noBrowser);

// One program for all of them.
test.describe.configure({ mode: 'default' });

let program: Program;

test.beforeAll(async () => {
  const { name, outputDir } = test.info().project;
  const site = new URL(process.env['MEET_URL'] ?? '').host;
  program = await startProgram(`rollback-${name}`, outputDir, {
    ENABLE_BATCH_API: 'false',
    FETCH_ALLOW: site,
  });
});

test.afterAll(() => program.end());

// The browser reports the server's "no" on its console.
test.use({ complaints: async ({ page: _page }, use) => use([]) });

test('one sheet, from the device or from the web, becomes a result of the first version', async ({
  page,
  shot,
}) => {
  const { swimmer, files } = await sampleMeet();
  const [sheet] = files;
  if (!sheet) throw new Error('The sample meet has no sheet.');
  const races = sheet.truth.entries.filter(
    ({ name, legs }) => name === swimmer || legs?.includes(swimmer),
  );
  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: oneSheet.which, exact: true })).toBeVisible();
  await find(page);
  await expect(shown(page, form.missingName)).toBeVisible();
  await expect(said(page)).toContainText(oneSheet.missing);
  await typeName(page, swimmer);
  await chooseFiles(page, [pdfFile('heats.pdf', sheet.pdf)]);
  expect(await barriers(page)).toEqual([]);
  await shot('one-sheet');
  await find(page);
  await expect(page).toHaveURL(/\/result\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    results.headline(races.length),
  );

  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: oneSheet.which, exact: true })).toBeVisible();
  await page.getByLabel(oneSheet.address).fill(`${process.env['MEET_URL']}/docs/session-1.pdf`);
  await typeName(page, swimmer);
  await find(page);
  await expect(page).toHaveURL(/\/result\//);
});

test('what was filled in before the server said no is kept', async ({ page }) => {
  const asked = Promise.withResolvers<void>();
  await page.route('**/api/batch/health', async (route) => {
    await asked.promise;
    await route.continue();
  });
  await page.goto(program.address);
  await expect(page.getByRole('button', { name: form.find })).toBeEnabled();
  await typeName(page, 'Moorhen, Ada');
  asked.resolve();
  await expect(page.getByRole('heading', { name: oneSheet.which, exact: true })).toBeVisible();
  await expect(page.getByLabel(form.swimmer(1, 1))).toHaveValue('Moorhen, Ada');
});

test('what is no heat sheet is said, and the form stays as it was', async ({ page }) => {
  await page.goto(program.address);
  await expect(page.getByRole('heading', { name: oneSheet.which, exact: true })).toBeVisible();
  await typeName(page, 'Moorhen, Ada');
  await chooseFiles(page, [pdfFile('heats.pdf', new TextEncoder().encode('no PDF inside'))]);
  await find(page);
  await expect(shown(page, /not a PDF/)).toBeVisible();
  // No AI model reads scans here.
  await chooseFiles(page, [pdfFile('scan.pdf', await scannedPdf())]);
  await find(page);
  await expect(shown(page, sentenceFor('UNREADABLE_SHEET'))).toBeVisible();
  await expect(page.getByLabel(form.swimmer(1, 1))).toHaveValue('Moorhen, Ada');
});
