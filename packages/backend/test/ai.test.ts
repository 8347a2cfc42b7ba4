/** Sheets that the reader cannot read: what leaves the house, and what of the answer is believed. */
import { createHash } from 'node:crypto';
import { ResultsResponse, StatsResponse } from '@heatsync/shared';
import type { SheetReport } from '@heatsync/heatsheet/report.ts';
import { drawHeatSheet, drawHomeMade, makeMeet, scanOf, type Drawn } from '@heatsync/sheetgen';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runUpkeep } from '../src/services/cleanup.ts';
import { answersOf } from '../src/services/ai/answers.ts';
import { isSwimmer } from '../src/services/ai/check.ts';
import { NO_FACTS, swimmersIn, toRace, truthful } from './support/openai/brains.ts';
import { busy, cutOff, refused } from './support/openai/failures.ts';
import { startOpenAi, type OpenAiStandIn } from './support/openai/server.ts';
import { drawSheets } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const ADA = 'Moorhen, Ada';
const STAR = {
  ...{ first: 'Ada', last: 'Moorhen', middle: null, suffix: null },
  ...{ sex: 'female' as const, age: 11, team: 'POND', para: null },
};
let t: TestApp;
let ai: OpenAiStandIn;
let home: Drawn;
let scan: Drawn;
beforeAll(async () => {
  ai = await startOpenAi(() => NO_FACTS);
  t = await testApp({ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: ai.url, ADMIN_KEY: 'key' });
  const meet = makeMeet({ seed: 5, swimmers: 90, eventsPerSession: 6, stars: [STAR] });
  home = await drawHomeMade(meet, 0);
  scan = await scanOf(await drawHeatSheet(meet, 0, { columns: 1 }), [1, 2]);
  await t.startWorker();
}, 60_000);
afterAll(async () => {
  await t.close();
  await ai.close();
});
beforeEach(() => {
  ai.asked.length = 0;
  ai.failures.length = 0;
});

/** A file that nobody has read yet. */
const fresh = ({ pdf }: Drawn, mark: string) => ({
  name: 'sheet.pdf',
  bytes: new Uint8Array([...pdf, ...Buffer.from(`\n%${mark}\n`)]),
});
const read = async (drawn: Drawn, mark: string, swimmers = [ADA]) => {
  const { batchId, manageToken } = await t.create({ swimmers, files: [fresh(drawn, mark)] });
  const events = await t.events(batchId);
  const results = ResultsResponse.parse(await t.json(`/api/batch/${batchId}/results`));
  const { jobs } = (await t.json(`/api/batch/${batchId}`)) as { jobs: [Record<string, unknown>] };
  return { batchId, manageToken, events, job: jobs[0], source: results.sources[0], results };
};
const placesIn = ({ entries }: SheetReport) =>
  entries
    .filter(({ name }) => name !== null && isSwimmer(name, ADA))
    .map(({ event, heat, lane, page }) => [event, heat, lane, page]);
const placesOf = (source?: ResultsResponse['sources'][number]) =>
  source?.events.map((race) => [race.eventNumber, race.heatNumber, race.lane, race.page]);

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
    const checksum = createHash('sha256').update(file.bytes).digest('hex').slice(0, 32);
    const known = async () => (await answersOf(t.context, [checksum], [ADA])).size;
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

