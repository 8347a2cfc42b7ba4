/** A server with tight limits, on which everything goes wrong that takes its time: each sheet says why, and what to do. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '@heatsync/shared';
import { endlessPdf, scanOf } from '@heatsync/sheetgen';
import type { Page } from '@playwright/test';
import { sentenceFor } from '../packages/backend/src/errors.ts';
import { notes } from '../packages/webapp/src/lib/words/results.ts';
import { PASSING_FAILURES } from './aiProvider.ts';
import { expect, noBrowser, pdfFile, test, type UploadFile } from './fixtures.ts';
import { startProgram, type Program } from './program.ts';
import { sampleMeet } from './sampleMeet.ts';
import { sheetsOf } from './search.ts';

const aiProvider = process.env['AI_STAND_IN'] ?? '';
/** Enough for what passes, should each of its four tries cost a page. */
const PAGES_A_DAY = 4 * Object.keys(PASSING_FAILURES).length;
/** Each try waits longer than the one before. */
const PATIENCE_MS = 90_000;

test.skip(noBrowser !== '', noBrowser);
test.skip(noBrowser === '' && !aiProvider, 'the program was started elsewhere');

let program: Program;

test.beforeAll(async () => {
  const { name, outputDir } = test.info().project;
  program = await startProgram(`limits-${name}`, outputDir, {
    OPENAI_API_KEY: 'sk-of-the-tests',
    OPENAI_BASE_URL: aiProvider,
    // One after the other, so that the test has its hands on the second while the first is read.
    CONCURRENT_JOBS_PER_BATCH: '1',
    READ_TIMEOUT_SECONDS: '3',
    AI_TIMEOUT_SECONDS: '2',
    AI_PAGES_PER_DAY: String(PAGES_A_DAY),
  });
});

test.afterAll(() => program.end());

/** Resolves to the address of the batch's page. */
const send = async (page: Page, swimmer: string, files: UploadFile[]): Promise<string> => {
  const sent = new FormData();
  sent.append('swimmer', swimmer);
  for (const { name, mimeType, buffer } of files)
    sent.append('pdfs', new File([new Uint8Array(buffer)], name, { type: mimeType }));
  const answer = await page.request.post(`${program.address}/api/batch/extract`, {
    multipart: sent,
  });
  return `${program.address}/batch/${(await answer.json()).batchId}`;
};

const firstSheet = async () => {
  const [sheet] = (await sampleMeet()).files;
  if (!sheet) throw new Error('The sample meet has no sheet.');
  return sheet;
};

/** A scan of so many pages, each the sample meet's first. */
const scan = async (pages: number): Promise<UploadFile> =>
  pdfFile('scan.pdf', (await scanOf(await firstSheet(), Array<number>(pages).fill(1))).pdf);

/** What is kept of a sheet that waits its turn goes; its place too is taken, as if the disk had failed, where it is `spoilt`. */
const lose = async ({ buffer }: UploadFile, { spoilt }: { spoilt: boolean }): Promise<void> => {
  for (const name of await readdir(join(program.folder, 'uploads'))) {
    const kept = join(program.folder, 'uploads', name);
    if ((await stat(kept)).size !== buffer.length) continue;
    await rm(kept);
    if (spoilt) await mkdir(kept);
  }
};

/** One sheet that takes longer than it may; meanwhile the disk fails the others. */
const sendToFailingDisk = async (page: Page): Promise<string> => {
  const [first, second] = sheetsOf(await sampleMeet());
  if (!first || !second) throw new Error('The sample meet has three sheets.');
  const slow = pdfFile('slow.pdf', endlessPdf());
  const batch = await send(page, 'Moorhen, Ada', [slow, first, second]);
  await lose(first, { spoilt: true });
  await lose(second, { spoilt: false });
  return batch;
};

/** Each sheet of a batch says what went wrong with it, and but for a file that is gone can be read again. */
const seeFailures = async (page: Page, batch: string, codes: ErrorCode[]): Promise<void> => {
  await page.goto(batch);
  const failed = page.getByRole('list', { name: notes.notRead }).getByRole('listitem');
  await expect(failed).toContainText(
    codes.map((code) => sentenceFor(code)),
    { timeout: PATIENCE_MS },
  );
  await expect(failed.getByRole('button', { name: notes.again })).toHaveCount(
    codes.filter((code) => code !== 'SOURCE_GONE').length,
  );
};

test('what fails for good only after a while says why, and can be tried again', async ({
  page,
  shot,
}) => {
  test.slow();
  // What takes longest goes first, and is looked at last.
  const onDisk = await sendToFailingDisk(page);
  const [onePage, tooMany] = await Promise.all([scan(1), scan(PAGES_A_DAY + 1)]);
  const passing: [code: ErrorCode, batch: string][] = [];
  for (const [swimmer, [code]] of Object.entries(PASSING_FAILURES))
    passing.push([code, await send(page, swimmer, [onePage])]);
  for (const [code, batch] of passing) {
    await seeFailures(page, batch, [code]);
    await shot(`failed-${code.toLowerCase()}`);
  }
  // It takes some of the day's pages before they are spent, so that the others had to have theirs.
  await seeFailures(page, await send(page, 'Moorhen, Ada', [tooMany]), ['AI_BUDGET_SPENT']);
  await shot('failed-ai_budget_spent');
  await seeFailures(page, onDisk, ['TIMEOUT', 'INTERNAL', 'SOURCE_GONE']);
  await shot('failed-timeout-internal-source_gone');
});
