/** The API's description: it has every route, and the answers are as it says. */
import { BatchResponse, V1ExtractResponse, type CreateBatchResponse } from '@heatsync/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROUTES, type ApiRoute } from '../src/http/apiRoutes.ts';
import { OPENAPI } from '../src/http/openapi.ts';
import { stopToken } from '../src/services/optOut.ts';
import { drawSheets } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';
import { startWebsite, type Pages } from './support/website.ts';

/** Nothing is sent here. */
const MAIL = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  NOTIFICATION_FROM_EMAIL: 'mail@swim.example',
};
const pages: Pages = {
  '/meet': { body: '<a href="/sheet.pdf">Heat sheet</a>' },
  '/never': () => undefined,
};
let site: Awaited<ReturnType<typeof startWebsite>>;
let t: TestApp;
let values: Record<string, string>;
let sheets: Awaited<ReturnType<typeof drawSheets>>;
beforeAll(async () => {
  [site, sheets] = await Promise.all([startWebsite(pages), drawSheets()]);
  pages['/sheet.pdf'] = {
    headers: { 'Content-Type': 'application/pdf' },
    body: sheets.first.bytes,
  };
  t = await testApp({ ADMIN_KEY: 'key', FETCH_ALLOW: site.place, ...MAIL });
  await t.startWorker();
  const form = new FormData();
  form.append('pdf', new File([sheets.first.bytes.slice()], 'a.pdf'));
  form.append('swimmer', sheets.swimmer);
  const v1 = V1ExtractResponse.parse(await t.json('/api/extract', { method: 'POST', body: form }));
  const code = v1.resultUrl?.split('/').at(-1) ?? '';
  values = { code, token: stopToken(t.context, 'parent@home.example') };
});
afterAll(async () => {
  await t.close();
  await site.close();
});

/** A batch for one route: at work for ever where it is to be stopped, else with a sheet that was read and one that failed. */
const batchFor = async (path: string): Promise<Record<string, string>> => {
  if (path.endsWith('/cancel')) return t.create({ urls: [`${site.url}/never`] }).then(idsOf);
  const created = await t.create({ files: [sheets.first, sheets.locked] });
  await t.events(created.batchId);
  return idsOf(created);
};
const idsOf = async ({ batchId, manageToken }: CreateBatchResponse) => {
  const { jobs } = BatchResponse.parse(await t.json(`/api/batch/${batchId}`));
  return { id: batchId, jobId: jobs.at(-1)?.id ?? '', manageToken };
};

const bodyFor = (path: string): FormData | string => {
  const form = new FormData();
  form.append('swimmer', sheets.swimmer);
  const field = path === '/api/extract' ? 'pdf' : 'pdfs';
  form.append(field, new File([sheets.first.bytes.slice()], 'a.pdf'));
  if (path === '/api/extract' || path === '/api/batch/extract') return form;
  const url = `${site.url}${path === '/api/extractUrl' ? '/sheet.pdf' : '/meet'}`;
  const asked = { timeZone: 'UTC', email: 'parent@home.example', url, swimmer: sheets.swimmer };
  return JSON.stringify(asked);
};
const call = ({ path, method }: ApiRoute, given: Record<string, string>) =>
  t.request(
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? 'x'),
    {
      method: method.toUpperCase(),
      headers: { 'X-Admin-Key': 'key', 'X-Manage-Token': given['manageToken'] ?? '' },
      ...(method === 'post' || method === 'patch' ? { body: bodyFor(path) } : {}),
    },
  );
/** As described and nothing more. */
const check = (schema: z.ZodType | undefined, body: unknown) =>
  (schema instanceof z.ZodObject ? schema.strict() : schema)?.parse(body);

it('has every route that the program has, and no other', () => {
  const served = t.routes.flatMap(({ method, path }) =>
    method !== 'ALL' && path.startsWith('/api/') && !/\/(openapi\.json|docs)$/.test(path)
      ? [`${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]
      : [],
  );
  const described = API_ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(described.toSorted()).toEqual([...new Set(served)].toSorted());
});

const named = API_ROUTES.map((route) => ({ ...route, name: `${route.method} ${route.path}` }));

describe('the answer of', () => {
  it.each(named)('$name is as described', async (route) => {
    const batch = route.path.includes('{id}') ? await batchFor(route.path) : {};
    const response = await call(route, { ...values, ...batch });
    expect(response.status).toBe(route.status ?? 200);
    if (route.media) {
      expect(response.headers.get('content-type')).toContain(route.media);
      await response.body?.cancel();
    } else check(route.answer, await response.json());
  });
});

describe('the error of', () => {
  it.each(named.filter(({ path, media }) => path.includes('{') && media !== 'text/html'))(
    '$name is as described',
    async (route) => {
      const response = await call(route, {});
      expect(response.status).toBeGreaterThanOrEqual(400);
      check(route.errors, await response.json());
    },
  );
});

it('is OpenAPI 3.1 for programs and a page for people', async () => {
  expect(await t.json('/api/openapi.json')).toEqual(JSON.parse(JSON.stringify(OPENAPI)));
  expect(OPENAPI.openapi).toBe('3.1.0');
  const page = await (await t.request('/api/docs')).text();
  for (const { path } of API_ROUTES) expect(page).toContain(path);
});
