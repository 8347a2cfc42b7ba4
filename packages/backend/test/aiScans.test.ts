/** Scans: what leaves the house, how the provider may fail, and what is left of it afterwards. */
import { ResultsResponse, StatsResponse } from '@heatsync/shared';
import { drawHeatSheet, scanOf, type Drawn } from '@heatsync/sheetgen';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pdfFiles } from '../src/db/schema.ts';
import { runUpkeep } from '../src/services/cleanup.ts';
import { answersOf } from '../src/services/ai/answers.ts';
import {
  ADA,
  adasMeet,
  fresh,
  placesIn,
  placesOf,
  startAiApp,
  type AiApp,
} from './support/aiApp.ts';
import { checksumOf } from './support/atWork.ts';
import { NO_FACTS, swimmersIn, toRace, truthful } from './support/openai/brains.ts';
import { busy, cutOff, refused } from './support/openai/failures.ts';
import { startOpenAi } from './support/openai/server.ts';
import { drawSheets } from './support/sheets.ts';
import { testApp } from './support/testApp.ts';

let app: AiApp;
let t: AiApp['t'];
let ai: AiApp['ai'];
let read: AiApp['read'];
let scan: Drawn;
beforeAll(async () => {
  app = await startAiApp();
  ({ t, ai, read } = app);
  scan = await scanOf(await drawHeatSheet(adasMeet(), 0, { columns: 1 }), [1, 2]);
}, 60_000);
afterAll(() => app.close());
beforeEach(() => app.forget());

