/** What room the page needs: on the narrowest screen, with long words, and while it changes. */
import type { Page } from '@playwright/test';
import { session } from '../packages/webapp/src/lib/words/results.ts';
import { card } from '../packages/webapp/src/lib/words/takeaway.ts';
import { NARROWEST, sticksOut } from './audit.ts';
import { allRead, expect, find, noBrowser, openStart, rows, test } from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { addAddress, fillIn, search, sheetsOf } from './search.ts';

const site = process.env['MEET_URL'] ?? '';

test.skip(noBrowser !== '', noBrowser);

/** As if every label were translated: each grows by a German word. */
const growWords = (page: Page): Promise<void> =>
  page.evaluate(`
    for (const label of document.querySelectorAll(
      ':is(main, section) :is(h1, h2, h3, button, a, label, legend, summary, dt, th, p)',
    ))
      for (const node of label.childNodes)
        if (node.nodeType === Node.TEXT_NODE && /\\p{L}{3}/u.test(node.nodeValue))
          node.nodeValue += ' Schwimmwettkampfveranstaltung';`);

/** Keeps how far things moved, from the page's first drawing on. */
const WATCH = `
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.moved += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

test('at 400 % and with long words nothing sticks out', async ({ page, shot }) => {
  const sample = await sampleMeet();
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  await search(
    page,
    [sample.swimmer, ...sample.siblings, 'Leutheusser-Schnarrenberger, Maximiliane'],
    sheetsOf(sample),
  );
  await rows(page).first().locator('summary').click();
  await page.getByRole('button', { name: session.ask }).click();
  expect(await sticksOut(page)).toEqual([]);
  await shot('narrow');
  await growWords(page);
  expect(await sticksOut(page)).toEqual([]);
  await shot('narrow-long-words');
  await page.reload();
  await page.getByRole('button', { name: card.title }).filter({ visible: true }).click();
  expect(await sticksOut(page)).toEqual([]);
  for (const address of ['/help', '/nowhere', '/admin']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await growWords(page);
    expect(await sticksOut(page)).toEqual([]);
  }
});

test('nothing jumps while the page opens and when the reading ends', async ({ page }, info) => {
  test.skip(!site, 'the program was started elsewhere');
  const sample = await sampleMeet();
  const held = `${info.project.name}-${Date.now()}`;
  await openStart(page);
  await fillIn(page, [sample.swimmer], sheetsOf(sample));
  await addAddress(page, `${site}/held/${held}.pdf`);
  await find(page);
  await expect(page.getByRole('main').getByText(/^3 of 4 sheets read/)).toBeVisible();
  await page.addInitScript(WATCH);
  await page.reload();
  await expect(page.getByRole('main').getByText(/^3 of 4 sheets read/)).toBeVisible();
  await fetch(`${site}/release/${held}`);
  await allRead(page, 4);
  expect(await page.evaluate('window.moved')).toBeLessThan(0.05);
});
