import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPages } from './document.ts';
import { startEngine, type PdfEngine } from './engine.ts';

let engine: PdfEngine;
beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  engine = await startEngine(readFileSync(path), 64);
});

/** A page of 200 × 100 points with `content`; its media box is its parent's. */
const pdfOf = (content: string, page = ''): Uint8Array =>
  new TextEncoder().encode(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>endobj',
      `3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${page}>>endobj`,
      `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
      '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      'trailer<</Root 1 0 R>>',
    ].join('\n'),
  );

const read = (pdf: Uint8Array) => readPages(engine, pdf, 10, (page) => page);

describe('where a glyph stands on the page as displayed', () => {
  it.each([
    ['upright', '', 20, 20],
    ['a quarter turned', '/Rotate 90', 80, 20],
    ['upside down', '/Rotate 180', 180, 80],
    ['three quarters turned', '/Rotate 270', 20, 180],
    ['cropped', '/CropBox[10 10 190 90]', 10, 10],
    ['cropped wider than the paper', '/CropBox[-50 -50 300 300]', 20, 20],
  ])('%s', (_, page, x, y) => {
    const [first] = read(pdfOf('BT /F 10 Tf 20 80 Td (Lane) Tj ET', page));
    expect(first?.glyphs[0]?.x).toBeCloseTo(x, 3);
    expect(first?.glyphs[0]?.y).toBeCloseTo(y, 3);
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

it('takes no memory for good', () => {
  const pdf = pdfOf('BT /F 8 Tf 20 80 Td (Zee) Tj ET');
  read(pdf);
  const before = engine.memory.HEAPU8.length;
  for (let i = 0; i < 300; i++) read(pdf);
  expect(engine.memory.HEAPU8.length).toBe(before);
});
