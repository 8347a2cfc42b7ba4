/** Draws an arm card as a PNG, so that it can be a phone's lock screen or go to the coach. */
import type { ArmCard } from '../model/armCard.ts';

export type CardTexts = {
  /** "Ada, Sat 12 June". */
  title: string;
  /** Heads of the three columns of figures, then of the stroke. */
  heads: readonly [event: string, heat: string, lane: string, stroke: string];
  /** Below a card with a race that sheets disagree about. */
  doubt: string;
};

const WIDTH = 1080;
const MARGIN = 60;
const TITLE = 130;
const HEAD = 70;
const ROW = 130;
const NOTE = 70;
const COLUMN = 170;
const STROKE_X = MARGIN + 3 * COLUMN + 20;
const FONT = '"Archivo Variable", "Helvetica Neue", Arial, sans-serif';
const PAPER = '#ffffff';
const INK = '#0d1b2a';
const RULE = '#999999';

/** Writes in the largest size, up to `size`, at which the text fits `width`. */
const write = (
  pen: CanvasRenderingContext2D,
  text: string,
  { x, y, size, width }: { x: number; y: number; size: number; width: number },
): void => {
  pen.font = `700 ${size}px ${FONT}`;
  const wide = pen.measureText(text).width;
  if (wide > width) pen.font = `700 ${Math.floor((size * width) / wide)}px ${FONT}`;
  pen.fillText(text, x, y);
};

const drawRow = (
  pen: CanvasRenderingContext2D,
  cells: readonly string[],
  { y, size }: { y: number; size: number },
): void => {
  const [stroke = '', ...figures] = cells.toReversed();
  pen.textAlign = 'center';
  for (const [index, figure] of figures.toReversed().entries())
    write(pen, figure, { x: MARGIN + (index + 0.5) * COLUMN, y, size, width: COLUMN - 20 });
  pen.textAlign = 'left';
  write(pen, stroke, {
    x: STROKE_X,
    y,
    size: Math.min(size, 52),
    width: WIDTH - MARGIN - STROKE_X,
  });
};

const drawTitle = (pen: CanvasRenderingContext2D, title: string, marker: string): void => {
  pen.fillStyle = marker;
  pen.fillRect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, TITLE - 30);
  pen.fillStyle = INK;
  pen.textAlign = 'left';
  write(pen, title, {
    x: MARGIN + 24,
    y: MARGIN + (TITLE - 30) / 2,
    size: 60,
    width: WIDTH - 2 * MARGIN - 48,
  });
};

/** A PNG 1080 pixels wide; `marker` is the colour of the child's stroke. Rejects where the browser cannot draw. */
export const drawCard = async (
  { rows, isDoubtful }: ArmCard,
  { title, heads, doubt }: CardTexts,
  marker: string,
): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  const end = MARGIN + TITLE + HEAD + rows.length * ROW;
  canvas.height = end + (isDoubtful ? NOTE : 0) + MARGIN;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw the card.');
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = 'middle';
  drawTitle(pen, title, marker);
  drawRow(pen, heads, { y: MARGIN + TITLE + HEAD / 2, size: 34 });
  for (const [index, { event, heat, lane, stroke }] of rows.entries()) {
    const top = MARGIN + TITLE + HEAD + index * ROW;
    pen.fillStyle = RULE;
    pen.fillRect(MARGIN, top, WIDTH - 2 * MARGIN, 2);
    pen.fillStyle = INK;
    drawRow(pen, [event, heat, lane, stroke], { y: top + ROW / 2, size: 84 });
  }
  if (isDoubtful)
    write(pen, doubt, { x: MARGIN, y: end + NOTE / 2, size: 34, width: WIDTH - 2 * MARGIN });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture came.')))),
  );
};
