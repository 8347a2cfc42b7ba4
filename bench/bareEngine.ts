/** The baseline of the reader's bench: PDFium alone, asked for the origin of every glyph, and nothing made of them. */
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const wasmPath = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');

export const loadBareEngine = async (): Promise<WrappedPdfiumModule> => {
  const wasm = await readFile(wasmPath);
  const engine = await init({ wasmBinary: wasm.buffer as ArrayBuffer });
  engine.PDFiumExt_Init();
  return engine;
};

const glyphsOfPage = (engine: WrappedPdfiumModule, document: number, index: number, at: number) => {
  const page = engine.FPDF_LoadPage(document, index);
  const text = engine.FPDFText_LoadPage(page);
  const count = engine.FPDFText_CountChars(text);
  for (let i = 0; i < count; i++) engine.FPDFText_GetCharOrigin(text, i, at, at + 8);
  engine.FPDFText_ClosePage(text);
  engine.FPDF_ClosePage(page);
  return count;
};

/** Asks for the origin of every glyph of a PDF; returns how many there are. */
export const readBare = (engine: WrappedPdfiumModule, pdf: Uint8Array): number => {
  const { malloc, free } = engine.pdfium.wasmExports as unknown as {
    malloc: (bytes: number) => number;
    free: (pointer: number) => void;
  };
  const file = malloc(pdf.length);
  const origin = malloc(16);
  (engine.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8.set(pdf, file);
  const document = engine.FPDF_LoadMemDocument(file, pdf.length, '');
  let glyphs = 0;
  for (let page = 0; page < engine.FPDF_GetPageCount(document); page++)
    glyphs += glyphsOfPage(engine, document, page, origin);
  engine.FPDF_CloseDocument(document);
  free(origin);
  free(file);
  return glyphs;
};
