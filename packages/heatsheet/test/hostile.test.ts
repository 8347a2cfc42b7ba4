/** Files made to break a reader end as a result or a typed error; the long trial is `npm run soak`. */
import { corrupted, drawHeatSheet, hostilePdfs, makeMeet, truncated } from '@heatsync/sheetgen';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeReader } from '../node/index.ts';
import type { Reader } from '../src/createReader.ts';
import { PdfError } from '../src/pdf/PdfError.ts';

const PATIENCE = { timeout: 120_000 };
const CORRUPTIONS = 150;

let reader: Reader;
beforeAll(async () => {
  reader = await createNodeReader();
});

/** Whether it was read; every error but a `PdfError` fails the test. */
const ends = (pdf: Uint8Array): Promise<boolean> =>
  reader.read(pdf).then(
    () => true,
    (error: unknown) => {
      expect(error).toBeInstanceOf(PdfError);
      return false;
    },
  );

const smallSheet = async () =>
  (await drawHeatSheet(makeMeet({ seed: 1, swimmers: 24, eventsPerSession: 4 }), 'all')).pdf;

describe('a hostile file ends', () => {
  it.each(Object.entries(hostilePdfs()))('%s', PATIENCE, async (_, make) => {
    await ends(make());
  });

  it('with too many pages as just that', async () => {
    const make = hostilePdfs()['ten thousand pages'];
    await expect(reader.read(make?.() ?? new Uint8Array())).rejects.toMatchObject({
      code: 'TOO_MANY_PAGES',
    });
  });

  it('with too much on a page as a sheet that is not trusted', PATIENCE, async () => {
    const make = hostilePdfs()['a million glyphs on a page'];
    const sheet = await reader.read(make?.() ?? new Uint8Array());
    expect(sheet).toMatchObject({ confident: false });
    expect(sheet.warnings.map(({ reason }) => reason)).toContain('text_decodable');
  });

  it('broken off at every tenth byte', PATIENCE, async () => {
    const pdf = await smallSheet();
    for (let length = 0; length < pdf.length; length += 10) await ends(truncated(pdf, length));
  });

  it('with random bytes', PATIENCE, async () => {
    const pdf = await smallSheet();
    for (let seed = 0; seed < CORRUPTIONS; seed++)
      await ends(corrupted(pdf, seed, 1 + (seed % 40)));
  });

  it('and the next one is read as ever', async () => {
    expect(await ends(await smallSheet())).toBe(true);
  });
});
