import {
  drawHeatSheet,
  printedName,
  type Meet,
  type MeetEntry,
  type SampleMeet,
} from '@heatsync/sheetgen';
import { readFile } from 'node:fs/promises';
import { DOUBT_MARK } from '../packages/webapp/src/lib/model/armCard.ts';
import { clockWords } from '../packages/webapp/src/lib/model/clock.ts';
import { next, results } from '../packages/webapp/src/lib/words/results.ts';
import { card, exporting } from '../packages/webapp/src/lib/words/takeaway.ts';
import { downloadCalendar, readCalendar } from './calendarFile.ts';
import {
  anyWidth,
  barriers,
  calendarButton,
  expect,
  noBrowser,
  pdfFile,
  rows,
  test,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { search, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

/** A child's own races of Friday in order; `start` as the browser of the tests says it, `minute` from midnight. */
const timed = ({ files }: SampleMeet, name: string) =>
  (files[0]?.truth.entries ?? [])
    .filter((entry) => entry.name === name)
    .map(({ event, heat, lane, start }) => {
      const [hours = 0, minutes = 0] = (start ?? '').split(':').map(Number);
      return {
        event,
        heat,
        lane,
        start: clockWords(start ?? '', true),
        minute: hours * 60 + minutes,
      };
    });

/** The same meet after somebody moved the swimmer's first race from one lane to the other. */
const reseeded = (meet: Meet, swimmer: string): { meet: Meet; from: number; to: number } => {
  const changed = structuredClone(meet);
  const isOwn = (entry: MeetEntry) =>
    entry.swimmer !== null && printedName(entry.swimmer) === swimmer;
  const heat = changed.sessions[0]?.events
    .flatMap((event) => event.heats)
    .find(({ entries }) => entries.some(isOwn));
  const own = heat?.entries.find(isOwn);
  const other = heat?.entries.find((entry) => entry !== own);
  if (!own || !other) throw new Error('The sample swimmer swims alone.');
  const [from, to] = [own.lane, other.lane];
  [own.lane, other.lane] = [to, from];
  heat?.entries.sort((a, b) => a.lane - b.lane);
  return { meet: changed, from, to };
};

test('on the day the next race stands on top and counts down', async ({ page, shot }) => {
  const sample = await sampleMeet();
  const [first, second] = timed(sample, sample.swimmer);
  if (!first || !second) throw new Error('The sample swimmer swims twice on Friday.');
  // 24 minutes before the first race of Friday, in the zone of the browser (UTC-7).
  const midnight = Date.UTC(2027, 5, 11, 7);
  await page.clock.install({ time: midnight + (first.minute - 24) * 60_000 });
  await search(page, [sample.swimmer], sheetsOf(sample));
  const card = (minutes: number) => page.getByRole('region', { name: next.when(minutes) });
  await expect(card(24)).toContainText(next.place(first.event, first.heat, first.lane));
  await expect(card(24)).toContainText(first.start);
  await shot('next-race');
  await page.clock.runFor('20:00');
  await expect(card(4)).toBeVisible();
  await page.clock.runFor('10:00');
  await expect(card(second.minute - first.minute - 6)).toContainText(second.start);
  // The week after: last week's sheets are easily taken for this week's.
  await page.clock.setSystemTime(midnight + 7 * 24 * 60 * 60_000);
  await page.reload();
  await expect(page.getByText(results.over('Sun 13 June 2027'))).toBeVisible();
});

test('a link to a session leads there, also in another browser', async ({ page, shot }) => {
  const sample = await sampleMeet();
  await search(page, [sample.swimmer], sheetsOf(sample));
  await page.goto(`${page.url()}#session-2`);
  await page.reload();
  await expect(page.locator('#session-2')).toBeInViewport();
  await expect
    .poll(async () => (await page.locator('#session-2').boundingBox())?.y)
    .toBeLessThan(120);
  await shot('session-link');
});

test('two children side by side in time: who clashes, and how long the family is free', async ({
  page,
  shot,
}) => {
  const sample = await sampleMeet();
  const [ada = '', bram = ''] = [sample.swimmer, ...sample.siblings];
  const [one, other] = [timed(sample, ada), timed(sample, bram)];
  const close = one.flatMap((race) =>
    other.filter((near) => Math.abs(near.minute - race.minute) <= 8).map((near) => [race, near]),
  )[0];
  const day = [...one, ...other].sort((a, b) => a.minute - b.minute);
  const pause = day
    .map((race, index) => race.minute - (day[index - 1]?.minute ?? race.minute))
    .find((minutes) => minutes >= 20);
  const [race, near] = close ?? [];
  if (!race || !near || pause === undefined) throw new Error('The sample children never meet.');
  await search(page, [ada, bram], sheetsOf(sample));
  const clash = page.getByText(results.clash);
  await expect(clash.filter({ hasText: results.clashWith('Bram', near.start) })).toBeVisible();
  await expect(clash.filter({ hasText: results.clashWith('Ada', race.start) })).toBeVisible();
  await expect(page.getByText(results.free(pause)).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('two-children');

  // With room for it each child has a column, and races that clash stand side by side; else one below the other.
  const boxOf = async (text: string) => {
    const row = page.locator('#session-1').locator('summary').filter({ hasText: text });
    const box = await row.boundingBox();
    if (!box) throw new Error(`No race at ${text}.`);
    return box;
  };
  const [left, right] = [await boxOf(race.start), await boxOf(near.start)];
  const isWide = (page.viewportSize()?.width ?? 0) >= 720;
  expect(right.x > left.x + left.width).toBe(isWide);
  expect(Math.abs(right.y - left.y) < 5).toBe(isWide);
});

test('a race that stands on two sheets is shown once, with both places', async ({ page, shot }) => {
  const sample = await sampleMeet();
  const [sheet] = sample.files;
  const again = await drawHeatSheet(sample.meet, 0, { columns: 3, heatStarts: true });
  await search(
    page,
    [sample.swimmer],
    [pdfFile('heats.pdf', sheet?.pdf ?? new Uint8Array()), pdfFile('again.pdf', again.pdf)],
  );
  const own = sheet?.truth.entries.filter(
    ({ name, legs }) => name === sample.swimmer || legs?.includes(sample.swimmer),
  );
  await expect(rows(page)).toHaveCount(own?.length ?? 0);
  await rows(page).first().locator('summary').click();
  await expect(rows(page).first()).toContainText(/Also on page \d+ of again\.pdf\./);
  await shot('two-sheets');
});

test('a newer sheet with another lane is quoted on both races', async ({ page, shot }) => {
  const sample = await sampleMeet();
  const { meet, from, to } = reseeded(sample.meet, sample.swimmer);
  const newer = await drawHeatSheet(meet, 0, { heatStarts: true });
  await search(
    page,
    [sample.swimmer],
    [pdfFile('old.pdf', sample.files[0]?.pdf ?? new Uint8Array()), pdfFile('new.pdf', newer.pdf)],
  );
  const own = sample.files[0]?.truth.entries.filter(
    ({ name, legs }) => name === sample.swimmer || legs?.includes(sample.swimmer),
  );
  const count = own?.length ?? 0;
  await expect(page.getByRole('heading', { level: 1 })).toContainText(results.headline(count));
  await expect(rows(page)).toHaveCount(count + 1);
  await expect(
    page.getByText(new RegExp(`new\\.pdf, page \\d+, says heat \\d+, lane ${to}\\.`)),
  ).toBeVisible();
  await expect(
    page.getByText(new RegExp(`old\\.pdf, page \\d+, says heat \\d+, lane ${from}\\.`)),
  ).toBeVisible();
  // The button counts what goes in; the words say why it is one more than the races, until one is left out.
  await expect(calendarButton(page)).toHaveText(exporting.add(count + 1, count));
  await expect(page.getByText(results.twice(1))).toBeVisible();
  await expect(page.getByText(exporting.twice(1))).toBeVisible();
  await shot('changed-lane');
  await page.getByText(exporting.choose(count + 1, count + 1)).click();
  await page.getByRole('checkbox', { name: new RegExp(`Heat \\d+, Lane ${from}\\b`) }).uncheck();
  await expect(calendarButton(page)).toHaveText(exporting.add(count, count));
  await expect(page.getByText(exporting.twice(1))).toBeHidden();
  // What is taken along says it too: the entry left over, and both rows of the card.
  const entries = await downloadCalendar(page);
  expect(
    entries.flatMap(({ summary, description }) =>
      description.includes('Check which sheet is newer')
        ? [[summary.match(/L\d+/)?.[0], description.match(/old\.pdf, .*, lane \d+/)?.[0]]]
        : [],
    ),
  ).toEqual([[`L${to}`, expect.stringMatching(new RegExp(`, lane ${from}$`))]]);
  await page.getByRole('button', { name: card.title }).filter({ visible: true }).click();
  const friday = page.getByRole('dialog').locator('section').first();
  await expect(friday.getByRole('row', { name: DOUBT_MARK })).toHaveCount(2);
  await expect(friday.getByText(card.doubt)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('arm-card-doubt');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    friday.getByRole('button', { name: card.save }).click(),
  ]);
  const picture = await readFile(await download.path());
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
    1080,
    320 + 130 * (count + 1) + 70,
  ]);
});

