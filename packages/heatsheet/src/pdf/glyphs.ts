/** A page's text as glyphs with coordinates. */
import type { Glyph, GlyphPage, Turn } from '../types.ts';
import { boundsAt, displayOf, type ToDisplay } from './display.ts';
import { floatsAt, type PdfEngine } from './engine.ts';
import { asPainted, moveHidden, objectsOf, putBack, withoutShadows } from './hiddenText.ts';
import { mostTurned, sizeUpright, turnedUpright, turnOf } from './turn.ts';

/** Scratch memory: two doubles for an origin, then room for a box (4 floats) or a matrix (6). */
const SCRATCH_BYTES = 48;
const BOX_AT = 16;

const REPLACEMENT = '\uFFFD';
const LAST_CODE_POINT = 0x10ffff;

/** An open page, and what is needed to read it. */
type OpenPage = {
  engine: PdfEngine;
  page: number;
  scratch: number;
  /** As displayed; once the page's turn is known, upright. */
  toDisplay: ToDisplay;
  size: { width: number; height: number };
  turn: Turn | null;
};

type Style = Pick<Glyph, 'size' | 'slanted'>;
const SLANTED = { slanted: true } as const;

/** Where the letter behind this one stands as seen from it, and its height, in the text's own units. */
const runOf = ({ engine, scratch, toDisplay }: OpenPage, text: number, index: number) => {
  engine.calls.FPDFText_GetMatrix(text, index, scratch + BOX_AT);
  const [a, b, c, d] = floatsAt(engine, scratch + BOX_AT);
  const [origin, along] = [toDisplay(0, 0), toDisplay(a, b)];
  return { x: along.x - origin.x, y: along.y - origin.y, height: Math.hypot(c, d) };
};

/** The size at which a text object is shown, in points, and whether it runs elsewhere than most of its page. */
const styleOf = (open: OpenPage, text: number, index: number): Style => {
  const run = runOf(open, text, index);
  const size = open.engine.calls.FPDFText_GetFontSize(text, index) * run.height;
  return { size, ...(turnOf(run) !== 0 && SLANTED) };
};

/** So many letters, from all over a page, tell which way it runs. */
const SAMPLES = 32;

const pageTurn = (open: OpenPage, text: number, count: number): Turn => {
  const step = Math.max(1, Math.floor(count / SAMPLES));
  const letters = Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
  const painted = letters.filter((index) => open.engine.calls.FPDFText_GetTextObject(text, index));
  return mostTurned(painted.map((index) => turnOf(runOf(open, text, index))));
};

/** PDFium's own sign for a hyphen that ends a line: it takes the word to go on in the next. */
const LINE_END_HYPHEN = 2;

const characterOf = ({ calls }: PdfEngine, text: number, index: number): string => {
  const unicode = calls.FPDFText_GetUnicode(text, index);
  if (unicode === LINE_END_HYPHEN && calls.FPDFText_IsHyphen(text, index) === 1) return '-';
  return unicode > 0 && unicode <= LAST_CODE_POINT ? String.fromCodePoint(unicode) : REPLACEMENT;
};

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

/** The glyphs of a loaded text page, or of those of its objects that are `wanted`. */
const textGlyphs = (
  page: OpenPage,
  text: number,
  wanted: { has: (object: number) => boolean } | null,
): Glyph[] => {
  const { engine, scratch, toDisplay } = page;
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
    if (wanted && !wanted.has(object)) continue;
    if (!isPainted(engine, text, index, object)) continue;
    const { size, slanted }: Style = object === open?.object ? open : styleOf(page, text, index);
    calls.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const { HEAPF64 } = memory;
    const { x, y } = toDisplay(HEAPF64[scratch / 8] ?? 0, HEAPF64[scratch / 8 + 1] ?? 0);
    const character = characterOf(engine, text, index);
    const glyph: Glyph = { text: character, x, y, right: x, size, object };
    if (slanted) glyph.slanted = true;
    close(glyph);
    glyphs.push(glyph);
    open = glyph;
    openIndex = index;
  }
  close(null);
  return glyphs;
};

/** More characters than this stand on no page of a sheet; the densest have 8,000. */
const MAX_GLYPHS_A_PAGE = 100_000;

/** Stands for a page that is too much to read, so that nobody trusts the rest: it shows as text that cannot be decoded. */
const UNREADABLE: Glyph = { text: REPLACEMENT, x: 0, y: 0, right: 1, size: 1, object: 0 };

/** Turns the page upright, where its letters run elsewhere. */
const setUpright = (open: OpenPage, text: number, count: number): void => {
  open.turn = pageTurn(open, text, count);
  open.toDisplay = turnedUpright(open.toDisplay, open.turn, open.size);
};

/** Loads the page's text and reads it; one with more than `most` characters is a single glyph that cannot be decoded. */
const readGlyphs = (
  open: OpenPage,
  most: number,
  wanted: { has: (object: number) => boolean } | null = null,
): Glyph[] => {
  const { api } = open.engine;
  const text = api.FPDFText_LoadPage(open.page);
  if (!text) return [];
  try {
    const count = api.FPDFText_CountChars(text);
    const tooMany = count > Math.min(most, MAX_GLYPHS_A_PAGE);
    if (open.turn === null) setUpright(open, text, count);
    return tooMany ? [UNREADABLE] : textGlyphs(open, text, wanted);
  } finally {
    api.FPDFText_ClosePage(text);
  }
};

const allGlyphs = (open: OpenPage, most: number): Glyph[] => {
  const shown = readGlyphs(open, most);
  if (shown[0] === UNREADABLE) return shown;
  const seen = new Set(objectsOf(shown));
  const { moved, order } = moveHidden(open.engine, open.page, seen, open.scratch);
  if (moved.size === 0) return asPainted(shown, order);
  const hidden = readGlyphs(open, most, moved);
  if (hidden[0] === UNREADABLE) return hidden;
  const found = withoutShadows(putBack(hidden, moved, open.toDisplay), shown);
  return asPainted([...shown, ...found], order);
};

/** The glyphs of a loaded page, `number` from 1, in the order painted; one with more than `most` is a single one that cannot be decoded. */
export const glyphsOfPage = (
  engine: PdfEngine,
  page: number,
  number: number,
  most: number,
): GlyphPage => {
  const { api, calls } = engine;
  const scratch = calls.malloc(SCRATCH_BYTES);
  try {
    const toDisplay = displayOf(engine, page, scratch + BOX_AT);
    const size = { width: api.FPDF_GetPageWidthF(page), height: api.FPDF_GetPageHeightF(page) };
    const open: OpenPage = { engine, page, scratch, toDisplay, size, turn: null };
    const glyphs = allGlyphs(open, most);
    const turn = open.turn ?? 0;
    return { page: number, ...sizeUpright(turn, size), glyphs, ...(turn !== 0 && { turn }) };
  } finally {
    calls.free(scratch);
  }
};
