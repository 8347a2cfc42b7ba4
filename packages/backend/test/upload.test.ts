/** From dropped files to races and calendar, and what each bad input is told. */
import { BatchResponse, CreateBatchResponse, ResultsResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manageTokenOf } from '../src/services/secrets.ts';
import { drawSheets, stub } from './support/sheets.ts';
import { testApp, type TestApp, type Upload } from './support/testApp.ts';

let t: TestApp;
let sheets: Awaited<ReturnType<typeof drawSheets>>;

beforeAll(async () => {
  [t, sheets] = await Promise.all([testApp(), drawSheets()]);
  await t.startWorker();
});
afterAll(() => t.close());

const token = (batchId: string) => ({
  'X-Manage-Token': manageTokenOf(t.context.secret, batchId),
});
const resultsOf = async (batchId: string) =>
  ResultsResponse.parse(await t.json(`/api/batch/${batchId}/results`));
/** The same sheet as other bytes: a PDF may have a comment at its end. */
const withTail = (bytes: Uint8Array) => new Uint8Array([...bytes, ...Buffer.from('\n%again\n')]);
const batchWith = async (files: Upload[]) => {
  const { batchId } = await t.create({ files });
  await t.events(batchId);
  return batchId;
};
const jobsOf = async (batchId: string) =>
  BatchResponse.parse(await t.json(`/api/batch/${batchId}`)).jobs;

describe('a batch', () => {
  it('of three sheets gives every race of the swimmer, and no upload stays', async () => {
    const batchId = await batchWith(sheets.sessions);
    const results = await resultsOf(batchId);
    const printed = sheets.truths.flatMap(({ truth }) =>
      truth.entries.filter(
        (entry) => entry.name === sheets.swimmer || entry.legs?.includes(sheets.swimmer),
      ),
    );
    const races = results.sources.flatMap((source) => source.events);
    const place = (event: string, heat: number | null, lane: number | null) =>
      `${event} ${heat} ${lane}`;
    expect(races.map((race) => place(race.eventNumber, race.heatNumber, race.lane))).toEqual(
      printed.map((entry) => place(entry.event, entry.heat, entry.lane)),
    );
    expect(races.length).toBeGreaterThan(5);
    expect(results).toMatchObject({ status: 'completed', totalEvents: races.length });
    await expect.poll(() => t.storedFiles()).toEqual([]);
  });

  it('has a calendar whose file is called by swimmer and meet', async () => {
    const batchId = await batchWith(sheets.sessions);
    const { totalEvents } = await resultsOf(batchId);
    const response = await t.request(`/api/batch/${batchId}/calendar.ics?tz=America/Chicago`);
    const text = await response.text();
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(totalEvents);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="moorhen-ada-harbor-light-open.ics"',
    );
  });

  it('takes names that no database takes as they are meant', async () => {
    const swimmers = ['Ada\0Moorhen', ' Bo\tPintail\n'];
    const { batchId } = await t.create({ swimmers, files: [sheets.psych] });
    const state = await t.json(`/api/batch/${batchId}`);
    expect(state).toMatchObject({ batch: { swimmers: ['Ada Moorhen', 'Bo Pintail'] } });
    const none = await t.submit({ swimmers: ['\0'], files: [sheets.psych] });
    expect(none.status).toBe(400);
    await t.request(`/api/batch/${batchId}`, { method: 'DELETE', headers: token(batchId) });
  });

  it('reads the others when some are bad, each told its own code', async () => {
    const { first, text, locked, results, psych } = sheets;
    const batchId = await batchWith([text, first, locked, results, psych, stub('large.pdf', 30)]);
    const jobs = await jobsOf(batchId);
    expect(jobs.map((job) => job.errorCode ?? job.kind)).toEqual([
      'INVALID_PDF',
      'heat_sheet',
      'ENCRYPTED_PDF',
      'results',
      'psych_sheet',
      'PDF_TOO_LARGE',
    ]);
    expect(await resultsOf(batchId)).toMatchObject({ status: 'partial', failedCount: 3 });
    await expect.poll(() => t.storedFiles()).toHaveLength(1); // the locked one is kept for a retry
    await t.request(`/api/batch/${batchId}`, { method: 'DELETE', headers: token(batchId) });
  });

  it('takes of a half scanned report what its other pages say; a whole scan is told as one', async () => {
    const { halfScan, scan } = sheets;
    const batchId = await batchWith([halfScan, scan]);
    const jobs = await jobsOf(batchId);
    expect(jobs.map((job) => job.errorCode ?? job.kind)).toEqual([
      'session_report',
      'UNREADABLE_SHEET',
    ]);
    const { sources } = await resultsOf(batchId);
    expect(sources[0]).toMatchObject({ confident: false });
    expect(sources[0]?.sessions.length).toBeGreaterThan(0);
    await t.request(`/api/batch/${batchId}`, { method: 'DELETE', headers: token(batchId) });
  });

  it('reads the same PDF once and shows it once', async () => {
    const unseen = { name: 'new.pdf', bytes: withTail(sheets.psych.bytes) };
    const copy = { ...unseen, name: 'again.pdf' };
    const batchId = await batchWith([unseen, copy, copy]);
    const jobs = await jobsOf(batchId);
    expect(jobs.map((job) => job.cached)).toEqual([false, true, true]);
    expect((await resultsOf(batchId)).sources).toHaveLength(1);
  });

  it('of an address that may not be opened asks for the file; with a good PDF beside it goes on', async () => {
    const { batchId } = await t.create({
      files: [sheets.first],
      urls: ['["http://127.0.0.1/sheet.pdf"]'],
    });
    await t.events(batchId);
    expect(await jobsOf(batchId)).toMatchObject([
      { status: 'completed' },
      { status: 'failed', errorCode: 'BLOCKED_URL', filename: 'sheet.pdf' },
    ]);
  });
});