test('Google Calendar is told of the race, not of the child', anyWidth, async ({ page }) => {
  const sample = await sampleMeet();
  await search(page, [sample.swimmer], sheetsOf(sample));
  await rows(page).first().locator('summary').click();
  const href = await page
    .getByRole('link', { name: /Google Calendar/ })
    .first()
    .getAttribute('href');
  const query = new URL(href ?? '').searchParams;
  expect(query.get('text')).toMatch(/^E\d+ H\d+ L\d+ · /);
  expect(query.get('dates')).toMatch(/^20270611T\d{6}\/20270611T\d{6}$/);
  expect(query.get('ctz')).toBe('America/Los_Angeles');
  expect(decodeURIComponent(href ?? '')).not.toMatch(/Moorhen|Ada/);
});

test('the arm card: one for each child and day, saved as a picture', async ({ page, shot }) => {
  const sample = await sampleMeet();
  await search(page, [sample.swimmer, ...sample.siblings], sheetsOf(sample));
  await page.getByRole('button', { name: card.title }).filter({ visible: true }).click();
  const dialog = page.getByRole('dialog', { name: card.title });
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText([
    'Ada, Fri 11 June',
    'Bram, Fri 11 June',
    'Ada, Sat 12 June',
    'Bram, Sat 12 June',
    'Ada, Sun 13 June',
    'Bram, Sun 13 June',
  ]);
  const [first] = timed(sample, sample.swimmer);
  const place = `${first?.event} ${first?.heat} ${first?.lane} `;
  await expect(dialog.getByRole('row', { name: place })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('arm-card');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: card.save }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe('arm-card-2027-06-11.png');
  const picture = await readFile(await download.path());
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1080, 710]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test(
  'on paper there are the races and nothing to press; the arm card is printed alone',
  anyWidth,
  async ({ page, shot }) => {
    const sample = await sampleMeet();
    await search(page, [sample.swimmer], sheetsOf(sample));
    await page.emulateMedia({ media: 'print' });
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    expect(await barriers(page)).toEqual([]);
    await shot('print');
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: card.title }).filter({ visible: true }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Ada, Fri 11 June' })).toBeVisible();
    await expect(rows(page).first()).toBeHidden();
    await shot('print-arm-card');
  },
);

test('a calendar can subscribe to the races', anyWidth, async ({ page, request }) => {
  const sample = await sampleMeet();
  await search(page, [sample.swimmer], sheetsOf(sample));
  const count = await rows(page).count();
  const feed = await page.getByRole('link', { name: exporting.subscribe }).getAttribute('href');
  expect(feed).toMatch(/^webcal:\/\/localhost:\d+\/api\/batch\/[0-9a-f-]{36}\/calendar\.ics\?/);
  const answer = await request.get((feed ?? '').replace('webcal:', 'http:'));
  expect(answer.headers()['content-type']).toMatch(/^text\/calendar/);
  expect(readCalendar(await answer.text())).toHaveLength(count);
});
