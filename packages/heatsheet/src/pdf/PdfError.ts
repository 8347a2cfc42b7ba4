import type { PdfErrorCode } from '../types.ts';

/** Bytes that are no readable PDF. Everything else is read as far as it goes. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;

  constructor(code: PdfErrorCode) {
    super(code);
    this.name = 'PdfError';
    this.code = code;
  }
}
