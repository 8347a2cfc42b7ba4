import { writeFile } from 'node:fs/promises';
import { textFileNamedPdf } from '@heatsync/sheetgen';
import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import {
  chooseFiles,
  expect,
  find,
  noBrowser,
  openStart,
  pdfFile,
  shown,
  test,
  typeName,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';

test.skip(noBrowser !== '', noBrowser);

test('no name and no sheet: each is asked for', async ({ page, shot }) => {
  await openStart(page);
  await find(page);
  await expect(shown(page, form.missingName)).toBeVisible();
  await expect(shown(page, form.missingFiles)).toBeVisible();
  await expect(page.getByLabel(form.swimmer(1, 1))).toBeFocused();
  await shot('nothing-filled');
  await typeName(page, 'Moorhen, Ada');
  await find(page);
  await expect(shown(page, form.missingName)).toBeHidden();
  await expect(shown(page, form.missingFiles)).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test('sixteen sheets: fifteen are taken, one is named', async ({ page, shot }) => {
  const tiny = textFileNamedPdf();
  const files = Array.from({ length: 16 }, (_, index) =>
    pdfFile(`heats ${index + 1}.pdf`, new Uint8Array([...tiny, index])),
  );
  await openStart(page);
  await chooseFiles(page, files);
  await expect(shown(page, queue.tooMany(['heats 16.pdf'], 15))).toBeVisible();
  await expect(page.getByRole('heading', { name: queue.title(15) })).toBeVisible();
  await shot('sixteen-sheets');
});

test('a file of 30 MB is left out', async ({ page, shot }, testInfo) => {
  const large = testInfo.outputPath('large.pdf');
  await writeFile(large, new Uint8Array(30 * 1024 * 1024));
  await openStart(page);
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(shown(page, queue.tooLarge('large.pdf', 25))).toBeVisible();
  await expect(page.getByText(/to read$/)).toBeHidden();
  await shot('too-large');
});

test('what is empty, no PDF or there twice is left out', async ({ page, shot }) => {
  const { files } = await sampleMeet();
  const [good] = files.map((file) => pdfFile(file.name, file.pdf));
  if (!good) throw new Error('The sample meet has no sheet.');
  await openStart(page);
  await chooseFiles(page, [
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('heats') },
    pdfFile('empty.pdf', new Uint8Array()),
    good,
    { ...good, name: 'the same again.pdf' },
  ]);
  for (const sentence of [
    queue.notPdf('notes.txt'),
    queue.empty('empty.pdf'),
    queue.twice('the same again.pdf'),
  ])
    await expect(shown(page, sentence)).toBeVisible();
  await expect(page.getByRole('heading', { name: queue.title(1) })).toBeVisible();
  await shot('left-out');
});
