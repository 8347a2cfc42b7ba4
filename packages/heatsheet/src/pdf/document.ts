import type { GlyphPage } from '../types.ts';
import type { PdfEngine } from './engine.ts';
import { glyphsOfPage } from './glyphs.ts';
import { PdfError } from './PdfError.ts';

const FPDF_ERR_PASSWORD = 4;
/** How far into a file its `%PDF-` may stand (ISO 32000-1, annex H). */
const HEADER_WITHIN = 1024;

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-');

const openDocument = ({ api }: PdfEngine, file: number, size: number): number => {
  const document = api.FPDF_LoadMemDocument(file, size, '');
  if (document) return document;
  throw new PdfError(api.FPDF_GetLastError() === FPDF_ERR_PASSWORD ? 'ENCRYPTED' : 'DAMAGED');
};

const pageCount = ({ api }: PdfEngine, document: number, maxPages: number): number => {
  const pages = api.FPDF_GetPageCount(document);
  if (pages === 0) throw new PdfError('DAMAGED');
  if (pages > maxPages) throw new PdfError('TOO_MANY_PAGES');
  return pages;
};

/**
 * What `use` makes of an opened document and its number of pages. Throws `PdfError`: `NOT_A_PDF`, `ENCRYPTED` (not for a file
 * that opens with the empty password), `DAMAGED`, `TOO_MANY_PAGES`. Whatever happens, the document's memory is given back.
 */
export const withDocument = <T>(
  engine: PdfEngine,
  pdf: Uint8Array,
  maxPages: number,
  use: (document: number, pages: number) => T,
): T => {
  if (!isPdf(pdf)) throw new PdfError('NOT_A_PDF');
  const { api, calls, memory } = engine;
  const file = calls.malloc(pdf.length);
  if (!file) throw new PdfError('DAMAGED');
  memory.HEAPU8.set(pdf, file);
  let document = 0;
  try {
    document = openDocument(engine, file, pdf.length);
    return use(document, pageCount(engine, document, maxPages));
  } finally {
    if (document) api.FPDF_CloseDocument(document);
    calls.free(file);
  }
};

/** More characters than this no sheet has; they would take all time and memory. */
const MAX_GLYPHS = 4_000_000;

/**
 * Loads one page after the other. A page stays open until the next one is: else PDFium would forget the fonts that both use, and
 * read them anew.
 */
const pageByPage = <T>(
  { api }: PdfEngine,
  document: number,
  pages: number,
  use: (page: number, number: number) => T,
): T[] => {
  let open = 0;
  const turnTo = (index: number): number => {
    const page = api.FPDF_LoadPage(document, index);
    if (open) api.FPDF_ClosePage(open);
    open = page;
    return page;
  };
  try {
    return Array.from({ length: pages }, (_, index) => use(turnTo(index), index + 1));
  } finally {
    if (open) api.FPDF_ClosePage(open);
  }
};

/**
 * What `take` makes of every page's glyphs, page by page, so that no two pages' glyphs are held at once; a page that cannot be
 * loaded has none. Throws what `withDocument` throws.
 */
export const readPages = <T>(
  engine: PdfEngine,
  pdf: Uint8Array,
  maxPages: number,
  take: (page: GlyphPage, pages: number) => T,
): T[] =>
  withDocument(engine, pdf, maxPages, (document, pages) => {
    let left = MAX_GLYPHS;
    return pageByPage(engine, document, pages, (loaded, number) => {
      const page: GlyphPage = loaded
        ? glyphsOfPage(engine, loaded, number, left)
        : { page: number, width: 0, height: 0, glyphs: [] };
      left -= page.glyphs.length;
      return take(page, pages);
    });
  });
