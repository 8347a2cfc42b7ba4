/** What people do with a batch after it was read: answer, try again, delete. */
import {
  BatchResponse,
  ResultsResponse,
  V1ExtractResponse,
  V1ResultResponse,
} from '@heatsync/shared';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchJobs } from '../src/db/schema.ts';
import { AppError } from '../src/errors.ts';
import type { JobHandler } from '../src/services/jobRun.ts';
import { drawSheets, EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

let t: TestApp;
let sheets: Awaited<ReturnType<typeof drawSheets>>;
beforeAll(async () => {
  [t, sheets] = await Promise.all([testApp(), drawSheets()]);
});
afterAll(() => t.close());

const post = (path: string) => t.json(`/api/batch/${path}`, { method: 'POST' });
const stateOf = async (batchId: string) =>
  BatchResponse.parse(await t.json(`/api/batch/${batchId}`));
const resultsOf = async (batchId: string) =>
  ResultsResponse.parse(await t.json(`/api/batch/${batchId}/results`));

describe('retry', () => {
  /** Fails until it is told not to. */
  const healing = { broken: true };
  const handler: JobHandler = async (job) => {
    if (healing.broken && job.filename !== 'good.pdf') throw new AppError('UNREADABLE_SHEET');
    return { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
  };
  const failedBatch = async () => {
    healing.broken = true;
    const files = [stub('a.pdf'), stub('good.pdf'), stub('c.pdf')];
    const { batchId } = await t.create({ files });
    await t.events(batchId);
    healing.broken = false;
    return batchId;
  };
  beforeAll(async () => {
    const worker = await t.startWorker({}, handler);
    return () => worker.stop();
  });

  it('of all failed sheets opens a new run whose events go on in number', async () => {
    const batchId = await failedBatch();
    const before = await t.events(batchId, 0);
    expect(before.at(-1)).toMatchObject({
      type: 'batch_completed',
      batch: { status: 'partial', failedPdfs: 2 },
    });
    expect(await post(`${batchId}/retry`)).toMatchObject({ success: true, batch: { id: batchId } });
    const after = await t.events(batchId, before.length);
    expect(after[0]).toMatchObject({ type: 'batch_started', seq: before.length + 1 });
    expect(after.map((event) => event.seq)).toEqual(
      after.map((_, index) => before.length + 1 + index),
    );
    expect(after.filter((event) => event.type === 'batch_completed')).toHaveLength(1);
    expect(await stateOf(batchId)).toMatchObject({
      batch: { status: 'completed', completedPdfs: 3, failedPdfs: 0 },
    });
  });

  it('of one sheet leaves the others as they are', async () => {
    const batchId = await failedBatch();
    const [first] = (await stateOf(batchId)).jobs;
    const before = (await stateOf(batchId)).batch.lastEventId;
    await post(`${batchId}/jobs/${first?.id}/retry`);
    await t.events(batchId, before);
    const { jobs } = await stateOf(batchId);
    expect(jobs.map((job) => job.status)).toEqual(['completed', 'completed', 'failed']);
    expect(await post(`${batchId}/jobs/${first?.id}/retry`)).toMatchObject({
      error: 'NOTHING_TO_RETRY',
    });
  });

  it('of a sheet whose file is no longer kept says so and changes nothing', async () => {
    const batchId = await failedBatch();
    await t.sql(`update batch_jobs set temp_file_path = null where batch_id = '${batchId}'`);
    const before = await stateOf(batchId);
    expect(await post(`${batchId}/retry`)).toMatchObject({ error: 'SOURCE_GONE' });
    expect(await stateOf(batchId)).toEqual(before);
  });

  it('of what is not there is told what is missing', async () => {
    const batchId = await failedBatch();
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await post(`${nobody}/retry`)).toMatchObject({ error: 'BATCH_NOT_FOUND' });
    expect(await post(`${batchId}/jobs/${nobody}/retry`)).toMatchObject({ error: 'JOB_NOT_FOUND' });
    expect(await post(`${batchId}/jobs/x/retry`)).toMatchObject({ error: 'JOB_NOT_FOUND' });
  });
});

describe('with the manage token', () => {
  let batchId: string;
  let token: string;
  const send = (method: string, body?: unknown, key = token) =>
    t.json(`/api/batch/${batchId}`, {
      method,
      headers: { 'X-Manage-Token': key, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  beforeAll(async () => {
    const worker = await t.startWorker();
    const created = await t.create({ files: [sheets.first], swimmers: [sheets.swimmer] });
    [batchId, token] = [created.batchId, created.manageToken];
    await t.events(batchId);
    return () => worker.stop();
  });

  it('answers are kept and change results and calendar', async () => {
    const [source] = (await resultsOf(batchId)).sources;
    const key = source?.sessions[0]?.key ?? '';
    const calendar = async () =>
      (await t.request(`/api/batch/${batchId}/calendar.ics?tz=UTC`)).text();
    const etag = (await t.request(`/api/batch/${batchId}/results`)).headers.get('etag');
    await send('PATCH', { sessions: [{ key, date: '2031-02-03' }], timeZone: 'Asia/Tokyo' });
    await send('PATCH', { sessions: [{ key, startTime: '08:15' }] });
    const results = await resultsOf(batchId);
    expect(results.timeZone).toBe('Asia/Tokyo');
    expect(results.answers?.sessions).toEqual([{ key, date: '2031-02-03', startTime: '08:15' }]);
    expect(results.sources[0]?.sessions[0]?.date).toBe('2031-02-03');
    const dates = results.sources[0]?.events.map((race) => race.sessionDate);
    expect(new Set(dates)).toEqual(new Set(['2031-02-03']));
    expect(await calendar()).toContain('Asia/Tokyo');
    expect(await calendar()).toContain(':20310203');
    expect((await t.request(`/api/batch/${batchId}/results`)).headers.get('etag')).not.toBe(etag);
  });

  it('answers can be taken back', async () => {
    const { sessions = [] } = (await resultsOf(batchId)).answers ?? {};
    const gone = sessions.map(({ key }) => ({ key, date: null, startTime: null }));
    await send('PATCH', { sessions: gone, timeZone: null });
    const results = await resultsOf(batchId);
    expect(results).toMatchObject({ timeZone: null, answers: { sessions: [] } });
    expect(results.sources[0]?.events[0]?.sessionDate).not.toBe('2031-02-03');
  });

  it('another name is looked for in the same sheets, by results and batch alike', async () => {
    const before = await resultsOf(batchId);
    const known = (await t.request(`/api/batch/${batchId}`)).headers.get('etag') ?? '';
    await send('PATCH', { names: [{ swimmer: 0, name: 'Nobody Atall' }] });
    const again = { headers: { 'If-None-Match': known } };
    expect((await t.request(`/api/batch/${batchId}`, again)).status).toBe(200);
    expect(await resultsOf(batchId)).toMatchObject({
      ...{ swimmers: ['Nobody Atall'], swimmerName: 'Nobody Atall', totalEvents: 0 },
      ...{ missing: [{ swimmer: 0 }], names: before.names },
    });
    const { batch } = await stateOf(batchId);
    expect(batch).toMatchObject({ swimmerName: 'Nobody Atall', swimmers: ['Nobody Atall'] });
    await send('PATCH', { names: [{ swimmer: 0, name: sheets.swimmer }] });
    expect(await resultsOf(batchId)).toEqual(before);
    expect(before.missing).toEqual([]);
  });

  it('another name is counted anew', async () => {
    const before = await stateOf(batchId);
    expect(before.jobs[0]?.eventCount).toBeGreaterThan(0);
    await send('PATCH', { names: [{ swimmer: 0, name: 'Nobody Atall' }] });
    expect((await stateOf(batchId)).jobs[0]?.eventCount).toBe(0);
    await send('PATCH', { names: [{ swimmer: 0, name: sheets.swimmer }] });
    expect(await stateOf(batchId)).toEqual(before);
  });

  it('no other name is taken while sheets are read for the first one', async () => {
    const set = (status: string) =>
      t.sql(`update processing_batches set status = '${status}' where id = '${batchId}'`);
    await set('processing');
    const names = [{ swimmer: 0, name: 'Heronsby, Wren' }];
    expect(await send('PATCH', { names })).toMatchObject({ error: 'INVALID_REQUEST' });
    await set('completed');
    expect((await stateOf(batchId)).batch.swimmers).toEqual([sheets.swimmer]);
  });

  it('a result code of the first version leads to the new name’s races', async () => {
    const form = new FormData();
    form.append('pdf', new File([sheets.first.bytes.slice()], 'heats.pdf'));
    form.append('swimmer', 'Nobody Atall');
    const old = V1ExtractResponse.parse(
      await t.json('/api/extract', { method: 'POST', body: form }),
    );
    const code = old.resultUrl?.split('/').at(-1);
    // v1 hands out no token: the batch gets the one that is known here.
    await t.sql(`
      update processing_batches b set manage_token_hash = known.manage_token_hash
      from batch_jobs j, processing_batches known
      where j.result_code = '${code}' and b.id = j.batch_id and known.id = '${batchId}'`);
    const [made] = await t.context.db
      .select({ id: batchJobs.batchId })
      .from(batchJobs)
      .where(eq(batchJobs.resultCode, code ?? ''));
    const body = JSON.stringify({ names: [{ swimmer: 0, name: sheets.swimmer }] });
    const headers = { 'X-Manage-Token': token, 'Content-Type': 'application/json' };
    const path = `/api/batch/${made?.id}`;
    expect(await t.json(path, { method: 'PATCH', headers, body })).toMatchObject({ success: true });
    const { data } = V1ResultResponse.parse(await t.json(`/api/result/${code}`));
    const [source] = (await resultsOf(made?.id ?? '')).sources;
    expect(old.data.events).toEqual([]);
    expect(data.events.map(({ heatNumber }) => heatNumber)).toEqual(
      source?.events.map(({ heatNumber }) => heatNumber),
    );
    expect(data.events.length).toBeGreaterThan(0);
  });

  it.each([
    ['no JSON', 'x'],
    ['a day that does not exist', { sessions: [{ key: '1.1', date: '2026-02-30' }] }],
    ['a time that does not exist', { sessions: [{ key: '1.1', startTime: '25:00' }] }],
    ['no time zone', { timeZone: 'Mars/Base' }],
    ['somebody unknown', { person: 'nobody' }],
    ['somebody unknown among several', { people: [{ key: 'nobody', isMeant: false }] }],
    ['a name too many', { names: [{ swimmer: 1, name: 'Moorhen, Ada' }] }],
    ['a session that no sheet has', { sessions: [{ key: '9.9', date: '2026-01-01' }] }],
  ])('an answer with %s is refused', async (_, body) => {
    expect(await send('PATCH', body)).toMatchObject({ error: 'INVALID_REQUEST' });
  });

  it('only the device that has it changes and deletes', async () => {
    for (const method of ['PATCH', 'DELETE'])
      expect(await send(method, {}, 'wrong')).toMatchObject({ error: 'FORBIDDEN' });
    expect((await t.request(`/api/batch/${batchId}`, { method: 'DELETE' })).status).toBe(403);
  });

  it('a deleted batch is gone with all that was read for it alone', async () => {
    const other = await t.create({ files: [sheets.first, sheets.psych] });
    await t.events(other.batchId);
    expect(await send('DELETE')).toEqual({ success: true });
    expect(await send('DELETE')).toMatchObject({ error: 'BATCH_NOT_FOUND' });
    const { jobs } = await stateOf(other.batchId);
    expect(jobs.map((job) => job.cached)).toEqual([true, false]);
    expect((await resultsOf(other.batchId)).sources).toHaveLength(2);
    [batchId, token] = [other.batchId, other.manageToken];
    await send('DELETE');
    const again = await t.create({ files: [sheets.psych] });
    await t.events(again.batchId);
    expect((await stateOf(again.batchId)).jobs[0]?.cached).toBe(false);
  });

  it('a stream of a deleted batch ends', async () => {
    const created = await t.create({ files: [stub('a.pdf')] });
    await t.sql(`update batch_jobs set run_at = now() + interval '1 hour'
      where batch_id = '${created.batchId}' and status = 'pending'`);
    const stream = t.events(created.batchId);
    [batchId, token] = [created.batchId, created.manageToken];
    await send('DELETE');
    await stream;
  });
});
