import { drawHeatSheet, encryptedPdf, makeMeet } from '@heatsync/sheetgen';
import { expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';

const meet = makeMeet({ seed: 11, eventsPerSession: 4, swimmers: 60 });

it('outlives a PDF that needs more memory than it may take', async () => {
  const { pdf } = await drawHeatSheet(meet, 0);
  const tooBig = new Uint8Array(40 * 2 ** 20);
  tooBig.set(pdf);
  const reader = await createNodeReader({ maxMemoryMb: 24 });
  await expect(reader.read(tooBig)).rejects.toMatchObject({ name: 'PdfError', code: 'DAMAGED' });
  expect(await reader.read(pdf)).toMatchObject({ kind: 'heat_sheet', confident: true });
});

it('tells a locked file from a broken one', async () => {
  const reader = await createNodeReader();
  await expect(reader.read(await encryptedPdf())).rejects.toMatchObject({ code: 'ENCRYPTED' });
});

it('tells after every page how far it is', async () => {
  const { pdf } = await drawHeatSheet(makeMeet({ seed: 12 }), 0, { columns: 1 });
  const seen: number[] = [];
  const reader = await createNodeReader();
  const { pages } = await reader.read(pdf, { onProgress: ({ page }) => seen.push(page) });
  expect(pages).toBeGreaterThan(1);
  expect(seen).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
});

it('lets what a caller throws pass', async () => {
  const { pdf } = await drawHeatSheet(meet, 0);
  const onProgress = () => {
    throw new Error('stop');
  };
  const reader = await createNodeReader();
  await expect(reader.read(pdf, { onProgress })).rejects.toThrow('stop');
});
