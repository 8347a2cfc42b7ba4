/** The first version's API: its shapes are frozen. */
import { V1ErrorResponse, V1ExtractResponse, V1ResultResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSheets } from './support/sheets.ts';
import { testApp, type TestApp, type Upload } from './support/testApp.ts';

let t: TestApp;
let sheets: Awaited<ReturnType<typeof drawSheets>>;
beforeAll(async () => {
  [t, sheets] = await Promise.all([testApp({ ENABLE_BATCH_API: 'false' }), drawSheets()]);
  await t.startWorker();
});
afterAll(() => t.close());

const extract = (fields: { pdf?: Upload; swimmer?: string }) => {
  const form = new FormData();
  if (fields.pdf) form.append('pdf', new File([fields.pdf.bytes.slice()], fields.pdf.name));
  if (fields.swimmer !== undefined) form.append('swimmer', fields.swimmer);
  return t.request('/api/extract', { method: 'POST', body: form });
};
const extractUrl = (body: unknown) =>
  t.request('/api/extractUrl', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const found = async () =>
  V1ExtractResponse.strict().parse(
    await (await extract({ pdf: sheets.first, swimmer: sheets.swimmer })).json(),
  );

describe('POST /api/extract', () => {
  it('waits until the sheet is read and answers with the races, also where batches are switched off', async () => {
    const { data, resultUrl } = await found();
    const printed = sheets.truths[0]?.truth.entries.filter(
      (entry) => entry.name === sheets.swimmer || entry.legs?.includes(sheets.swimmer),
    );
    expect(data.events.map(({ heatNumber, lane }) => [heatNumber, lane])).toEqual(
      printed?.map(({ heat, lane }) => [heat, lane]),
    );
    expect(data.events[0]?.eventNumber).toBe(Number(printed?.[0]?.event));
    expect(data.sessionDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(resultUrl).toMatch(/^\/result\/[\w-]{11,12}$/);
  });

  it('says that the same sheet was read before', async () => {
    await found();
    expect((await found()).cached).toBe(true);
  });

  it('finds nobody where nobody is, and says so', async () => {
    const answer = V1ExtractResponse.parse(
      await (await extract({ pdf: sheets.first, swimmer: 'Nobody, Nemo' })).json(),
    );
    expect(answer.data.events).toEqual([]);
    expect(answer.data.warnings?.join(' ')).toContain('not found');
  });

  it('says on each answer that it is old, and what is new', async () => {
    for (const response of [await extract({ pdf: sheets.text, swimmer: 'x' }), await extract({})]) {
      expect(response.headers.get('deprecation')).toMatch(/^@\d{10}$/);
      expect(Date.parse(response.headers.get('sunset') ?? '')).toBeGreaterThan(0);
      expect(response.headers.get('link')).toContain(
        '</api/batch/extract>; rel="successor-version"',
      );
    }
  });

  it.each([
    ['no name', () => extract({ pdf: sheets.first }), 400, 'MISSING_SWIMMER'],
    ['no file', () => extract({ swimmer: 'Moorhen, Ada' }), 400, 'NO_PDFS'],
    ['no PDF', () => extract({ pdf: sheets.text, swimmer: 'Moorhen, Ada' }), 400, 'INVALID_PDF'],
    ['a lock', () => extract({ pdf: sheets.locked, swimmer: 'x' }), 400, 'ENCRYPTED_PDF'],
    ['no form', () => t.request('/api/extract', { method: 'POST' }), 400, 'INVALID_REQUEST'],
    ['no URL', () => extractUrl({ swimmer: 'Moorhen, Ada' }), 400, 'NO_PDFS'],
    ['an odd URL', () => extractUrl({ url: 'x', swimmer: 'Moorhen, Ada' }), 400, 'INVALID_URL'],
    ['no JSON', () => extractUrl(7), 400, 'INVALID_REQUEST'],
  ])('with %s answers in its own shape of errors', async (_, send, status, error) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(V1ErrorResponse.strict().parse(await response.json())).toMatchObject({ error });
  });
});

describe('GET /api/result/:code', () => {
  const resultOf = async (path: string) => t.request(`/api${path}`);
  it('shows the same again, for as long as the batch would live', async () => {
    const { data, resultUrl = '' } = await found();
    const response = await resultOf(resultUrl);
    expect(V1ResultResponse.strict().parse(await response.json()).data).toEqual(data);
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    await t.sql(`update result_links set expires_at = now() - interval '1 minute'
      where short_code = '${resultUrl.split('/').at(-1)}'`);
    expect((await resultOf(resultUrl)).status).toBe(404);
  });

  it('gives each answer a code of its own', async () => {
    const codes = await Promise.all([found(), found(), found()]);
    expect(new Set(codes.map(({ resultUrl }) => resultUrl)).size).toBe(3);
  });

  it('knows no other code', async () => {
    const response = await resultOf('/result/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ success: false, error: 'RESULT_NOT_FOUND' });
  });
});
