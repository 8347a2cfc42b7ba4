import type { Place, Warning } from '../types.ts';

/** A doubt about one row of the sheet: what is wrong, and the row's own text. */
export const rowDoubt = ({ page, line }: Place, text: string): Warning => ({
  reason: 'rows_explained',
  page,
  text: `${text}: ${line}`,
});
