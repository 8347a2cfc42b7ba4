/** The life of a batch's page: many sheets and children, two tabs, reloads, sheets that fail and are tried again. */
import type { ErrorCode } from '@heatsync/shared';
import {
  drawHeatSheet,
  encryptedPdf,
  hostilePdfs,
  makeMeet,
  textFileNamedPdf,
} from '@heatsync/sheetgen';
import type { Page } from '@playwright/test';
import { sentenceFor } from '../packages/backend/src/errors.ts';
import { notes, progress, results } from '../packages/webapp/src/lib/words/results.ts';
import { form } from '../packages/webapp/src/lib/words/start.ts';
import {
  allRead,
  barriers,
  expect,
  find,
  noBrowser,
  openStart,
  pdfFile,
  rows,
  test,
  type UploadFile,
} from './fixtures.ts';
import { sampleMeet } from './sampleMeet.ts';
import { addAddress, fillIn, sheetsOf } from './search.ts';

const site = process.env['MEET_URL'] ?? '';

test.skip(noBrowser !== '', noBrowser);
test.skip(noBrowser === '' && !site, 'the program was started elsewhere');

/** Sent past the form, which leaves out what it can see is no sheet. */
const send = async (page: Page, files: UploadFile[], urls: string[]): Promise<void> => {
  const sent = new FormData();
  sent.append('swimmer', (await sampleMeet()).swimmer);
  sent.append('urls', JSON.stringify(urls));
  for (const { name, mimeType, buffer } of files)
    sent.append('pdfs', new File([new Uint8Array(buffer)], name, { type: mimeType }));
  const answer = await page.request.post('/api/batch/extract', { multipart: sent });
  await page.goto(`/batch/${(await answer.json()).batchId}`);
};

const release = (name: string) => fetch(`${site}/release/${name}`);

const failures: [code: ErrorCode, file: () => UploadFile | string | Promise<UploadFile>][] = [
  ['INVALID_PDF', () => pdfFile('text.pdf', textFileNamedPdf())],
  ['ENCRYPTED_PDF', async () => pdfFile('locked.pdf', await encryptedPdf())],
  [
    'TOO_MANY_PAGES',
    () => pdfFile('thick.pdf', hostilePdfs()['ten thousand pages']?.() ?? new Uint8Array()),
  ],
  ['PDF_TOO_LARGE', () => pdfFile('large.pdf', Buffer.from('%PDF-1.7\n'.padEnd(26 * 1024 * 1024)))],
  ['FETCH_FAILED', () => `${site}/late/never.pdf`],
  ['NOT_A_PDF_URL', () => `${site}/empty`],
  ['BLOCKED_URL', () => 'http://10.0.0.1/inside.pdf'],
  ['INVALID_URL', () => 'swim at the club'],
];

test('each sheet that cannot be read says why and what to do, at its place', async ({
  page,
  shot,
}) => {
  const sources = await Promise.all(failures.map(([, source]) => source()));
  const isAddress = (source: UploadFile | string) => typeof source === 'string';
  await send(
    page,
    sources.filter((one) => !isAddress(one)) as UploadFile[],
    sources.filter(isAddress),
  );
  const list = page.getByRole('list', { name: notes.notRead }).getByRole('listitem');
  await expect(list).toHaveCount(failures.length);
  for (const [code] of failures) {
    const max = { TOO_MANY_PAGES: 500, PDF_TOO_LARGE: 25 }[code as 'PDF_TOO_LARGE'];
    await expect(list.filter({ hasText: sentenceFor(code, max ? { max } : {}) })).toHaveCount(1);
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText(results.unread);
  // Only what a second try may cure can be tried again.
  await expect(page.getByRole('button', { name: notes.again })).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await shot('each-failure');
});

test('what failed is tried again: one sheet, then all that are left', async ({ page }, info) => {
  const names = ['a', 'b', 'c'].map((name) => `${info.project.name}-${Date.now()}-${name}`);
  await send(
    page,
    [],
    names.map((name) => `${site}/late/${name}.pdf`),
  );
  const again = page.getByRole('button', { name: notes.again });
  await expect(again).toHaveCount(3);
  await expect(page.getByText('0 of 3 sheets read.')).toBeVisible();
  await release(names[1] ?? '');
  const second = page.getByRole('listitem').filter({ hasText: names[1] ?? '' });
  await second.getByRole('button', { name: notes.again }).click();
  await allRead(page, 1, 3);
  await expect(rows(page).first()).toBeVisible();
  await expect(again).toHaveCount(2);
  for (const name of names) await release(name);
  await page.getByRole('button', { name: notes.allAgain(2) }).click();
  await allRead(page, 3);
  await expect(again).toHaveCount(0);
});

/** The sample weekend and eleven small sheets; the fifteenth comes from the web, when it is released. */
const fourteenSheets = async (): Promise<UploadFile[]> => {
  const small = await Promise.all(
    Array.from({ length: 11 }, async (_, seed) => {
      const meet = makeMeet({ seed: 700 + seed, swimmers: 24, eventsPerSession: 4 });
      return pdfFile(`small ${seed + 1}.pdf`, (await drawHeatSheet(meet, 0)).pdf);
    }),
  );
  return [...sheetsOf(await sampleMeet()), ...small];
};

test('fifteen sheets, three children: reloads, two tabs and the back button lose nothing', async ({
  page,
  context,
  shot,
}, info) => {
  const held = `${info.project.name}-${Date.now()}`;
  const { swimmer, siblings, files } = await sampleMeet();
  const third = files[0]?.truth.entries.find(
    ({ name }) => name && ![swimmer, ...siblings].includes(name),
  );
  await openStart(page);
  await fillIn(page, [swimmer, ...siblings, third?.name ?? ''], await fourteenSheets());
  await addAddress(page, `${site}/held/${held}.pdf`);
  await find(page);
  const state = page.getByRole('main').getByText(/^14 of 15 sheets read/);
  await expect(state).toBeVisible({ timeout: 60_000 });
  const early = await rows(page).count();
  await expect(page.getByRole('heading', { level: 1 }).locator('mark')).toHaveCount(3);
  expect(await barriers(page)).toEqual([]);
  await shot('fifteen-sheets');

  await page.reload();
  await expect(state).toBeVisible();
  await expect(rows(page)).toHaveCount(early);
  await page.goBack();
  await expect(page.getByRole('button', { name: form.find })).toBeVisible();
  await expect(page.getByText(/to read$/)).toBeHidden();
  await page.goForward();
  await expect(state).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('button', { name: progress.cancel })).toBeVisible();
  await release(held);
  for (const tab of [page, other]) {
    await allRead(tab, 15);
    await expect(tab.getByRole('button', { name: progress.cancel })).toHaveCount(0);
  }
  // The sheet from the web is one of the sample meet's: it adds a place to races, and no race.
  await expect(rows(page)).toHaveCount(early);
  await other.reload();
  await expect(rows(other)).toHaveCount(early);
});
