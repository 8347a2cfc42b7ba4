import type { Glyph, GlyphPage } from '../types.ts';
import type { PdfEngine } from './engine.ts';

/** Scratch memory: two doubles for an origin, then room for a box (4 floats) or a matrix (6). */
const SCRATCH_BYTES = 48;
const BOX_AT = 16;

const REPLACEMENT = '\uFFFD';
const LAST_CODE_POINT = 0x10ffff;

type ToDisplay = (x: number, y: number) => { x: number; y: number };
type Bounds = { left: number; top: number; right: number; bottom: number };

/** Turns the page's own coordinates (from the bottom left) into those of the page as displayed (from the top left). */
const displayOf = (rotation: number, { left, top, right, bottom }: Bounds): ToDisplay => {
  if (rotation === 1) return (x, y) => ({ x: y - bottom, y: x - left });
  if (rotation === 2) return (x, y) => ({ x: right - x, y: y - bottom });
  if (rotation === 3) return (x, y) => ({ x: top - y, y: right - x });
  return (x, y) => ({ x: x - left, y: top - y });
};

/** Four floats of scratch memory as an FS_RECTF. */
const boundsAt = ({ memory }: PdfEngine, pointer: number): Bounds => {
  const [left = 0, top = 0, right = 0, bottom = 0] = memory.HEAPF32.subarray(
    pointer / 4,
    pointer / 4 + 4,
  );
  return { left, top, right, bottom };
};

/** What of the page is shown: its crop box inside its media box. */
const pageBounds = (engine: PdfEngine, page: number, scratch: number): Bounds => {
  engine.api.FPDF_GetPageBoundingBox(page, scratch);
  return boundsAt(engine, scratch);
};

/** The size at which a character is shown, in points. */
const sizeOf = ({ calls, memory }: PdfEngine, text: number, index: number, scratch: number) => {
  calls.FPDFText_GetMatrix(text, index, scratch + BOX_AT);
  const at = (scratch + BOX_AT) / 4;
  const scale = Math.hypot(memory.HEAPF32[at + 2] ?? 0, memory.HEAPF32[at + 3] ?? 0);
  return calls.FPDFText_GetFontSize(text, index) * scale;
};

const characterOf = (unicode: number): string =>
  unicode > 0 && unicode <= LAST_CODE_POINT ? String.fromCodePoint(unicode) : REPLACEMENT;

const textGlyphs = (
  engine: PdfEngine,
  text: number,
  scratch: number,
  toDisplay: ToDisplay,
): Glyph[] => {
  const { api, calls, memory } = engine;
  const count = api.FPDFText_CountChars(text);
  const box = scratch + BOX_AT;
  const glyphs: Glyph[] = [];
  let object = 0;
  let size = 0;
  for (let index = 0; index < count; index++) {
    if (calls.FPDFText_IsGenerated(text, index)) continue;
    const itsObject = calls.FPDFText_GetTextObject(text, index);
    if (itsObject !== object) size = sizeOf(engine, text, index, scratch);
    object = itsObject;
    calls.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    calls.FPDFText_GetLooseCharBox(text, index, box);
    const { HEAPF32, HEAPF64 } = memory;
    const at = box / 4;
    const { x, y } = toDisplay(HEAPF64[scratch / 8] ?? 0, HEAPF64[scratch / 8 + 1] ?? 0);
    const one = toDisplay(HEAPF32[at] ?? 0, HEAPF32[at + 1] ?? 0).x;
    const other = toDisplay(HEAPF32[at + 2] ?? 0, HEAPF32[at + 3] ?? 0).x;
    const character = characterOf(calls.FPDFText_GetUnicode(text, index));
    glyphs.push({ text: character, x, y, right: Math.max(one, other), size, object });
  }
  return glyphs;
};

const allGlyphs = (
  engine: PdfEngine,
  text: number,
  scratch: number,
  toDisplay: ToDisplay,
  most: number,
): Glyph[] =>
  engine.api.FPDFText_CountChars(text) > Math.min(most, MAX_GLYPHS_A_PAGE)
    ? [UNREADABLE]
    : textGlyphs(engine, text, scratch, toDisplay);

/** More characters than this stand on no page of a sheet; the densest have 8,000. */
const MAX_GLYPHS_A_PAGE = 100_000;

/** Stands for a page that is too much to read, so that nobody trusts the rest: it shows as text that cannot be decoded. */
const UNREADABLE: Glyph = { text: REPLACEMENT, x: 0, y: 0, right: 1, size: 1, object: 0 };

/**
 * The glyphs of one page (index from 0) in the order painted; a page that cannot be loaded has none, one with more than `most` a
 * single one that cannot be decoded.
 */
export const glyphsOfPage = (
  engine: PdfEngine,
  document: number,
  index: number,
  most: number,
): GlyphPage => {
  const { api, calls } = engine;
  const page = api.FPDF_LoadPage(document, index);
  if (!page) return { page: index + 1, width: 0, height: 0, glyphs: [] };
  const text = api.FPDFText_LoadPage(page);
  const scratch = calls.malloc(SCRATCH_BYTES);
  try {
    const toDisplay = displayOf(
      api.FPDFPage_GetRotation(page),
      pageBounds(engine, page, scratch + BOX_AT),
    );
    return {
      page: index + 1,
      width: api.FPDF_GetPageWidthF(page),
      height: api.FPDF_GetPageHeightF(page),
      glyphs: text ? allGlyphs(engine, text, scratch, toDisplay, most) : [],
    };
  } finally {
    calls.free(scratch);
    if (text) api.FPDFText_ClosePage(text);
    api.FPDF_ClosePage(page);
  }
};
