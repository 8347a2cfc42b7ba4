import type { Glyph, GlyphPage } from '../types.ts';
import { allocatorOf, type PdfEngine } from './engine.ts';

/** Scratch memory: two doubles for an origin, then four floats for a box. */
const SCRATCH_BYTES = 48;
const BOX_AT = 16;

type TextPage = { text: number; scratch: number; toDisplay: ToDisplay };
type ToDisplay = (x: number, y: number) => { x: number; y: number };

/** Turns the page's own coordinates (from the bottom left) into those of the page as displayed (from the top left). */
const displayOf = (
  rotation: number,
  [left, bottom, right, top]: readonly [number, number, number, number],
): ToDisplay => {
  if (rotation === 1) return (x, y) => ({ x: y - bottom, y: x - left });
  if (rotation === 2) return (x, y) => ({ x: right - x, y: y - bottom });
  if (rotation === 3) return (x, y) => ({ x: top - y, y: right - x });
  return (x, y) => ({ x: x - left, y: top - y });
};

const pageBox = (engine: PdfEngine, page: number, scratch: number) => {
  const at = [0, 4, 8, 12].map((offset) => scratch + offset) as [number, number, number, number];
  const found = engine.FPDFPage_GetCropBox(page, ...at) || engine.FPDFPage_GetMediaBox(page, ...at);
  if (!found) return [0, 0, 612, engine.FPDF_GetPageHeightF(page)] as const;
  const heap = engine.heap();
  const [a, b, c, d] = at.map((pointer) => heap.getFloat32(pointer, true));
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0] as const;
};

const glyphAt = (
  engine: PdfEngine,
  { text, scratch, toDisplay }: TextPage,
  index: number,
): Glyph => {
  const unicode = engine.FPDFText_GetUnicode(text, index);
  engine.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
  engine.FPDFText_GetLooseCharBox(text, index, scratch + BOX_AT);
  const heap = engine.heap();
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) =>
    heap.getFloat32(scratch + BOX_AT + offset, true),
  ) as [number, number, number, number];
  const origin = toDisplay(heap.getFloat64(scratch, true), heap.getFloat64(scratch + 8, true));
  const corners = [toDisplay(left, top), toDisplay(right, bottom)] as const;
  return {
    text: String.fromCodePoint(unicode),
    ...origin,
    right: Math.max(corners[0].x, corners[1].x),
    size: Math.abs(corners[0].y - corners[1].y),
    object: engine.FPDFText_GetTextObject(text, index),
  };
};

const pageGlyphs = (engine: PdfEngine, page: number, text: number, scratch: number): Glyph[] => {
  const toDisplay = displayOf(engine.FPDFPage_GetRotation(page), pageBox(engine, page, scratch));
  const count = engine.FPDFText_CountChars(text);
  const glyphs: Glyph[] = [];
  for (let index = 0; index < count; index++)
    if (!engine.FPDFText_IsGenerated(text, index))
      glyphs.push(glyphAt(engine, { text, scratch, toDisplay }, index));
  return glyphs;
};

/** The glyphs of one page (index from 0) in the order painted; a page that cannot be loaded has none. */
export const glyphsOfPage = (engine: PdfEngine, document: number, index: number): GlyphPage => {
  const page = engine.FPDF_LoadPage(document, index);
  if (!page) return { page: index + 1, width: 0, height: 0, glyphs: [] };
  const { malloc, free } = allocatorOf(engine);
  const text = engine.FPDFText_LoadPage(page);
  const scratch = malloc(SCRATCH_BYTES);
  try {
    return {
      page: index + 1,
      width: engine.FPDF_GetPageWidthF(page),
      height: engine.FPDF_GetPageHeightF(page),
      glyphs: text ? pageGlyphs(engine, page, text, scratch) : [],
    };
  } finally {
    free(scratch);
    if (text) engine.FPDFText_ClosePage(text);
    engine.FPDF_ClosePage(page);
  }
};
