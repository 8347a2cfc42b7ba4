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
import { expect, noBrowser, pdfFile, rows, test } from './fixtures.ts';
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
  await expect(page.getByText(/in them: all explained/)).toBeVisible();
  const heats = good.truth.entries.filter(
    (entry) => entry.name === swimmer || entry.legs?.includes(swimmer),
  );
  await expect(rows(page).filter({ hasText: 'lane' })).toHaveCount(heats.length);
  // The head says that something is missing, and leads there.
  await page.getByRole('link', { name: results.notRead(2) }).click();
  await expect(page.getByRole('list', { name: notes.notRead })).toBeInViewport();
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
  await shot('psych');
});

test('a name that is in no sheet', async ({ page, shot }) => {
  const sample = await sampleMeet();
  await search(page, ['Quibble, Zacharias'], sheetsOf(sample).slice(0, 1));
  await expect(page.getByText(notes.absent([sample.files[0]?.name ?? '']))).toBeVisible();
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
  await search(page, [swimmer], [pdfFile('heats.pdf', sheet.pdf)]);
  await expect(page.getByText(notes.nameless(['heats.pdf']))).toBeVisible();
});
