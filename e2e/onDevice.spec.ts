/** What a phone does by itself: reads the sheets before they are sent, or instead of sending them. */
import { drawResults } from '@heatsync/sheetgen';
import { form, queue, web } from '../packages/webapp/src/lib/words.ts';
import {
  allRead,
  barriers,
  chooseFiles,
  expect,
  find,
  noBrowser,
  pdfFile,
  rows,
  test,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';

test.skip(noBrowser !== '', noBrowser);

const sampleFiles = async () =>
  (await sampleMeet()).files.map((file) => pdfFile(file.name, file.pdf));

test('a sheet says what it is before it is sent, and the name completes from its people', async ({
  page,
  shot,
}) => {
  await page.goto('/');
  await chooseFiles(page, [
    ...(await sampleFiles()),
    pdfFile('old.pdf', (await drawResults((await sampleMeet()).meet, 0)).pdf),
  ]);
  await expect(page.getByText(new RegExp(`^${web.kinds.heat_sheet} · `))).toHaveCount(3);
  await expect(page.getByText(queue.wrong('results'))).toBeVisible();
  await page.getByRole('button', { name: queue.remove('old.pdf') }).click();
  const field = page.getByRole('combobox', { name: form.swimmer(1, 1) });
  await field.fill('wren HÉRON');
  const choices = page.getByRole('option', { name: 'Heronsby, Wren' });
  await expect(choices).toHaveText([/GULL-CA/, /PINE-CA/]);
  expect(await barriers(page)).toEqual([]);
  await shot('name-choices');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue('Heronsby, Wren');
  await expect(choices).toHaveCount(0);
  await field.fill('Nobody Atall');
  await expect(page.getByText(form.nobody('Nobody Atall'))).toBeVisible();
  await field.fill('hero');
  await choices.nth(1).tap();
  await find(page);
  await allRead(page, 3);
  // Chosen by team while typing: nobody asks again, and the namesake's races are not there.
  const own = (await sampleMeet()).files.flatMap(({ truth }) =>
    truth.entries.filter(
      ({ name, legs, team }) =>
        team === 'PINE-CA' && (name === 'Heronsby, Wren' || legs?.includes('Heronsby, Wren')),
    ),
  );
  await expect(page.getByRole('radio', { name: /PINE-CA/ })).toBeChecked();
  await expect(rows(page)).toHaveCount(own.length);
});
