/** Several people of one name: which one is meant, kept with the batch. */
import { drawHeatSheet, makeMeet, type Swimmer } from '@heatsync/sheetgen';
import type { Page } from '@playwright/test';
import { personWords } from '../packages/webapp/src/lib/words/common.ts';
import { notes } from '../packages/webapp/src/lib/words/results.ts';
import { barriers, expect, noBrowser, pdfFile, rows, test, type UploadFile } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { search, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

/** From now on what is said of the batch is still on its way when the page is left: `leave` goes, lets it arrive and comes back. */
const slowLine = async (page: Page) => {
  const isGone = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const results = async () =>
    (await page.request.get(`/api${new URL(page.url()).pathname}/results`)).text();
  const before = await results();
  await page.route('**/api/batch/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    await isGone.promise;
    await route.continue();
    return arrived.resolve();
  });
  const leave = async (): Promise<void> => {
    await page.reload();
    isGone.resolve();
    await arrived.promise;
    // Sent is not yet taken in.
    await expect.poll(results).not.toBe(before);
    await page.reload();
  };
  return { leave };
};

const askAbout = (page: Page, name: string) => page.getByRole('group', { name: notes.ask(name) });

test('namesakes: the page asks which one is meant and mixes nothing', async ({ page, shot }) => {
  const sample = await sampleMeet();
  await search(page, ['Heronsby, Wren'], sheetsOf(sample));
  const all = await rows(page).count();
  const ask = askAbout(page, 'Heronsby, Wren');
  await expect(ask.getByRole('radio')).toHaveCount(3);
  expect(await barriers(page)).toEqual([]);
  await shot('namesakes');
  const own = sample.files.flatMap(({ truth }) =>
    truth.entries.filter(
      ({ name, legs, team }) =>
        team === 'PINE-CA' && (name === 'Heronsby, Wren' || legs?.includes('Heronsby, Wren')),
    ),
  );
  const line = await slowLine(page);
  await ask.getByRole('radio', { name: personWords('11', 'PINE-CA') }).check();
  await expect(rows(page)).toHaveCount(own.length);
  expect(own.length).toBeLessThan(all);
  await line.leave();
  await expect(rows(page)).toHaveCount(own.length);
});

const ADA: Swimmer = {
  ...{ first: 'Ada', middle: null, last: 'Moorhen', suffix: null, sex: 'female', age: 11 },
  ...{ team: 'HBR', para: null },
};
const BRAM: Swimmer = { ...ADA, first: 'Bram', sex: 'male' };

/** A session at which Ada and Bram have a namesake each, in another team. */
const pairs = async (): Promise<UploadFile> => {
  const stars = [ADA, BRAM].flatMap((child) => [child, { ...child, team: 'POND' }]);
  const { pdf } = await drawHeatSheet(makeMeet({ seed: 12, swimmers: 60, stars }), 0);
  return pdfFile('pairs.pdf', pdf);
};

test('one answer is taken back alone, also when the page is left at once', async ({ page }) => {
  const names = ['Moorhen, Ada', 'Moorhen, Bram'];
  const [ada = '', bram = ''] = names;
  await search(page, names, [await pairs()]);
  for (const name of names) {
    const isKept = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await askAbout(page, name)
      .getByRole('radio', { name: personWords('11', 'HBR') })
      .check();
    await isKept;
  }
  const line = await slowLine(page);
  await askAbout(page, ada).getByRole('radio', { name: notes.everybody }).check();
  await line.leave();
  await expect(
    askAbout(page, bram).getByRole('radio', { name: personWords('11', 'HBR') }),
  ).toBeChecked();
  await expect(askAbout(page, ada).getByRole('radio', { name: notes.everybody })).toBeChecked();
});
