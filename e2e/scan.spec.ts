import { scanOf } from '@heatsync/sheetgen';
import { sentenceFor } from '../packages/backend/src/errors.ts';
import { notes, results as words } from '../packages/webapp/src/lib/words/results.ts';
import { FAILURES } from './aiProvider.ts';
import { barriers, expect, noBrowser, pdfFile, rows, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { search } from './search.ts';

test.skip(noBrowser !== '', noBrowser);
test.skip(noBrowser === '' && !process.env['AI_STAND_IN'], 'the program was started elsewhere');

test('a scan is read by the AI model, and each race says so', async ({ page, shot }) => {
  const { swimmer, files } = await sampleMeet();
  const [sheet] = files;
  if (!sheet) throw new Error('The sample meet has no sheet.');
  const scan = await scanOf(sheet);
  await search(page, [swimmer], [pdfFile('scan.pdf', scan.pdf)]);
  const races = sheet.truth.entries.filter(
    ({ name, legs }) => name === swimmer || legs?.includes(swimmer),
  );
  await expect(rows(page).filter({ hasText: words.readByAi })).toHaveCount(races.length);
  await expect(page.getByText(notes.byAi('scan.pdf'))).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('scan');
});

test('a scan that the AI model does not read says why and what to do', async ({ page, shot }) => {
  const [sheet] = (await sampleMeet()).files;
  if (!sheet) throw new Error('The sample meet has no sheet.');
  const pdfs = pdfFile('scan.pdf', (await scanOf(sheet, [1])).pdf);
  for (const [swimmer, [code]] of Object.entries(FAILURES)) {
    const sent = await page.request.post('/api/batch/extract', { multipart: { swimmer, pdfs } });
    await page.goto(`/batch/${(await sent.json()).batchId}`);
    const failed = page.getByRole('list', { name: notes.notRead }).getByRole('listitem');
    await expect(failed).toContainText(sentenceFor(code));
    // What may work later can be tried then.
    const isPassing = sentenceFor(code).includes('try again');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.unread);
    await expect(page.getByRole('button', { name: notes.again })).toHaveCount(isPassing ? 1 : 0);
  }
  await shot('scan-not-read');
});