describe('a request of which nothing can be accepted', () => {
  const sixteen = Array.from({ length: 16 }, (_, index) => stub(`${index}.pdf`));
  it.each([
    ['no name', { swimmers: [' '], files: [stub('a.pdf')] }, 400, 'MISSING_SWIMMER', /name/],
    ['no file', {}, 400, 'NO_PDFS', /at least one PDF/],
    ['16 files', { files: sixteen }, 400, 'BATCH_TOO_LARGE', /at most 15/],
    ['a 30 MB file', { files: [stub('a.pdf', 30)] }, 413, 'PDF_TOO_LARGE', /25 MB/],
    ['a private address', { urls: ['http://10.0.0.1/a.pdf'] }, 400, 'BLOCKED_URL', /drop it in/],
    ['no address', { urls: ['ftp://example.org'] }, 400, 'INVALID_URL', /https/],
  ])('with %s is told so', async (_, form, status, error, message) => {
    const response = await t.submit(form);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      success: false,
      error,
      message: expect.stringMatching(message),
    });
    await expect.poll(() => t.storedFiles()).toEqual([]);
  });

  it('is told that a text file is no PDF', async () => {
    expect(await (await t.submit({ files: [sheets.text] })).json()).toMatchObject({
      error: 'INVALID_PDF',
    });
  });

  it('is no form at all', async () => {
    const response = await t.request('/api/batch/extract', { method: 'POST', body: 'hello' });
    expect(await response.json()).toMatchObject({ error: 'INVALID_REQUEST' });
  });
});

describe('an idempotency key', () => {
  const key = { 'Idempotency-Key': 'one' };
  it('gives the same batch again, and a conflict for other sheets', async () => {
    const send = async (file: Upload) => (await t.submit({ files: [file] }, key)).json();
    const [one, two] = await Promise.all([send(sheets.first), send(sheets.first)]);
    expect(two).toEqual(one);
    expect(await send(sheets.psych)).toMatchObject({ error: 'IDEMPOTENCY_CONFLICT' });
    await t.events(CreateBatchResponse.parse(one).batchId);
    await expect.poll(() => t.storedFiles()).toEqual([]);
  });

  it('counts for a day', async () => {
    const send = async () =>
      CreateBatchResponse.parse(await (await t.submit({ files: [sheets.psych] }, day)).json());
    const day = { 'Idempotency-Key': 'a day' };
    const first = await send();
    await t.sql(`update idempotency_keys set created_at = now() - interval '23 hours'`);
    expect((await send()).batchId).toBe(first.batchId);
    await t.sql(`update idempotency_keys set created_at = now() - interval '25 hours'`);
    expect((await send()).batchId).not.toBe(first.batchId);
  });
});

describe('addresses', () => {
  it('of no batch are not found, whatever they look like', async () => {
    const missing = '00000000-0000-4000-8000-000000000000';
    for (const path of [missing, 'x', `${missing}/results`, 'x/stream', "x'--/calendar.ics"])
      expect(await t.json(`/api/batch/${path}`)).toMatchObject({ error: 'BATCH_NOT_FOUND' });
    expect(await t.json('/api/nothing')).toMatchObject({ error: 'NOT_FOUND' });
  });

  it('of a batch answer 304 until something changes', async () => {
    const { batchId } = await t.create({ files: [sheets.first] });
    await t.events(batchId);
    const etag = (await t.request(`/api/batch/${batchId}`)).headers.get('etag') ?? '';
    const ask = (known: string) =>
      t.request(`/api/batch/${batchId}`, { headers: { 'If-None-Match': known } });
    expect((await ask(etag)).status).toBe(304);
    expect((await ask(`"other", W/${etag}`)).status).toBe(304);
    await t.sql(`update processing_batches set notification_error = 'gave_up'`);
    const changed = await ask(etag);
    expect(await changed.json()).toMatchObject({ batch: { notification: 'failed' } });
    expect((await ask(changed.headers.get('etag') ?? '')).status).toBe(304);
    await t.sql(`delete from processing_batches`);
    expect((await ask(etag)).status).toBe(404);
  });
});
