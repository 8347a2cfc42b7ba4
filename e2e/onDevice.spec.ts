/** What a phone does by itself: reads the sheets before they are sent, or instead of sending them. */
import { drawResults } from '@heatsync/sheetgen';
import { onlyHere } from '../packages/webapp/src/lib/words/onlyHere.ts';
import { form, queue, web } from '../packages/webapp/src/lib/words/start.ts';
import { card, exporting } from '../packages/webapp/src/lib/words/takeaway.ts';
import { readFile } from 'node:fs/promises';
import { readCalendar } from './calendarFile.ts';
import {
  allRead,
  barriers,
  chooseFiles,
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
import { fillIn, sheetsOf } from './search.ts';

test.skip(noBrowser !== '', noBrowser);

const sampleFiles = async () => sheetsOf(await sampleMeet());

test('a sheet says what it is before it is sent, and the name completes from its people', async ({
  page,
  isMobile,
  shot,
}) => {
  await openStart(page);
  await chooseFiles(page, [
    ...(await sampleFiles()),
    pdfFile('old.pdf', (await drawResults((await sampleMeet()).meet, 0)).pdf),
  ]);
  await expect(
    page.getByText(new RegExp(`^${web.kinds.heat_sheet} Harbor Light Open`)),
  ).toHaveCount(3);
  await expect(shown(page, queue.wrong('results'))).toBeVisible();
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
  await expect(shown(page, form.nobody('Nobody Atall'))).toBeVisible();
  await field.fill('hero');
  await (isMobile ? choices.nth(1).tap() : choices.nth(1).click());
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

test('only on this device: races, calendar, card and proof without a request that tells of them', async ({
  page,
  shot,
}) => {
  const { swimmer, siblings, files } = await sampleMeet();
  const sent: string[] = [];
  page.on('request', (request) => {
    const body = request.postData();
    sent.push([request.method(), request.url(), body].filter(Boolean).join(' '));
  });
  page.on('websocket', (socket) => sent.push(`SOCKET ${socket.url()}`));
  await openStart(page);
  await page.getByRole('switch', { name: onlyHere.label }).check();
  await expect(page.getByLabel(web.label)).toBeHidden();
  await fillIn(page, [swimmer, ...siblings], await sampleFiles());
  await find(page);
  await allRead(page, files.length);
  const races = [swimmer, ...siblings].flatMap((name) =>
    files.flatMap(({ truth }) =>
      truth.entries.filter((entry) => entry.name === name || entry.legs?.includes(name)),
    ),
  );
  await expect(rows(page)).toHaveCount(races.length);
  await expect(page.getByText(onlyHere.done)).toBeVisible();
  await rows(page).first().locator('summary').click();
  await expect(rows(page).first().locator('canvas')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await shot('only-here');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: exporting.add(races.length, races.length) })
      .filter({ visible: true })
      .click(),
  ]);
  const entries = readCalendar(await readFile(await download.path(), 'utf8'));
  expect(entries).toHaveLength(races.length);
  await page.getByRole('button', { name: card.title }).filter({ visible: true }).click();
  await expect(page.getByRole('dialog', { name: card.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await allRead(page, files.length);
  await expect(rows(page)).toHaveCount(races.length);
  // The page itself, its script, font and engine: files of the program, asked for by nothing but their address.
  const own = new URL(page.url()).origin;
  expect(sent.filter((line) => !line.startsWith(`GET ${own}/`))).toEqual([]);
  // The start page asks what the server can do, before anything is chosen; nothing else.
  expect(sent.filter((line) => line.includes('/api/') || line.includes('?'))).toEqual([
    `GET ${own}/api/batch/health`,
  ]);
  await page.getByRole('button', { name: onlyHere.forget }).click();
  await page.getByRole('button', { name: onlyHere.forgetYes }).click();
  await page.goto('/device');
  await expect(page.getByRole('heading', { name: onlyHere.noneTitle })).toBeVisible();
});
