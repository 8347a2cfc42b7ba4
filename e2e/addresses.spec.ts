import { errors, page as words } from '../packages/webapp/src/lib/words/common.ts';
import { help } from '../packages/webapp/src/lib/words/help.ts';
import { notes, results } from '../packages/webapp/src/lib/words/results.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { barriers, expect, noBrowser, pdfFile, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';

test.skip(noBrowser !== '', noBrowser);

test.describe('addresses that lead nowhere', () => {
  // The browser reports the server's 404 on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('a batch that does not exist', async ({ page, shot }) => {
    await page.goto('/batch/00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await shot('no-such-batch');
    await page.getByRole('link', { name: errors.home }).click();
    await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  });

  test('a result link that does not exist', async ({ page }) => {
    await page.goto('/result/abcdefghjkmn');
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
  });

  test('a page that does not exist', async ({ page, shot }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
    await shot('no-such-page');
  });

  test('a page whose program does not come', async ({ page, shot }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
    await page.route('**/_app/**/*.js', (route) => route.abort());
    await page.getByRole('link', { name: words.help }).click();
    await expect(page.getByRole('heading', { name: errors.brokenTitle })).toBeVisible();
    await expect(page).toHaveTitle(words.brokenTitle);
    expect(await barriers(page)).toEqual([]);
    await shot('broken');
    await page.unrouteAll();
    await page.getByRole('button', { name: errors.again }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(help.headline);
  });
});

test('how it works is one press away, and has no barriers', async ({ page, shot }) => {
  await page.goto('/');
  await page.getByRole('link', { name: words.help }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(help.headline);
  for (const { question } of help.questions) await page.getByText(question).click();
  await expect(page.getByText(help.questions[0]?.answer[0] ?? '')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('help');
  await page.getByRole('link', { name: words.home }).click();
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
});

test('a result of the first version without a race asks about the meet', async ({
  page,
  request,
  shot,
}) => {
  const [sheet] = (await sampleMeet()).files;
  const pdf = pdfFile('heats.pdf', sheet?.pdf ?? new Uint8Array());
  const answer = await request.post('/api/extract', {
    multipart: { swimmer: 'Quibble, Zacharias', pdf },
  });
  await page.goto((await answer.json()).resultUrl);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(results.nothingAtAll);
  await expect(page.getByText(notes.rightMeet)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  await shot('old-result-empty');
});

test('a result link of the first version goes on working', async ({ page, request, shot }) => {
  const { swimmer, files } = await sampleMeet();
  const [sheet] = files;
  const answer = await request.post('/api/extract', {
    multipart: {
      swimmer,
      pdf: pdfFile('heats.pdf', sheet?.pdf ?? new Uint8Array()),
    },
  });
  const { resultUrl, data } = await answer.json();
  await page.goto(resultUrl);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    results.headline(data.events.length),
  );
  await expect(page.getByRole('row')).toHaveCount(data.events.length + 1);
  expect(await barriers(page)).toEqual([]);
  await shot('old-result');
});
