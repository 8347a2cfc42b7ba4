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

/** The next character of an object begins where this one ends, unless it is farther than any letter is wide, in sizes. */
const WIDEST_LETTER = 1;

/** The right edge of a character as displayed. */
const rightOf = (
  engine: PdfEngine,
  text: number,
  index: number,
  box: number,
  toDisplay: ToDisplay,
) => {
  engine.calls.FPDFText_GetLooseCharBox(text, index, box);
  const { left, top, right, bottom } = boundsAt(engine, box);
  return Math.max(toDisplay(left, top).x, toDisplay(right, bottom).x);
};

/** PDFium invents blanks between objects; they belong to none. */
const isPainted = ({ calls }: PdfEngine, text: number, index: number, object: number): boolean =>
  object !== 0 || !calls.FPDFText_IsGenerated(text, index);

const textGlyphs = (
  engine: PdfEngine,
  text: number,
  scratch: number,
  toDisplay: ToDisplay,
): Glyph[] => {
  const { api, calls, memory } = engine;
  const count = api.FPDFText_CountChars(text);
  const glyphs: Glyph[] = [];
  let open: Glyph | null = null;
  let openIndex = 0;
  /** Asking for a box takes longer than all else: only a piece's last character needs it. */
  const close = (next: Glyph | null) => {
    if (!open) return;
    const step = next && next.object === open.object && next.y === open.y ? next.x - open.x : -1;
    open.right =
      step >= 0 && step < WIDEST_LETTER * open.size
        ? open.x + step
        : rightOf(engine, text, openIndex, scratch + BOX_AT, toDisplay);
  };
  for (let index = 0; index < count; index++) {
    const object = calls.FPDFText_GetTextObject(text, index);
    if (!isPainted(engine, text, index, object)) continue;
    const size: number = object === open?.object ? open.size : sizeOf(engine, text, index, scratch);
    calls.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const { HEAPF64 } = memory;
    const { x, y } = toDisplay(HEAPF64[scratch / 8] ?? 0, HEAPF64[scratch / 8 + 1] ?? 0);
    const character = characterOf(calls.FPDFText_GetUnicode(text, index));
    const glyph: Glyph = { text: character, x, y, right: x, size, object };
    close(glyph);
    glyphs.push(glyph);
    open = glyph;
    openIndex = index;
  }
  close(null);
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
