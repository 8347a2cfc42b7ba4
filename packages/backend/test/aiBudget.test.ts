/** A scan of more pages than the day has left: it is not begun, and costs nothing. */
import { drawHeatSheet, scanOf, type Drawn } from '@heatsync/sheetgen';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { countPagesToday } from '../src/db/queries/aiBudget.ts';
import { batchJobs } from '../src/db/schema.ts';
import { adasMeet, startAiApp, type AiApp } from './support/aiApp.ts';
import { NO_FACTS } from './support/openai/brains.ts';
import { refused } from './support/openai/failures.ts';

/** One page more than a request takes. */
const PAGES = 11;
const PER_DAY = 25;
const SPENT = { status: 'failed', errorCode: 'AI_BUDGET_SPENT' };

let app: AiApp;
let scan: Drawn;
beforeAll(async () => {
  app = await startAiApp({ AI_PAGES_PER_DAY: String(PER_DAY) });
  scan = await scanOf(await drawHeatSheet(adasMeet(), 0), Array<number>(PAGES).fill(1));
}, 60_000);
afterAll(() => app.close());
beforeEach(() => {
  app.forget();
  app.ai.state.brain = () => NO_FACTS;
});

const leave = (pages: number) =>
  app.t.sql(`insert into ai_pages values ((now() at time zone 'UTC')::date, ${PER_DAY - pages})
    on conflict (day) do update set pages = excluded.pages`);
const left = async () => PER_DAY - (await countPagesToday(app.t.context.db));

it('is not shown in part, and is read when there are pages for all of it', async () => {
  await leave(PAGES - 1);
  const tooSoon = await app.read(scan, 'long');
  expect(tooSoon.job).toMatchObject({ ...SPENT, errorMessage: expect.stringMatching(/tomorrow/) });
  expect(app.ai.asked).toEqual([]);
  expect(await left()).toBe(PAGES - 1);
  await leave(PAGES);
  expect((await app.read(scan, 'long')).job).toMatchObject({ status: 'completed' });
  expect(app.ai.asked).toHaveLength(2);
  expect(await left()).toBe(0);
});

it('leaves the pages to another, which two processes begin at once', async () => {
  await leave(2 * PAGES - 1);
  const release = Promise.withResolvers<void>();
  app.ai.state.brain = () => release.promise.then(() => NO_FACTS);
  const { db } = app.t.context;
  const failed = () => db.$count(batchJobs, eq(batchJobs.errorCode, SPENT.errorCode));
  const before = await failed();
  const both = Promise.all(['one', 'other'].map((mark) => app.read(scan, mark)));
  await expect.poll(failed).toBe(before + 1);
  release.resolve();
  const jobs = (await both).map(({ job }) => job);
  expect(jobs).toEqual(
    expect.arrayContaining([
      expect.objectContaining(SPENT),
      expect.objectContaining({ status: 'completed' }),
    ]),
  );
  expect(app.ai.asked).toHaveLength(2);
  expect(await left()).toBe(PAGES - 1);
});

it('gives back the pages that it does not come to', async () => {
  await leave(PAGES);
  app.ai.failures.push(refused);
  expect((await app.read(scan, 'refused')).job).toMatchObject({ errorCode: 'AI_REFUSED' });
  expect(await left()).toBe(1);
});

it('is read in parts where it has more pages than any day', async () => {
  const huge = await scanOf(await drawHeatSheet(adasMeet(), 0), Array<number>(30).fill(1));
  await leave(PER_DAY);
  expect((await app.read(huge, 'huge')).job).toMatchObject(SPENT);
  expect(app.ai.asked).toHaveLength(2);
  await leave(PER_DAY);
  expect((await app.read(huge, 'huge')).job).toMatchObject({ status: 'completed' });
  expect(app.ai.asked).toHaveLength(3);
});
