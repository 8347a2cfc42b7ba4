import type { Page } from '@playwright/test';
import { form, queue } from '../packages/webapp/src/lib/words/start.ts';
import { readCalendar } from './calendarFile.ts';
import { readFile } from 'node:fs/promises';
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

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('no barriers on the start page', async ({ page, shot }) => {
      await openStart(page);
      await expect(page.getByRole('button', { name: form.find })).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await find(page);
      await expect(shown(page, form.missingName)).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await shot(`start-${colorScheme}`);
    });

    test('no barriers on the results', async ({ page, shot }) => {
      await openSample(page);
      await rows(page).first().locator('summary').click();
      expect(await barriers(page)).toEqual([]);
      await shot(`results-${colorScheme}`);
    });
  });

test('nothing is wider than the screen, and what is pressed is large enough', async ({ page }) => {
  await openSample(page);
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  const targets = page.locator('button, a.button, summary').filter({ visible: true });
  for (const target of await targets.all())
    expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
});
