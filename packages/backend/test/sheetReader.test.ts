import { drawHeatSheet, endlessPdf, makeMeet, scannedPdf, scanOf } from '@heatsync/sheetgen';
import { afterAll, describe, expect, it } from 'vitest';
import { createSheetReader } from '../src/services/sheetReader/index.ts';

const limits = { threads: 2, timeoutSeconds: 30, maxPages: 500, maxMemoryMb: 256 };
const never = new AbortController().signal;
const draw = async (seed: number) =>
  (await drawHeatSheet(makeMeet({ seed }), 0, { columns: 2, style: 'event' })).pdf;

describe('the pool of reading threads', () => {
  const reader = createSheetReader(limits);
  afterAll(() => reader.close());

  it('reads a sheet and tells every page', async () => {
    const pages: number[] = [];
    const onProgress = ({ page }: { page: number }) => pages.push(page);
    const sheet = await reader.read(await draw(1), { signal: never, onProgress });
    expect(sheet.kind).toBe('heat_sheet');
    expect(pages).toEqual(Array.from({ length: sheet.pages }, (_, i) => i + 1));
  });

  it('says what is wrong with bytes that are no PDF, and reads on', async () => {
    const garbage = new TextEncoder().encode('a shopping list');
    await expect(reader.read(garbage, { signal: never })).rejects.toMatchObject({
      code: 'NOT_A_PDF',
    });
    expect((await reader.read(await draw(2), { signal: never })).events.length).toBeGreaterThan(0);
  });

  it('paints, cuts and weighs the pages of a scan, which holds no text', async () => {
    const drawn = await drawHeatSheet(makeMeet({ seed: 9 }), 0, { columns: 2 });
    const { pdf } = await scanOf(drawn, [1, 2]);
    const sheet = await reader.read(pdf, { signal: never });
    expect([sheet.pages, sheet.lines.length, sheet.events.length]).toEqual([2, 0, 0]);
    expect(await reader.inked(pdf, [1, 2], { signal: never })).toEqual([1, 2]);
    expect(await reader.inked(await scannedPdf(), [1], { signal: never })).toEqual([]);
    const half = await reader.cut(drawn.pdf, [2], { signal: never });
    expect((await reader.read(half, { signal: never })).pages).toBe(1);
    const png = await reader.picture(pdf, 1, { scale: 1, signal: never });
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  });

  it('drops a file nobody wants any more', async () => {
    const signal = AbortSignal.abort();
    await expect(reader.read(await draw(3), { signal })).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('reads more files than it has threads', async () => {
    const pdfs = await Promise.all([4, 5, 6, 7, 8].map(draw));
    const sheets = await Promise.all(pdfs.map((pdf) => reader.read(pdf, { signal: never })));
    expect(sheets.map((sheet) => sheet.kind)).toEqual(pdfs.map(() => 'heat_sheet'));
  });
});

it('ends a file that takes too long, and goes on with the next', async () => {
  const hasty = createSheetReader({ ...limits, threads: 1, timeoutSeconds: 3 });
  const endless = hasty.read(endlessPdf(), { signal: never });
  await expect(endless).rejects.toMatchObject({ code: 'TIMEOUT' });
  expect((await hasty.read(await draw(9), { signal: never })).kind).toBe('heat_sheet');
  await hasty.close();
});

it('lets a waiting file go at once, and reads the one before it to the end', async () => {
  const narrow = createSheetReader({ ...limits, threads: 1 });
  const done: string[] = [];
  const leaving = new AbortController();
  const first = narrow.read(await draw(10), { signal: never }).then(() => done.push('read'));
  const second = narrow.read(await draw(11), { signal: leaving.signal });
  leaving.abort();
  await second.catch(({ code }) => done.push(code));
  await first;
  expect(done).toEqual(['ABORTED', 'read']);
  await narrow.close();
});

it('aborts what it reads when it is closed: the file is not to blame', async () => {
  const closing = createSheetReader(limits);
  const reading = closing.read(await draw(12), { signal: never });
  const refused = expect(reading).rejects.toMatchObject({ code: 'ABORTED' });
  await closing.close();
  await refused;
});
