import { results } from '../packages/webapp/src/lib/words/results.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import { exporting } from '../packages/webapp/src/lib/words/takeaway.ts';
import { downloadCalendar } from './calendarFile.ts';
import {
  allRead,
  anyWidth,
  barriers,
  calendarButton,
  expect,
  noBrowser,
  noRaceChosen,
  openStart,
  rows,
  test,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { openSample } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

/** What the sample swimmer swims, from the truth that the sheets were drawn from. */
const truth = async () => {
  const { swimmer, files } = await sampleMeet();
  return files.flatMap((file, index) =>
    file.truth.entries
      .filter((entry) => entry.name === swimmer || entry.legs?.includes(swimmer))
      .map((entry) => ({ ...entry, date: `2027-06-${11 + index}` })),
  );
};

test('from the quiet link to a calendar', async ({ page, shot }) => {
  const races = await truth();
  await openStart(page);
  await page.getByRole('button', { name: form.sample }).click();
  await expect(page).toHaveURL(/\/batch\/[0-9a-f-]{36}$/);
  await allRead(page, 3);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    results.headline(races.length),
  );
  await expect(rows(page)).toHaveCount(races.length);
  await expect(page.locator('main section h2')).toHaveText([
    /friday/i,
    /saturday/i,
    /sunday/i,
    /./,
  ]);
  await shot('sample-results');

  const entries = await downloadCalendar(page);
  const expected = races.map(({ event, heat, lane, start, date }) => ({
    place: `E${event} H${String(heat)} L${String(lane)}`,
    start: start === null ? date : `${date}T${start}:00`,
    alarms: start === null ? [] : ['-PT10M'],
  }));
  const got = entries.map(({ summary, start, alarms }) => ({
    place: summary.split(' · ')[0] ?? '',
    start,
    alarms,
  }));
  const byPlace = (a: { place: string }, b: { place: string }) => a.place.localeCompare(b.place);
  expect(got.toSorted(byPlace)).toEqual(expected.toSorted(byPlace));
  expect(new Set(entries.map((entry) => entry.uid)).size).toBe(races.length);
});

test('each race shows the line it was read from', async ({ page, shot }) => {
  await openSample(page);
  const row = rows(page).first();
  await row.locator('summary').click();
  await expect(row.locator('pre mark')).toHaveText(/Moorhen/);
  await expect(row.locator('figcaption')).toHaveText(/^Page \d+ of Harbor Light Open/);
  await shot('sample-proof');
});

test(
  'the calendar has the chosen races and the chosen reminder',
  anyWidth,
  async ({ page, shot }) => {
    await openSample(page);
    const all = await rows(page).count();
    await page.getByText(exporting.choose(all, all)).click();
    const boxes = page.getByRole('checkbox');
    await expect(boxes).toHaveCount(all);
    await boxes.first().uncheck();
    await page.getByRole('radio', { name: '15 min' }).check();
    await expect(calendarButton(page)).toHaveText(new RegExp(`Add ${all - 1} to calendar`));
    expect(await barriers(page)).toEqual([]);
    await shot('sample-export');
    const entries = await downloadCalendar(page);
    expect(entries).toHaveLength(all - 1);
    expect(new Set(entries.flatMap((entry) => entry.alarms))).toEqual(new Set(['-PT15M']));
    for (const box of await boxes.all()) await box.uncheck();
    await expect(noRaceChosen(page)).toBeDisabled();
  },
);

test(
  'the link opens the same races in another browser',
  anyWidth,
  async ({ page, browser, baseURL }) => {
    await openSample(page);
    const other = await browser.newContext({ ...(baseURL && { baseURL }) });
    const shared = await other.newPage();
    await shared.goto(page.url());
    await expect(rows(shared)).toHaveCount(await rows(page).count());
    await other.close();
  },
);

test('the link is there as a QR code for the next phone', async ({ page, shot }) => {
  await openSample(page);
  await page.getByRole('button', { name: exporting.qr }).click();
  await expect(page.getByRole('img', { name: exporting.qrLabel })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('qr-code');
});
