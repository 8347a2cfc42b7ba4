/** A document of some of another one's pages. */
import type { PdfEngine } from './engine.ts';
import { PdfError } from './PdfError.ts';

const save = ({ api, calls, memory }: PdfEngine, document: number): Uint8Array<ArrayBuffer> => {
  const writer = api.PDFiumExt_OpenFileWriter();
  let bytes = 0;
  try {
    api.PDFiumExt_SaveAsCopy(document, writer);
    const size = api.PDFiumExt_GetFileWriterSize(writer);
    bytes = calls.malloc(size);
    if (!bytes || size === 0) throw new PdfError('DAMAGED');
    api.PDFiumExt_GetFileWriterData(writer, bytes, size);
    return new Uint8Array(memory.HEAPU8.subarray(bytes, bytes + size));
  } finally {
    calls.free(bytes);
    api.PDFiumExt_CloseFileWriter(writer);
  }
};

/** The bytes of a PDF that holds these pages (from 1) of an open document. Throws `PdfError` (`DAMAGED`) if one is not there. */
export const cutPages = (
  engine: PdfEngine,
  document: number,
  pages: readonly number[],
): Uint8Array<ArrayBuffer> => {
  const { api } = engine;
  const part = api.FPDF_CreateNewDocument();
  try {
    if (!api.FPDF_ImportPages(part, document, pages.join(','), 0)) throw new PdfError('DAMAGED');
    return save(engine, part);
  } finally {
    api.FPDF_CloseDocument(part);
  }
};
