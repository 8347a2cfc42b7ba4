/** From the page's own coordinates (from the bottom left) to those of the page as displayed (from the top left). */
import { floatsAt, type PdfEngine } from './engine.ts';

export type ToDisplay = (x: number, y: number) => { x: number; y: number };
export type Bounds = { left: number; top: number; right: number; bottom: number };

const turned = (rotation: number, { left, top, right, bottom }: Bounds): ToDisplay => {
  if (rotation === 1) return (x, y) => ({ x: y - bottom, y: x - left });
  if (rotation === 2) return (x, y) => ({ x: right - x, y: y - bottom });
  if (rotation === 3) return (x, y) => ({ x: top - y, y: right - x });
  return (x, y) => ({ x: x - left, y: top - y });
};

/** Four floats of the engine's memory: the two horizontal edges of an FS_RECTF come first and third. */
export const boundsAt = (engine: PdfEngine, pointer: number): Bounds => {
  const [left, top, right, bottom] = floatsAt(engine, pointer);
  return { left, top, right, bottom };
};

/** How a loaded page is displayed: turned, and cut to its crop box inside its media box. `scratch` holds 16 bytes. */
export const displayOf = (engine: PdfEngine, page: number, scratch: number): ToDisplay => {
  engine.api.FPDF_GetPageBoundingBox(page, scratch);
  return turned(engine.api.FPDFPage_GetRotation(page), boundsAt(engine, scratch));
};
