/** The PDF engine: PDFium as WebAssembly. Only this room knows it. */
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { limitMemory } from './memoryLimit.ts';

type Call = (...args: number[]) => number;

/**
 * What is called once a character or more often: PDFium's own exports, since the package's wrappers take fifteen times as
 * long. Pointers and numbers in, a number out.
 */
type Calls = Record<
  | 'malloc'
  | 'free'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_GetCharOrigin'
  | 'FPDFText_GetLooseCharBox'
  | 'FPDFText_GetTextObject'
  | 'FPDFText_GetFontSize'
  | 'FPDFText_GetMatrix'
  | 'FPDFText_IsGenerated'
  | 'FPDFText_IsHyphen'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFFormObj_CountObjects'
  | 'FPDFFormObj_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFPageObj_GetBounds'
  | 'FPDFPageObj_GetMatrix'
  | 'FPDFPageObj_Transform',
  Call
>;

/** Views of the engine's memory; they are new ones after it has grown, so take them when needed. */
type Memory = { HEAPU8: Uint8Array; HEAPF32: Float32Array; HEAPF64: Float64Array };

export type PdfEngine = { api: WrappedPdfiumModule; calls: Calls; memory: Memory };

type Floats = [number, number, number, number];

/** Four floats at a pointer; a view of them would take longer to make than they to read. */
export const floatsAt = ({ memory: { HEAPF32 } }: PdfEngine, pointer: number): Floats => {
  const at = pointer / 4;
  return [HEAPF32[at] ?? 0, HEAPF32[at + 1] ?? 0, HEAPF32[at + 2] ?? 0, HEAPF32[at + 3] ?? 0];
};

/**
 * Starts an engine on the bytes of `@embedpdf/pdfium/pdfium.wasm`, which the caller loads: from disk in Node, by fetch in a
 * browser. Its memory never shrinks, and never holds more than `maxMemoryMb`.
 */
export const startEngine = async (wasm: Uint8Array, maxMemoryMb: number): Promise<PdfEngine> => {
  const api = await init({
    wasmBinary: limitMemory(wasm, maxMemoryMb).buffer,
    // It reports running out of memory on the console before it throws.
    printErr: () => undefined,
  });
  api.PDFiumExt_Init();
  return {
    api,
    calls: api.pdfium.wasmExports as unknown as Calls,
    memory: api.pdfium as unknown as Memory,
  };
};
