/** Glyphs → runs: the pieces of text that the sheet's own software painted in one go. */
import type { Glyph, GlyphPage } from '../types.ts';

/** `right` is where the next character would begin. */
export type Run = { text: string; x: number; y: number; right: number; size: number };

/** Microsoft Print To PDF and macOS Quartz write this for an f in front of i or l. */
const LOST_F = '\u03D0';
const SAME_BASELINE = 1;
/** A wider gap inside a text object, in sizes, begins another cell; two blanks of a typewriter are one. */
const CELL_GAP = 1.15;

const clean = (text: string): string => (text === LOST_F ? 'f' : text === '\u00A0' ? ' ' : text);

/** More objects a letter than this, and each letter is painted on its own: then a word goes on where the next letter touches it. */
const SINGLE_LETTERS = 0.7;
/** A narrower gap, in sizes, is no blank: the font kerns. */
export const NO_BLANK = 0.14;
/** No wider than a blank and a letter's kerning, in sizes. */
const LETTER_GAP = 0.4;

const isInLetters = (glyphs: Glyph[]): boolean => {
  let pieces = 0;
  let last = -1;
  for (const { object } of glyphs) {
    if (object !== last) pieces += 1;
    last = object;
  }
  return pieces > glyphs.length * SINGLE_LETTERS;
};

const continues = (run: Run, glyph: Glyph, gap: number): boolean =>
  Math.abs(run.y - glyph.y) < SAME_BASELINE &&
  glyph.x >= run.x &&
  glyph.x - run.right < gap * glyph.size;

/** Where letters are painted one by one, one that lies well left of the last one's end begins a cell, over which that one's text runs. */
const jumpsBack = (run: Run, glyph: Glyph): boolean =>
  glyph.x < run.right - LETTER_GAP * glyph.size;

const trimmed = (runs: Run[]): Run[] => {
  for (const run of runs) run.text = run.text.trim();
  return runs.filter((run) => run.text !== '');
};

/** More slanted letters than this share are no watermark, but a page laid on its side. */
const WATERMARK = 0.1;

const withoutWatermark = (glyphs: Glyph[]): Glyph[] => {
  if (!glyphs.some(({ slanted }) => slanted)) return glyphs;
  const upright = glyphs.filter(({ slanted }) => !slanted);
  return glyphs.length - upright.length > glyphs.length * WATERMARK ? glyphs : upright;
};

/** Bold by overprint: the same again, moved by less than this, in sizes. Two letters "l" lie farther apart. */
const OVERPRINT = 0.12;

const withoutOverprint = (runs: Run[]): Run[] => {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const isNear = ({ x, y }: Run) =>
      Math.max(Math.abs(x - run.x), Math.abs(y - run.y)) < OVERPRINT * run.size;
    if (same.some(isNear)) return false;
    same.push(run);
    seen.set(run.text, same);
    return true;
  });
};

/** The runs of a page, blanks at their ends cut off, empty ones, watermarks and what is painted twice dropped. */
export const toRuns = ({ glyphs }: GlyphPage): Run[] => {
  const runs: Run[] = [];
  let open: Run | null = null;
  let object = -1;
  const inLetters = isInLetters(glyphs);
  for (const glyph of withoutWatermark(glyphs)) {
    const blank = glyph.text.trim() === '';
    const goesOn: boolean = inLetters
      ? open !== null && continues(open, glyph, LETTER_GAP) && !jumpsBack(open, glyph)
      : open !== null && object === glyph.object && continues(open, glyph, CELL_GAP);
    if (open && goesOn) {
      const skipped = inLetters && glyph.x - open.right > NO_BLANK * glyph.size;
      open.text += (skipped && !open.text.endsWith(' ') ? ' ' : '') + clean(glyph.text);
      if (!blank) open.right = Math.max(open.right, glyph.right);
    } else if (!blank) {
      open = {
        text: clean(glyph.text),
        x: glyph.x,
        y: glyph.y,
        right: glyph.right,
        size: glyph.size,
      };
      object = glyph.object;
      runs.push(open);
    }
  }
  return withoutOverprint(trimmed(runs));
};
