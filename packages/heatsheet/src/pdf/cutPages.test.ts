import { drawHeatSheet, makeMeet } from '@heatsync/sheetgen';
import { expect, it } from 'vitest';
import { createNodeReader } from '../../node/index.ts';

it('takes some pages of a document, and nothing of the others', async () => {
  const { pdf } = await drawHeatSheet(makeMeet({ seed: 12 }), 0, { columns: 1 });
  const reader = await createNodeReader();
  const namesOn = async (bytes: Uint8Array) =>
    Map.groupBy(
      (await reader.read(bytes)).events.flatMap(({ heats }) => heats.flatMap((h) => h.entries)),
      ({ page }) => page,
    );
  const [whole, part] = [await namesOn(pdf), await namesOn(await reader.cutPages(pdf, [2, 4]))];
  const lines = (entries?: { line: string }[]) => entries?.map(({ line }) => line);
  expect([...part.keys()]).toEqual([1, 2]);
  expect(lines(part.get(1))).toEqual(lines(whole.get(2)));
  expect(lines(part.get(2))).toEqual(lines(whole.get(4)));
  await expect(reader.cutPages(pdf, [1000])).rejects.toMatchObject({ code: 'DAMAGED' });
});
