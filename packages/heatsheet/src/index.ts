export * from './createReader.ts';
export * from './pdf/PdfError.ts';
export { READER_VERSION } from './readPages.ts';
export * from './report.ts';
export type * from './types.ts';
