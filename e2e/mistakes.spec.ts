import {
  drawFlyer,
  drawHeatSheet,
  drawPsychSheet,
  drawResults,
  encryptedPdf,
  textFileNamedPdf,
} from '@heatsync/sheetgen';
import { form, notes } from '../packages/webapp/src/lib/words.ts';
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
import { sampleMeet } from './sampleMeet.ts';

test.skip(noBrowser !== '', noBrowser);

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
  await expect(page.getByText(/in them: all explained/)).toBeVisible();
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
  await expect(
    page.getByText(/^Read were Harbor Light Open; Friday evening; \d+ names\./),
  ).toBeVisible();
  await shot('not-found');
  await page.getByRole('link', { name: notes.retry }).click();
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
});

test('relays that name nobody are told of', async ({ page }) => {
  const { swimmer, meet } = await sampleMeet();
  const sheet = await drawHeatSheet(meet, 0, { legs: false });
  await page.goto('/');
  await typeName(page, swimmer);
  await chooseFiles(page, [pdfFile('heats.pdf', sheet.pdf)]);
  await find(page);
  await allRead(page, 1);
  await expect(page.getByText(notes.nameless(['heats.pdf']))).toBeVisible();
});
