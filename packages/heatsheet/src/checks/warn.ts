import type { CheckName, Warning } from '../types.ts';

/** What a check found on a page, in words. */
export const warn = (reason: CheckName, page: number, text: string): Warning => ({
  reason,
  page,
  text,
});
