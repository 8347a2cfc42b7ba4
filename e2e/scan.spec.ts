import { scanOf } from '@heatsync/sheetgen';
import { notes, results as words } from '../packages/webapp/src/lib/words/results.ts';
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