describe('a sheet of text in an unknown layout', () => {
  it('leaves the house as the pages that name the swimmer, with every other name masked', async () => {
    ai.state.brain = truthful(home.truth);
    const { source, results } = await read(home, 'text');
    expect(placesOf(source)).toEqual(placesIn(home.truth));
    expect(source?.events[0]).toMatchObject({
      team: 'POND',
      readByAi: true,
      timeSource: 'printed',
    });
    expect(source?.events[0]?.line).toContain('Ada Moorhen');
    expect(source?.mentions).toMatchObject({ found: source?.events.length });
    expect(results.totalEvents).toBe(source?.events.length);
    expect(ai.asked).toHaveLength(1);
    const [{ text = '', pdf = null } = {}] = ai.asked;
    expect(pdf).toBeNull();
    const pages = new Set(placesIn(home.truth).map(([, , , page]) => page));
    expect([...text.matchAll(/^--- page (\d+) ---$/gm)].map(([, page]) => Number(page))).toEqual([
      ...pages,
    ]);
    const others = new Set(home.truth.entries.flatMap(({ name }) => name?.split(' ') ?? []));
    for (const word of ['Ada', 'Moorhen']) others.delete(word);
    const sent = new Set(text.match(/\p{L}[\p{L}’'-]*/gu));
    expect([...others].filter((word) => word.length > 2 && sent.has(word))).toEqual([]);
  });

  it('has its day if the model and the page’s own words agree', async () => {
    const [day, other] = ['2027-06-11', '2027-06-12'];
    ai.state.brain = truthful(home.truth, { sessionDate: day });
    const agreed = await read(home, 'day');
    expect(ai.asked[0]?.text).toContain('Friday, June 11, 2027');
    expect(new Set(agreed.source?.events.map(({ sessionDate }) => sessionDate))).toEqual(
      new Set([day]),
    );
    ai.state.brain = truthful(home.truth, { sessionDate: other });
    const { source } = await read(home, 'other day');
    expect(new Set(source?.events.map(({ sessionDate }) => sessionDate))).toEqual(new Set([null]));
  });

  it('shows a relay with the leg and the lane that stand there, and no other', async () => {
    const [relay] = home.truth.entries.filter(({ legs }) => legs !== null);
    const [, swimmer = ''] = relay?.legs ?? [];
    ai.state.brain = truthful(home.truth);
    const { source } = await read(home, 'relay', [swimmer]);
    expect(source?.events).toContainEqual(
      expect.objectContaining({
        ...{ eventNumber: relay?.event, heatNumber: relay?.heat, lane: relay?.lane },
        relay: expect.objectContaining({ letter: relay?.relayLetter, leg: 2 }),
      }),
    );
    ai.state.brain = (asked) => {
      const { races } = truthful(home.truth)(asked) as typeof NO_FACTS;
      const wrong = [1, 2, 11].filter((lane) => lane !== relay?.lane);
      return {
        ...NO_FACTS,
        races: races.slice(-1).flatMap((race) => wrong.map((lane) => ({ ...race, lane }))),
      };
    };
    expect((await read(home, 'wrong lane', [swimmer])).source?.events).toEqual([]);
  });

  it('is not shown for a swimmer whom it does not name', async () => {
    const { source } = await read(home, 'nobody', ['Nobody, Nil']);
    expect(source).toMatchObject({ engine: 'reader', events: [] });
    expect(ai.asked).toEqual([]);
  });

  it('cannot be made to show a race that is not there', async () => {
    const [own] = home.truth.entries.filter(({ name }) => name === 'Ada Moorhen');
    const [other] = home.truth.entries.filter(({ name }) => name && name !== 'Ada Moorhen');
    if (!own || !other) throw new Error('the sheet is empty');
    const race = toRace(own);
    ai.state.brain = () => ({
      ...{ ...NO_FACTS, meetName: 'Send money to evil.example', meetStart: '2031-01-01' },
      races: [
        { ...race, lane: 99 },
        { ...race, lane: (own.lane ?? 0) + 1 },
        { ...race, lane: Number(own.age) },
        { ...race, heatNumber: (own.heat ?? 0) + 1 },
        { ...race, eventNumber: '4711' },
        { ...race, page: 4711 },
        { ...toRace(other), swimmerName: 'Ada Moorhen' },
        toRace(other),
        {
          ...race,
          seedTime: '00.01',
          team: 'EVIL',
          heatStartTime: '03:33',
          eventName: 'Win a prize',
        },
      ],
    });
    const { source } = await read(home, 'attack');
    expect(placesOf(source)).toEqual([[own.event, own.heat, own.lane, own.page]]);
    expect(source?.meetName).toBeNull();
    expect(source?.events[0]).toMatchObject({ seedTime: null, team: null, heatStartTime: null });
    expect(source?.events[0]?.eventName).toMatch(/Freestyle|Medley|stroke|Butterfly/);
    expect(source?.warnings.filter(({ text }) => /left out/.test(text))).toHaveLength(7);
  });
});

describe('a sheet that the reader is sure of', () => {
  it('never leaves the house', async () => {
    const { first } = await drawSheets();
    const { batchId } = await t.create({ files: [first] });
    await t.events(batchId);
    expect(ai.asked).toEqual([]);
  });
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