describe('a scan', () => {
  it('is shown as one file that is gone afterwards; the races say who read them', async () => {
    ai.state.brain = truthful(scan.truth);
    const { source, events, job } = await read(scan, 'one');
    expect(placesOf(source)).toEqual(placesIn(scan.truth));
    expect(source).toMatchObject({ engine: 'ai', kind: 'heat_sheet', confident: false });
    expect(source?.events.every(({ readByAi }) => readByAi)).toBe(true);
    expect(source?.mentions).toEqual({ found: 0, explained: 0 });
    expect(source?.warnings).toMatchObject([
      { page: 1, text: expect.stringMatching(/from pictures/) },
    ]);
    expect(job).toMatchObject({
      status: 'completed',
      eventCount: source?.events.length,
      cached: false,
    });
    const stages = events.flatMap((event) => ('job' in event ? [event.job.stage] : []));
    expect(stages).toEqual(expect.arrayContaining(['uploading_to_ai', 'extracting', 'done']));
    expect(ai.asked).toMatchObject([
      { path: '/responses', body: { store: false, model: 'gpt-5.4-mini' } },
    ]);
    const [file] = [...ai.files.values()];
    expect(file).toMatchObject({
      deleted: true,
      fields: {
        purpose: 'user_data',
        'expires_after[seconds]': '3600',
        'expires_after[anchor]': 'created_at',
      },
    });
  });

  it('that was read for one name is not searched for another: it would seem not to be there', async () => {
    ai.state.brain = truthful(scan.truth);
    const { batchId, manageToken, results } = await read(scan, 'another name');
    const answer = await t.request(`/api/batch/${batchId}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'X-Manage-Token': manageToken },
      body: JSON.stringify({ names: [{ swimmer: 0, name: 'Nobody, Nil' }] }),
    });
    expect(answer.status).toBe(400);
    expect(await t.json(`/api/batch/${batchId}/results`)).toEqual(results);
  });

  it('that was read before is not shown again, unless for somebody else', async () => {
    ai.state.brain = truthful(scan.truth);
    const before = await read(scan, 'twice');
    const again = await read(scan, 'twice');
    expect(ai.asked).toHaveLength(1);
    expect(placesOf(again.source)).toEqual(placesOf(before.source));
    await read(scan, 'twice', [ADA, 'Nobody, Nil']);
    expect(ai.asked.map(({ text }) => swimmersIn(text))).toEqual([[ADA], ['Nobody, Nil']]);
  });

  it('without anything on it is not shown, and says what may help', async () => {
    const { scan: blank } = await drawSheets();
    const { batchId } = await t.create({ files: [blank] });
    await t.events(batchId);
    expect(await t.json(`/api/batch/${batchId}`)).toMatchObject({
      jobs: [
        {
          status: 'failed',
          errorCode: 'UNREADABLE_SHEET',
          errorMessage: expect.stringMatching(/original PDF/),
        },
      ],
    });
    expect(ai.asked).toEqual([]);
  });

  it('is forgotten with the last batch that has it', async () => {
    ai.state.brain = truthful(scan.truth);
    const file = fresh(scan, 'forgotten');
    const { batchId, manageToken } = await t.create({ files: [file] });
    await t.events(batchId);
    const known = async () => (await answersOf(t.context, [checksumOf(file)], [ADA])).size;
    expect(await known()).toBe(1);
    const headers = { 'X-Manage-Token': manageToken };
    await t.request(`/api/batch/${batchId}`, { method: 'DELETE', headers });
    expect(await known()).toBe(0);
  });

  it('that is too much at once is shown half and half', async () => {
    const truth = scan.truth;
    ai.failures.push(cutOff);
    ai.state.brain = ({ pdf, text }) => {
      const page = /\b1 page\b/.test(text) ? ai.asked.length - 1 : 0;
      const races = truth.entries.filter((one) => one.page === page && one.name === ADA);
      return { ...NO_FACTS, races: pdf ? races.map((one) => toRace({ ...one, page: 1 })) : [] };
    };
    const { source } = await read(scan, 'halves');
    expect(placesOf(source)).toEqual(placesIn(truth));
    expect(ai.asked).toHaveLength(3);
  });

  it('waits for a provider that is busy, at no cost; and fails for good where it refuses', async () => {
    ai.state.brain = truthful(scan.truth);
    ai.failures.push(busy(1), busy(1));
    const { job } = await read(scan, 'busy');
    expect(job).toMatchObject({ status: 'completed' });
    expect(ai.asked).toHaveLength(3);
    ai.failures.push(refused);
    expect((await read(scan, 'refused')).job).toMatchObject({
      status: 'failed',
      errorCode: 'AI_REFUSED',
    });
    expect([...ai.files.values()].every(({ deleted }) => deleted)).toBe(true);
  });

  it('is dropped in the middle when the batch is cancelled', async () => {
    ai.failures.push(() => undefined);
    const { batchId } = await t.create({ files: [fresh(scan, 'cancelled')] });
    await expect.poll(() => ai.asked.length).toBe(1);
    await t.request(`/api/batch/${batchId}/cancel`, { method: 'POST' });
    await expect.poll(() => ai.state.open, { timeout: 5000 }).toBe(0);
    await expect.poll(() => [...ai.files.values()].every(({ deleted }) => deleted)).toBe(true);
  });

  it('leaves no file at the provider when its batch is deleted or its last try has failed', async () => {
    const left = () => [...ai.files.values()].filter(({ deleted }) => !deleted).length;
    const leave = async (mark: string) => {
      ai.failures.push(busy(7200));
      const ended = await read(scan, mark);
      expect(ended.job).toMatchObject({ status: 'failed', errorCode: 'AI_RATE_LIMITED' });
      expect(left()).toBe(1);
      return ended;
    };
    const { batchId, manageToken } = await leave('deleted');
    const headers = { 'X-Manage-Token': manageToken };
    await t.request(`/api/batch/${batchId}`, { method: 'DELETE', headers });
    expect(left()).toBe(0);
    await leave('swept');
    await runUpkeep(t.context);
    expect(left()).toBe(0);
  });
});

it('nothing is kept of an answer that comes when its batch is deleted', async () => {
  const provider = await startOpenAi(async (question) => {
    const headers = { 'X-Manage-Token': batch.manageToken };
    await other.request(`/api/batch/${batch.batchId}`, { method: 'DELETE', headers });
    return truthful(scan.truth)(question);
  });
  const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: provider.url };
  const other = await testApp(env);
  const file = fresh(scan, 'deleted meanwhile');
  const batch = await other.create({ swimmers: [ADA], files: [file] });
  const seen = other.events(batch.batchId);
  // It does not learn of the delete before the answer is there.
  const worker = await other.startWorker({ renewMs: 60_000, graceMs: 60_000 });
  await seen;
  await worker.stop();
  expect(provider.asked).toHaveLength(1);
  expect(await answersOf(other.context, [checksumOf(file)], [ADA])).toEqual(new Map());
  expect(await other.context.db.$count(pdfFiles)).toBe(0);
  await other.close();
  await provider.close();
});

describe('a server that has chat completions only', () => {
  it('is shown pictures of the pages', async () => {
    const chat = await startOpenAi(truthful(scan.truth), { only: 'chat' });
    const app = await testApp({ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: chat.url });
    await app.startWorker();
    const { batchId } = await app.create({ files: [fresh(scan, 'chat')] });
    await app.events(batchId);
    const results = ResultsResponse.parse(await app.json(`/api/batch/${batchId}/results`));
    expect(placesOf(results.sources[0])).toEqual(placesIn(scan.truth));
    const [asked] = chat.asked;
    expect(asked?.pictures.map((png) => png.subarray(1, 4).toString())).toEqual(['PNG', 'PNG']);
    await app.close();
    await chat.close();
  });
});

it('tells the operator what it took, and v1 what was read', async () => {
  ai.state.brain = truthful(scan.truth);
  const form = new FormData();
  form.append('swimmer', ADA);
  form.append('pdf', new File([fresh(scan, 'v1').bytes], 'v1.pdf'));
  const v1 = (await (await t.request('/api/extract', { method: 'POST', body: form })).json()) as {
    data: { events: unknown[] };
  };
  expect(v1.data.events).toHaveLength(placesIn(scan.truth).length);
  const stats = StatsResponse.parse(
    await t.json('/api/admin/stats', { headers: { 'X-Admin-Key': 'key' } }),
  );
  const [model] = stats.ai.models;
  if (!model) throw new Error('no call was noted');
  expect(model).toMatchObject({ model: 'gpt-5.4-mini', purpose: 'sheet' });
  const good = model.calls - model.failed;
  expect(model.inputTokens).toBeGreaterThanOrEqual(good * 1200);
  expect(model.cost).toBeCloseTo((model.inputTokens * 0.75 + model.outputTokens * 4.5) / 1e6, 9);
  expect(stats.ai.recent[0]).toMatchObject({
    outcome: 'ok',
    pages: 2,
    inputTokens: 1200,
    outputTokens: 80,
  });
  expect(stats.ai.pagesToday).toBeGreaterThan(0);
  const metrics = await (
    await t.request('/api/admin/metrics', { headers: { 'X-Admin-Key': 'key' } })
  ).text();
  expect(metrics).toMatch(
    /heatsync_ai_tokens\{model="gpt-5.4-mini",purpose="sheet",direction="input"\} \d+/,
  );
  expect(JSON.stringify(stats)).not.toContain('Moorhen');
});
