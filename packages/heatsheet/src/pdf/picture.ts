/** A page, or a box of it, as a picture. */
import type { Box } from '../types.ts';
import type { PdfEngine } from './engine.ts';
import { PdfError } from './PdfError.ts';

/** `rgba` has four bytes a point of the picture, row by row from the top left; nothing is see-through. */
export type Picture = { width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> };

export type PictureOptions = {
  /** Points of the picture a PDF point: 2 is 144 dpi. */
  scale: number;
  /** Only this part of the page, in points from the top left as displayed; else all of it. */
  box?: Box;
};

/** A larger picture than this is made smaller: 80 MB are enough for any page. */
const MAX_PIXELS = 20_000_000;
const WHITE = 0xffffffff;
/** From PDFium's public headers: `FPDF_ANNOT` and `FPDF_REVERSE_BYTE_ORDER`, which gives RGBA for BGRA. */
const FLAGS = 0x01 | 0x10;

type Area = { left: number; top: number; width: number; height: number };

const areaOf = ([left, top, right, bottom]: Box): Area => ({
  left,
  top,
  width: Math.max(0, right - left),
  height: Math.max(0, bottom - top),
});

const fit = ({ width, height }: Area, scale: number): number =>
  Math.min(scale, Math.sqrt(MAX_PIXELS / Math.max(1, width * height)));

const copyOf = ({ api, memory }: PdfEngine, bitmap: number, width: number, height: number) => {
  const [start, stride] = [api.FPDFBitmap_GetBuffer(bitmap), api.FPDFBitmap_GetStride(bitmap)];
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = start + row * stride;
    rgba.set(memory.HEAPU8.subarray(from, from + width * 4), row * width * 4);
  }
  return rgba;
};

const paint = (engine: PdfEngine, page: number, { scale, box }: PictureOptions): Picture => {
  const { api } = engine;
  const [pageWidth, pageHeight] = [api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)];
  const area = areaOf(box ?? [0, 0, pageWidth, pageHeight]);
  const fitted = fit(area, scale);
  const sized = (points: number) => Math.max(1, Math.round(points * fitted));
  const [width, height] = [sized(area.width), sized(area.height)];
  const bitmap = api.FPDFBitmap_Create(width, height, 0);
  if (!bitmap) throw new PdfError('DAMAGED');
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const [left, top] = [Math.round(-area.left * fitted), Math.round(-area.top * fitted)];
    const [across, down] = [sized(pageWidth), sized(pageHeight)];
    api.FPDF_RenderPageBitmap(bitmap, page, left, top, across, down, 0, FLAGS);
    return { width, height, rgba: copyOf(engine, bitmap, width, height) };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
};

/** Paints a page (from 1) of an open document. Throws `PdfError` (`DAMAGED`) for a page that is not there. */
export const pictureOfPage = (
  engine: PdfEngine,
  document: number,
  number: number,
  options: PictureOptions,
): Picture => {
  const page = engine.api.FPDF_LoadPage(document, number - 1);
  if (!page) throw new PdfError('DAMAGED');
  try {
    return paint(engine, page, options);
  } finally {
    engine.api.FPDF_ClosePage(page);
  }
};
