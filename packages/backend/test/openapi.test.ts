/** The API's description: it has every route, and the answers are as it says. */
import { BatchResponse, V1ExtractResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROUTES } from '../src/http/apiRoutes.ts';
import { OPENAPI } from '../src/http/openapi.ts';
import { stopToken } from '../src/services/optOut.ts';
import { drawSheets } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

/** Nothing is sent here. */
const MAIL = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  NOTIFICATION_FROM_EMAIL: 'mail@swim.example',
};
let t: TestApp;
let values: Record<string, string>;
let sheets: Awaited<ReturnType<typeof drawSheets>>;
beforeAll(async () => {
  [t, sheets] = await Promise.all([testApp({ ADMIN_KEY: 'key', ...MAIL }), drawSheets()]);
  await t.startWorker();
  const form = new FormData();
  form.append('pdf', new File([sheets.first.bytes.slice()], 'a.pdf'));
  form.append('swimmer', sheets.swimmer);
  const v1 = V1ExtractResponse.parse(await t.json('/api/extract', { method: 'POST', body: form }));
  const { batchId, manageToken } = await t.create({ files: [sheets.first, sheets.locked] });
  await t.events(batchId);
  const [, failed] = BatchResponse.parse(await t.json(`/api/batch/${batchId}`)).jobs;
  const code = v1.resultUrl?.split('/').at(-1) ?? '';
  const token = stopToken(t.context, 'parent@home.example');
  values = { id: batchId, jobId: failed?.id ?? '', code, manageToken, token };
});
afterAll(() => t.close());

const bodyFor = (path: string): RequestInit => {
  const form = new FormData();
  form.append('swimmer', sheets.swimmer);
  form.append(
    path === '/api/extract' ? 'pdf' : 'pdfs',
    new File([sheets.first.bytes.slice()], 'a.pdf'),
  );
  if (path === '/api/extract' || path === '/api/batch/extract') return { body: form };
  return { body: JSON.stringify({ timeZone: 'UTC', email: 'parent@home.example' }) };
};
const call = (path: string, method: string) =>
  t.request(
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    {
      method: method.toUpperCase(),
      headers: { 'X-Admin-Key': 'key', 'X-Manage-Token': values['manageToken'] ?? '' },
      ...(method === 'post' || method === 'patch' ? bodyFor(path) : {}),
    },
  );

it('has every route that the program has, and no other', () => {
  const served = t.routes.flatMap(({ method, path }) =>
    method !== 'ALL' && path.startsWith('/api/') && !/\/(openapi\.json|docs)$/.test(path)
      ? [`${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]
      : [],
  );
  const described = API_ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(described.toSorted()).toEqual([...new Set(served)].toSorted());
});

/** What ends the batch comes last. */
const order = (route: (typeof API_ROUTES)[number]) => (route.method === 'delete' ? 1 : 0);

describe('the answer of', () => {
  it.each(
    API_ROUTES.toSorted((a, b) => order(a) - order(b)).map((route) => ({
      ...route,
      name: `${route.method} ${route.path}`,
    })),
  )('$name is as described', async ({ method, path, answer, media, errors, status = 200 }) => {
    const response = await call(path, method);
    if (media && response.status < 300) {
      expect(response.headers.get('content-type')).toContain(media);
      await response.body?.cancel();
      return;
    }
    const body: unknown = await response.json();
    const schema = response.status === status ? answer : errors;
    expect(z.object({ success: z.boolean() }).parse(body).success).toBe(response.status === status);
    if (schema instanceof z.ZodObject) schema.strict().parse(body);
  });
});

it('is OpenAPI 3.1 for programs and a page for people', async () => {
  expect(await t.json('/api/openapi.json')).toEqual(JSON.parse(JSON.stringify(OPENAPI)));
  expect(OPENAPI.openapi).toBe('3.1.0');
  const page = await (await t.request('/api/docs')).text();
  for (const { path } of API_ROUTES) expect(page).toContain(path);
});
