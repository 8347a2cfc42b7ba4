/** The PDF engine: PDFium as WebAssembly. Only this room knows it. */
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { limitMemory } from './memoryLimit.ts';

export type PdfEngine = WrappedPdfiumModule & { heap: () => DataView; bytes: () => Uint8Array };

export type Allocator = { malloc: (bytes: number) => number; free: (pointer: number) => void };

/**
 * Starts an engine on the bytes of `@embedpdf/pdfium/pdfium.wasm`, which the caller loads: from disk in Node, by fetch in a
 * browser. Its memory never shrinks, and never holds more than `maxMemoryMb`.
 */
export const startEngine = async (wasm: Uint8Array, maxMemoryMb: number): Promise<PdfEngine> => {
  const module = await init({ wasmBinary: limitMemory(wasm, maxMemoryMb).buffer });
  module.PDFiumExt_Init();
  const heap = module.pdfium as unknown as { HEAPU8: Uint8Array };
  return Object.assign(module, {
    bytes: () => heap.HEAPU8,
    heap: () => new DataView(heap.HEAPU8.buffer),
  });
};

export const allocatorOf = (engine: PdfEngine): Allocator =>
  engine.pdfium.wasmExports as unknown as Allocator;
