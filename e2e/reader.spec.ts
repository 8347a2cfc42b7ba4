/** The reader alone in a browser: a page that knows no server of ours reads a sheet as Node does. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as Heatsheet from '@heatsync/heatsheet';
import { createNodeReader } from '@heatsync/heatsheet/node';
import { drawHeatSheet, makeMeet } from '@heatsync/sheetgen';
import { build } from 'vite';
import { expect, noBrowser, test } from './fixtures.ts';

test.skip(noBrowser !== '', noBrowser);

const PAGE = 'https://reader.example';
const resolve = (name: string): string => fileURLToPath(import.meta.resolve(name));

/** The library in one file, as any page may bundle it. */
const bundle = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve('@heatsync/heatsheet'), formats: ['es'], fileName: 'reader' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('Nothing was bundled.');
  return output.output[0].code;
};

test('a sheet is read without a server', async ({ page }) => {
  const { pdf, truth } = await drawHeatSheet(makeMeet({ seed: 5 }), 'all', { columns: 3 });
  const files: Record<string, { contentType: string; body: string | Buffer }> = {
    '/': { contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' },
    '/reader.js': { contentType: 'text/javascript', body: await bundle() },
    '/engine.wasm': {
      contentType: 'application/wasm',
      body: await readFile(resolve('@embedpdf/pdfium/pdfium.wasm')),
    },
    '/sheet.pdf': { contentType: 'application/pdf', body: Buffer.from(pdf) },
  };
  await page.route('**/*', async (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill(file) : route.abort();
  });
  await page.goto(PAGE);
  const sheet = await page.evaluate(async () => {
    const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());
    const address = '/reader.js';
    const { createReader } = (await import(address)) as typeof Heatsheet;
    const reader = await createReader({ wasm: await bytes('/engine.wasm') });
    return reader.read(await bytes('/sheet.pdf'));
  });
  expect(sheet.confident).toBe(true);
  const entries = sheet.events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));
  expect(entries).toHaveLength(truth.entries.length);
  expect(sheet).toEqual(await (await createNodeReader()).read(pdf));
});
