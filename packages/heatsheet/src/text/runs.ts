/** Glyphs → runs: the pieces of text that the sheet's own software painted in one go. */
import type { Glyph, GlyphPage } from '../types.ts';

/** `right` is where the next character would begin. */
export type Run = { text: string; x: number; y: number; right: number; size: number };

/** Microsoft Print To PDF and macOS Quartz write this for an f in front of i or l. */
const LOST_F = '\u03D0';
const SAME_BASELINE = 1;
/** A wider gap inside a text object, in sizes, begins another cell. */
const CELL_GAP = 1.2;

const clean = (text: string): string => (text === LOST_F ? 'f' : text === '\u00A0' ? ' ' : text);

const continues = (run: Run, object: number, glyph: Glyph): boolean =>
  object === glyph.object &&
  Math.abs(run.y - glyph.y) < SAME_BASELINE &&
  glyph.x >= run.x &&
  glyph.x - run.right < CELL_GAP * glyph.size;

const trimmed = (runs: Run[]): Run[] =>
  runs.map((run) => ({ ...run, text: run.text.trim() })).filter((run) => run.text !== '');

/** The runs of a page, blanks at their ends cut off, empty ones dropped. */
export const toRuns = ({ glyphs }: GlyphPage): Run[] => {
  const runs: Run[] = [];
  let open: Run | null = null;
  let object = -1;
  for (const glyph of glyphs) {
    const blank = glyph.text.trim() === '';
    if (open && continues(open, object, glyph)) {
      open.text += clean(glyph.text);
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
  return trimmed(runs);
};
