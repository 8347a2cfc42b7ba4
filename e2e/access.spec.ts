import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import { readCalendar } from './calendarFile.ts';
import {
  allRead,
  barriers,
  expect,
  find,
  noBrowser,
  openStart,
  pdfFile,
  rows,
  shown,
  test,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { openSample } from './search.ts';

test.skip(noBrowser !== '', noBrowser);
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const MOST_STOPS = 60;

/** Presses Tab until the wanted element has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, wanted: (focused: FocusedElement) => boolean): Promise<void> => {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (wanted(await focusedElement(page))) return;
  }
  throw new Error('Tab never reached it.');
};

type FocusedElement = { type: string; words: string };

const focusedElement = async (page: Page): Promise<FocusedElement> => {
  const element = page.locator(':focus');
  if ((await element.count()) === 0) return { type: '', words: '' };
  return {
    type: (await element.getAttribute('type')) ?? '',
    words: (await element.getAttribute('aria-label')) ?? (await element.innerText()).trim(),
  };
};

test('the whole way by keyboard', async ({ page }) => {
  const { swimmer, files } = await sampleMeet();
  // Asked for early: the browser takes a moment until it hands the choice of files to a test.
  const choosing = page.waitForEvent('filechooser');
  await openStart(page);
  await tabTo(page, ({ words }) => words === form.swimmer(1, 1));
  await page.keyboard.type(swimmer);
  await tabTo(page, ({ type }) => type === 'file');
  await page.keyboard.press('Enter');
  const chooser = await choosing;
  await chooser.setFiles(files.map((file) => pdfFile(file.name, file.pdf)));
  await expect(page.getByRole('heading', { name: queue.title(3) })).toBeVisible();
  await tabTo(page, ({ words }) => words === form.find);
  await page.keyboard.press('Enter');
  await allRead(page, 3);
  await tabTo(page, ({ words }) => words.includes('lane'));
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toHaveAttribute('open', '');
  await tabTo(page, ({ words }) => /^Add \d+ to calendar$/.test(words));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(readCalendar(text)).toHaveLength(await rows(page).count());
});

test('no barriers on the start page', async ({ page, shot }) => {
  await openStart(page);
  expect(await barriers(page)).toEqual([]);
  await find(page);
  await expect(shown(page, form.missingName)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('start-problems');
});

test('no barriers on the results', async ({ page, shot }) => {
  await openSample(page);
  await rows(page).first().locator('summary').click();
  expect(await barriers(page)).toEqual([]);
  await shot('results');
});
