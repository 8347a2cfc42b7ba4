import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPages } from './document.ts';
import { startEngine, type PdfEngine } from './engine.ts';
import { pdfOf } from './testPdf.ts';

let engine: PdfEngine;
beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  engine = await startEngine(readFileSync(path), 64);
});

const read = (pdf: Uint8Array) => readPages(engine, pdf, 10, (page) => page);

describe('where a glyph stands on the page set upright, and which way it runs as displayed', () => {
  it.each([
    ['upright', '', 20, 20, undefined],
    ['a quarter turned', '/Rotate 90', 20, 20, 1],
    ['upside down', '/Rotate 180', 20, 20, 2],
    ['three quarters turned', '/Rotate 270', 20, 20, 3],
    ['cropped', '/CropBox[10 10 190 90]', 10, 10, undefined],
    ['cropped wider than the paper', '/CropBox[-50 -50 300 300]', 20, 20, undefined],
  ])('%s', (_, page, x, y, turn) => {
    const [first] = read(pdfOf('BT /F 10 Tf 20 80 Td (Lane) Tj ET', page));
    expect(first?.glyphs[0]?.x).toBeCloseTo(x, 3);
    expect(first?.glyphs[0]?.y).toBeCloseTo(y, 3);
    expect(first?.turn).toBe(turn);
  });
});

it('gives the size at which text is shown, whatever it is scaled by', () => {
  const [page] = read(pdfOf('BT /F 1 Tf 8 0 0 8 20 80 Tm (1) Tj ET'));
  expect(page?.glyphs[0]?.size).toBeCloseTo(8, 3);
});

it('keeps text objects apart and leaves out blanks that nobody painted', () => {
  const [page] = read(pdfOf('BT /F 8 Tf 20 80 Td (Zee) Tj ET BT /F 8 Tf 90 80 Td (14) Tj ET'));
  expect(page?.glyphs.map((glyph) => glyph.text).join('')).toBe('Zee14');
  expect(new Set(page?.glyphs.map((glyph) => glyph.object)).size).toBe(2);
});

it('gives glyphs in the order painted, also those of cells that overlap', () => {
  const letters = [...'Marsh', ...'HBR'].map((letter, i) => {
    const x = i < 5 ? 20 + i * 5 : 32 + (i - 5) * 5;
    return `BT /F 8 Tf ${x} 80 Td (${letter}) Tj ET`;
  });
  const [page] = read(pdfOf(letters.join(' ')));
  expect(page?.glyphs.map((glyph) => glyph.text).join('')).toBe('MarshHBR');
});

it('keeps a hyphen at a line’s end', () => {
  const [page] = read(pdfOf('BT /F 8 Tf 20 80 Td (Reed-) Tj ET BT /F 8 Tf 20 68 Td (Marsh) Tj ET'));
  expect(page?.glyphs.map((glyph) => glyph.text).join('')).toBe('Reed-Marsh');
});

it.each([
  ['', 'BT /F 8 Tf 1 0 0 1 20 80 Tm (Zee) Tj ET', undefined],
  ['', 'BT /F 8 Tf 0.7 0.7 -0.7 0.7 20 20 Tm (Zee) Tj ET', true],
  ['/Rotate 90', 'BT /F 8 Tf 1 0 0 1 20 80 Tm (Zee) Tj ET', undefined],
  ['/Rotate 90', 'BT /F 8 Tf 0 1 -1 0 20 20 Tm (Zee) Tj ET', undefined],
])('tells text at a slant on a page with "%s" (%s)', (rotation, text, slanted) => {
  const [page] = read(pdfOf(text, rotation));
  expect(page?.glyphs.map((glyph) => glyph.slanted)).toEqual([slanted, slanted, slanted]);
});

it('tells a few letters that run elsewhere than their page', () => {
  const text = 'BT /F 8 Tf 20 80 Td (Fairwater) Tj ET BT /F 8 Tf 0 1 -1 0 9 9 Tm (Up) Tj ET';
  const [page] = read(pdfOf(text));
  const aside = page?.glyphs.filter(({ slanted }) => slanted).map((glyph) => glyph.text);
  expect([page?.turn, aside]).toEqual([undefined, ['U', 'p']]);
});

it('takes no memory for good', () => {
  const pdf = pdfOf('BT /F 8 Tf 20 80 Td (Zee) Tj ET');
  read(pdf);
  const before = engine.memory.HEAPU8.length;
  for (let i = 0; i < 300; i++) read(pdf);
  expect(engine.memory.HEAPU8.length).toBe(before);
});

describe('text that overlaps the same text above it', () => {
  /** Rows of eight points in letters of ten: a bar reaches into the rows around. */
  const rows = [80, 72, 64, 56].map((y) => `BT /F 10 Tf 20 ${y} Td (|Agj| Long Team Name) Tj ET`);
  const lines = (pdf: Uint8Array) => {
    const glyphs = read(pdf)[0]?.glyphs ?? [];
    return [...Map.groupBy(glyphs, ({ object }) => object).values()].map((of) => ({
      text: of.map(({ text }) => text).join(''),
      at: [of[0]?.x, of[0]?.y].map((value) => Math.round((value ?? 0) * 100) / 100),
    }));
  };
  const text = '|Agj| Long Team Name';

  it('is read in every row', () => {
    const found = lines(pdfOf(rows.join(' ')));
    expect(found).toEqual([20, 28, 36, 44].map((y) => ({ text, at: [20, y] })));
  });

  it('is read on a page that is turned and scaled', () => {
    const found = lines(pdfOf(`0.5 0 0 0.5 10 10 cm ${rows.join(' ')}`, '/Rotate 90'));
    expect(found.map(({ at }) => at)).toEqual([50, 54, 58, 62].map((y) => [20, y]));
  });

  it('is read inside a form that is scaled', () => {
    const found = lines(pdfOf('0.5 0 0 0.5 0 0 cm /X Do', '', rows.join(' ')));
    expect(found.map(({ at }) => at)).toEqual([20, 28, 36, 44].map((y) => [20, y]));
  });

  it('is no text of its own where it is only a shadow', () => {
    const shadow = 'BT /F 10 Tf 20.4 79.7 Td (|Agj| Long Team Name) Tj ET';
    expect(lines(pdfOf(`${rows[0]} ${shadow} ${shadow}`))).toHaveLength(1);
  });
});
