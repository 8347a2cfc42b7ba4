/** What the AI model may never be: asked too often, asked too much, believed when it fails. Real worker processes. */
import { drawHeatSheet, makeMeet, scanOf } from '@heatsync/sheetgen';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RetryLater } from '../src/services/decide.ts';
import type { Ai } from '../src/services/ai/calls.ts';
import { LinksAnswer } from '../src/services/ai/schema.ts';
import * as fail from './support/openai/failures.ts';
import { NO_FACTS } from './support/openai/brains.ts';
import { startOpenAi, type OpenAiStandIn } from './support/openai/server.ts';
import { startProgram, type Program } from './support/processes.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const MOST = 4;
const LIMIT = 120_000;
const never = new AbortController().signal;
const NOTHING = { meetName: null, links: [] };

let ai: OpenAiStandIn;
let t: TestApp;
beforeAll(async () => {
  ai = await startOpenAi(() => NOTHING);
  t = await testApp({
    ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: ai.url, AI_TIMEOUT_SECONDS: '1' },
    ...{ AI_PAGES_PER_DAY: '7', MAX_CONCURRENT_AI_CALLS: String(MOST) },
  });
});
afterAll(async () => {
  await t.close();
  await ai.close();
});

const ask = (pages = 1) => {
  const { ai: model } = t.context as { ai: Ai };
  const question = { instructions: 'x', text: 'y', sheet: null, pages };
  return model.ask({ ...question, purpose: 'discovery', answer: LinksAnswer }, never);
};
const setBudget = (pages: number) =>
  t.sql(`insert into ai_pages values ((now() at time zone 'UTC')::date, ${pages})
    on conflict (day) do update set pages = ${pages}`);

describe('a failure', () => {
  it.each([
    ['refused', fail.refused, 'AI_REFUSED'],
    ['filtered', fail.filtered, 'AI_REFUSED'],
    ['cut off', fail.cutOff, 'AI_TRUNCATED'],
    ['too long', fail.tooLong, 'AI_CONTEXT_TOO_LONG'],
    ['broken', fail.broken, 'AI_SERVER_ERROR'],
    ['silent', fail.silent, 'AI_TIMEOUT'],
    ['not JSON', fail.notJson, 'AI_BAD_ANSWER'],
    ['prose', fail.prose, 'AI_BAD_ANSWER'],
    ['of another shape', fail.otherShape, 'AI_BAD_ANSWER'],
    ['without money', fail.noQuota, 'AI_UNAVAILABLE'],
    ['with a wrong key', fail.wrongKey, 'AI_UNAVAILABLE'],
    ['without such a model', fail.noModel, 'AI_UNAVAILABLE'],
    ['busy for hours', fail.busy(7200), 'AI_RATE_LIMITED'],
  ])('%s has a code and a sentence of its own', async (_, failure, code) => {
    await setBudget(0);
    ai.failures.push(failure);
    const error = await ask().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/AI model/) });
  });

  it('that says how long to wait is waited out', async () => {
    ai.failures.push(fail.busy(3));
    const error = await ask().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ delayMs: 3000 });
  });
});

describe('the budget of a day', () => {
  it('is never passed, however many ask at once', async () => {
    await setBudget(0);
    ai.asked.length = 0;
    const ends = await Promise.allSettled(Array.from({ length: 12 }, () => ask(2)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'AI_BUDGET_SPENT' });
    expect(ai.asked).toHaveLength(3);
    await expect(ask(8)).rejects.toMatchObject({ code: 'AI_BUDGET_SPENT' });
  });

  it('is not spent on what the model never read', async () => {
    await setBudget(6);
    ai.failures.push(fail.busy(3));
    await ask().catch(() => undefined);
    expect(await ask()).toEqual(NOTHING);
  });
});

describe('three worker processes', () => {
  it(
    'have as many requests open as are allowed and never more, also when one is killed',
    async () => {
      const { pdf } = await scanOf(
        await drawHeatSheet(makeMeet({ seed: 5, swimmers: 40 }), 0),
        [1],
      );
      const release = Promise.withResolvers<void>();
      const model = await startOpenAi(() => release.promise.then(() => NO_FACTS));
      const env = {
        ...{ ...t.env, DATABASE_DIRECT_URL: t.url, ROLE: 'worker', LOG_LEVEL: 'fatal' },
        ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url },
        MAX_CONCURRENT_AI_CALLS: String(MOST),
      };
      const workers = await Promise.all([1, 2, 3].map(() => startProgram(env)));
      const fresh = (mark: string) => ({
        name: 'scan.pdf',
        bytes: new Uint8Array([...pdf, ...Buffer.from(`\n%${mark}\n`)]),
      });
      const batches = await Promise.all(
        [1, 2, 3, 4].map((batch) =>
          t.create({ files: [1, 2, 3].map((file) => fresh(`${batch}.${file}`)) }),
        ),
      );
      const untilFull = () => expect.poll(() => model.state.open, { timeout: 60_000 }).toBe(MOST);
      await untilFull();
      await (workers[0] as Program).end('SIGKILL');
      await untilFull();
      release.resolve();
      await Promise.all(batches.map(({ batchId }) => t.events(batchId)));
      expect(model.state.most).toBe(MOST);
      expect(
        [...model.files.values()].filter(({ deleted }) => !deleted).length,
      ).toBeLessThanOrEqual(MOST);
      await Promise.all(workers.map((worker) => worker.end('SIGTERM')));
      await model.close();
    },
    LIMIT,
  );
});
