import { cutPages } from './pdf/cutPages.ts';
import { readPages as readPdf, withDocument } from './pdf/document.ts';
import { startEngine, type PdfEngine } from './pdf/engine.ts';
import { PdfError } from './pdf/PdfError.ts';
import { pictureOfPage, type Picture, type PictureOptions } from './pdf/picture.ts';
import { readText, toTextPage } from './readPages.ts';
import type { HeatSheet, ReadOptions } from './types.ts';

export type Reader = {
  /**
   * PDF bytes → sheet. Throws `PdfError` (`NOT_A_PDF`, `ENCRYPTED`, `DAMAGED`, `TOO_MANY_PAGES`) for bytes that are no readable
   * PDF; for everything else it returns what it understood and what it did not.
   */
  read: (pdf: Uint8Array, options?: ReadOptions) => Promise<HeatSheet>;
  /** A page (from 1), or a box of it, as a picture. Throws as `read`; a page that is not there is `DAMAGED`. */
  renderPage: (pdf: Uint8Array, page: number, options: PictureOptions) => Promise<Picture>;
  /** A PDF of some pages (from 1, in their order) alone. Throws as `renderPage`. */
  cutPages: (pdf: Uint8Array, pages: readonly number[]) => Promise<Uint8Array<ArrayBuffer>>;
};

export const DEFAULT_MAX_PAGES = 500;
export const DEFAULT_MAX_MEMORY_MB = 512;

/** An engine never gives memory back: one that grew larger than this on a rare file is replaced. */
const KEEP_ENGINE_MB = 128;

/** What WebAssembly throws out of memory or stack, and on a trap. */
const ENGINE_FAILURES = new Set(['RuntimeError', 'RangeError']);

const memoryMb = ({ memory }: PdfEngine): number => memory.HEAPU8.length / 2 ** 20;

const isEngineFailure = (error: unknown): boolean =>
  error instanceof Error && ENGINE_FAILURES.has(error.name);

/**
 * A reader on an engine of its own. `wasm` is the content of `@embedpdf/pdfium/pdfium.wasm`, passed in because this room also
 * runs in browsers: in Node use `createNodeReader` of `@heatsync/heatsheet/node`, in a browser fetch it. Reading blocks its
 * thread; give it one. A PDF that breaks the engine, or needs more than `maxMemoryMb`, is `DAMAGED`; the next one gets a new engine.
 */
export const createReader = async (options: {
  wasm: Uint8Array;
  maxMemoryMb?: number;
}): Promise<Reader> => {
  const start = () => startEngine(options.wasm, options.maxMemoryMb ?? DEFAULT_MAX_MEMORY_MB);
  let engine = await start();
  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      const result = work();
      if (memoryMb(engine) > KEEP_ENGINE_MB) engine = await start();
      return result;
    } catch (error) {
      if (!isEngineFailure(error)) throw error;
      engine = await start();
      throw new PdfError('DAMAGED');
    }
  };
  return {
    read: (pdf, { maxPages = DEFAULT_MAX_PAGES, onProgress } = {}) =>
      guarded(() =>
        readText(
          readPdf(engine, pdf, maxPages, (page, pages) => {
            onProgress?.({ page: page.page, pages });
            return toTextPage(page);
          }),
        ),
      ),
    renderPage: (pdf, page, options) =>
      guarded(() =>
        withDocument(engine, pdf, Infinity, (document) =>
          pictureOfPage(engine, document, page, options),
        ),
      ),
    cutPages: (pdf, pages) =>
      guarded(() =>
        withDocument(engine, pdf, Infinity, (document) => cutPages(engine, document, pages)),
      ),
  };
};
