import { readPages as readPdf } from './pdf/document.ts';
import { startEngine } from './pdf/engine.ts';
import { readPages } from './readPages.ts';
import type { HeatSheet, ReadOptions } from './types.ts';

export type Reader = {
  /**
   * PDF bytes → sheet. Throws `PdfError` (`NOT_A_PDF`, `ENCRYPTED`, `DAMAGED`, `TOO_MANY_PAGES`) for bytes that are no readable
   * PDF; for everything else it returns what it understood and what it did not.
   */
  read: (pdf: Uint8Array, options?: ReadOptions) => Promise<HeatSheet>;
};

export const DEFAULT_MAX_PAGES = 500;
export const DEFAULT_MAX_MEMORY_MB = 512;

/**
 * A reader on an engine of its own. `wasm` is the content of `@embedpdf/pdfium/pdfium.wasm`: in Node use
 * `createNodeReader` of `@heatsync/heatsheet/node`, in a browser fetch it. Reading blocks its thread; give it one.
 */
export const createReader = async (options: {
  wasm: Uint8Array;
  maxMemoryMb?: number;
}): Promise<Reader> => {
  const engine = await startEngine(options.wasm, options.maxMemoryMb ?? DEFAULT_MAX_MEMORY_MB);
  return {
    read: async (pdf, { maxPages = DEFAULT_MAX_PAGES, onProgress } = {}) =>
      readPages(readPdf(engine, pdf, maxPages, (page, pages) => onProgress?.({ page, pages }))),
  };
};
