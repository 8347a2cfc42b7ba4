import type { PdfErrorCode } from '@heatsync/heatsheet';

export type SheetReadCode = PdfErrorCode | 'TIMEOUT' | 'ABORTED';

/** A PDF was not read: it is no readable one, took too long, or nobody wants it any more. */
export class SheetReadError extends Error {
  override readonly name = 'SheetReadError';
  readonly code: SheetReadCode;

  constructor(code: SheetReadCode) {
    super(code);
    this.code = code;
  }
}
