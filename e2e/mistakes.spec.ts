import { writeFile } from 'node:fs/promises';
import {
  drawFlyer,
  drawPsychSheet,
  drawResults,
  encryptedPdf,
  sampleMeet,
  textFileNamedPdf,
} from '@heatsync/sheetgen';
import { errors, form, notes, queue } from '../packages/webapp/src/lib/words.ts';
import {
  allRead,
  chooseFiles,
  expect,
  find,
  noBrowser,
  pdfFile,
  rows,
  test,
  typeName,
} from './fixtures.ts';

test.skip(noBrowser !== '', noBrowser);

test('no name and no sheet: each is asked for', async ({ page, shot }) => {
  await page.goto('/');
  await find(page);
  await expect(page.getByText(form.missingName)).toBeVisible();
  await expect(page.getByText(form.missingFiles)).toBeVisible();
  await expect(page.getByLabel(form.swimmer(1, 1))).toBeFocused();
  await shot('nothing-filled');
  await typeName(page, 'Moorhen, Ada');
  await find(page);
  await expect(page.getByText(form.missingName)).toBeHidden();
  await expect(page.getByText(form.missingFiles)).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('sixteen sheets: fifteen are taken, one is named', async ({ page, shot }) => {
  const tiny = textFileNamedPdf();
  const files = Array.from({ length: 16 }, (_, index) => pdfFile(`heats ${index + 1}.pdf`, tiny));
  await page.goto('/');
  await chooseFiles(page, files);
  await expect(page.getByText(queue.tooMany('heats 16.pdf', 15))).toBeVisible();
  await expect(page.getByRole('heading', { name: queue.title(15) })).toBeVisible();
  await shot('sixteen-sheets');
});

test('a file of 30 MB is left out', async ({ page, shot }, { outputPath }) => {
  const large = outputPath('large.pdf');
  await writeFile(large, new Uint8Array(30 * 1024 * 1024));
  await page.goto('/');
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(page.getByText(queue.tooLarge('large.pdf', 25))).toBeVisible();
  await expect(page.getByText(/to read$/)).toBeHidden();
  await shot('too-large');
});

test('what is empty, no PDF or there twice is left out', async ({ page, shot }) => {
  const { files } = await sampleMeet();
  const [good] = files.map((file) => pdfFile(file.name, file.pdf));
  if (!good) throw new Error('The sample meet has no sheet.');
  await page.goto('/');
  await chooseFiles(page, [
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('heats') },
    pdfFile('empty.pdf', new Uint8Array()),
    good,
    good,
  ]);
  for (const sentence of [
    queue.notPdf('notes.txt'),
    queue.empty('empty.pdf'),
    queue.twice(good.name),
  ])
    await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByRole('heading', { name: queue.title(1) })).toBeVisible();
  await shot('left-out');
});

test('bad sheets say what they are while the others are read', async ({ page, shot }) => {
  const { swimmer, files, meet } = await sampleMeet();
  const [good] = files;
  if (!good) throw new Error('The sample meet has no sheet.');
  const [locked, results, psych, flyer] = await Promise.all([
    encryptedPdf(),
    drawResults(meet, 0),
    drawPsychSheet(meet),
    drawFlyer(meet),
  ]);
  await page.goto('/');
  await typeName(page, swimmer);
  await chooseFiles(page, [
    pdfFile('text.pdf', textFileNamedPdf()),
    pdfFile('locked.pdf', locked),
    pdfFile('results.pdf', results.pdf),
    pdfFile('psych.pdf', psych.pdf),
    pdfFile('flyer.pdf', flyer.pdf),
    pdfFile('good.pdf', good.pdf),
  ]);
  await find(page);
  await allRead(page, 4, 6);
  await expect(page.getByText(/not a PDF that can be opened/)).toBeVisible();
  await expect(page.getByText(/locked with a password/)).toBeVisible();
  await expect(page.getByText(`results.pdf ${notes.kinds.results}`)).toBeVisible();
  await expect(page.getByText(`psych.pdf ${notes.kinds.psych_sheet}`)).toBeVisible();
  await expect(page.getByText(`flyer.pdf ${notes.kinds.other}`)).toBeVisible();
  const heats = good.truth.entries.filter(
    (entry) => entry.name === swimmer || entry.legs?.includes(swimmer),
  );
  await expect(rows(page).filter({ hasText: 'lane' })).toHaveCount(heats.length);
  await shot('bad-sheets');
});

test('a name that is in no sheet', async ({ page, shot }) => {
  const { files } = await sampleMeet();
  await page.goto('/');
  await typeName(page, 'Quibble, Zacharias');
  await chooseFiles(
    page,
    files.slice(0, 1).map((file) => pdfFile(file.name, file.pdf)),
  );
  await find(page);
  await allRead(page, 1);
  await expect(page.getByText(notes.absent([files[0]?.name ?? '']))).toBeVisible();
  await expect(page.getByText(notes.notFound)).toBeVisible();
  await shot('not-found');
  await page.getByRole('link', { name: notes.retry }).click();
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
});

test.describe('addresses that lead nowhere', () => {
  // The browser reports the server's 404 on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('a batch that does not exist', async ({ page, shot }) => {
    await page.goto('/batch/00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
    await shot('no-such-batch');
    await page.getByRole('link', { name: errors.home }).click();
    await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  });

  test('a page that does not exist', async ({ page, shot }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
    await shot('no-such-page');
  });
});
