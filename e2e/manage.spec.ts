import { errors } from '../packages/webapp/src/lib/words/common.ts';
import { results, session } from '../packages/webapp/src/lib/words/results.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { deleting, exporting } from '../packages/webapp/src/lib/words/takeaway.ts';
import {
  barriers,
  calendarButton,
  expect,
  noBrowser,
  rows,
  said,
  shown,
  test,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { openSample } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

test('the start of a session, told by a parent, gives its heats estimates', async ({
  page,
  shot,
}) => {
  await openSample(page);
  const sunday = page.getByRole('region', { name: /sunday/i });
  await expect(sunday.getByText(results.noTime).first()).toBeVisible();
  await sunday.getByRole('button', { name: session.ask }).click();
  expect(await barriers(page)).toEqual([]);
  await sunday.getByLabel(session.start).fill('09:00');
  await shot('session-start');
  await sunday.getByRole('button', { name: session.save }).click();
  await expect(sunday.getByText(results.sources.estimated)).toHaveCount(
    await sunday.locator('details').count(),
  );
  await page.reload();
  await expect(sunday.getByText(results.sources.estimated).first()).toBeVisible();
  await shot('estimates');
});

test('the zone of a meet far from home, told by a parent, is the calendar’s', async ({
  page,
  request,
  shot,
}) => {
  await openSample(page);
  const inZone = page.getByText(`${exporting.zone('America/Chicago')} ${exporting.zoneMeet}`);
  await page.getByRole('button', { name: exporting.zoneOther }).click();
  await expect(page.getByLabel(exporting.zoneAsk)).toBeFocused();
  await page.getByLabel(exporting.zoneAsk).selectOption('America/Chicago');
  await expect(inZone).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('zone');
  await page.reload();
  await expect(inZone).toBeVisible();
  const calendar = await request.get((await calendarButton(page).getAttribute('href')) ?? '');
  expect(await calendar.text()).toContain('DTSTART;TZID=America/Chicago:20270611T');
});

test('who only has the link may look, not answer or delete', async ({ page, browser, baseURL }) => {
  await openSample(page);
  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const shared = await other.newPage();
  await shared.goto(page.url());
  await expect(rows(shared).first()).toBeVisible();
  await expect(shared.getByRole('button', { name: session.ask })).toHaveCount(0);
  await expect(shared.getByRole('button', { name: deleting.ask })).toHaveCount(0);
  await other.close();
});

test.describe('deleted results', () => {
  // The browser reports the server's 404 on its console.
  test.use({ complaints: async ({ page: _page }, use) => use([]) });

  test('are gone from the server, for everybody', async ({ page, shot }) => {
    const { swimmer } = await sampleMeet();
    await openSample(page);
    const address = page.url();
    await page.getByRole('button', { name: deleting.ask }).click();
    await expect(shown(page, deleting.sure)).toBeVisible();
    await expect(said(page)).toHaveText(deleting.sure);
    // A key held down deletes nothing.
    await expect(page.getByRole('button', { name: deleting.no })).toBeFocused();
    expect(await barriers(page)).toEqual([]);
    await shot('delete');
    await page.getByRole('button', { name: deleting.yes, exact: true }).click();
    await expect(page.getByRole('button', { name: form.find })).toBeVisible();
    await page.goto(address);
    await expect(page.getByRole('heading', { name: errors.notFoundTitle })).toBeVisible();
    await expect(page.getByText(swimmer)).toHaveCount(0);
  });
});
