/** What the pool and its threads say to each other. */
import type { HeatSheet, PdfErrorCode, ReadProgress } from '@heatsync/heatsheet';

export type ThreadData = { maxMemoryMb: number };
export type ThreadRequest = { pdf: Uint8Array } & (
  | { type: 'read'; maxPages: number }
  /** The page (from 1) as PNG. */
  | { type: 'picture'; page: number; scale: number }
  /** A PDF of these pages alone. */
  | { type: 'cut'; pages: readonly number[] }
  /** Which of these pages have anything on them. */
  | { type: 'inked'; pages: readonly number[] }
);
export type ThreadAnswer =
  | { type: 'progress'; progress: ReadProgress }
  | { type: 'sheet'; sheet: HeatSheet }
  | { type: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'pages'; pages: number[] }
  | { type: 'error'; code: PdfErrorCode };
/** What a request is answered with in the end. */
export type ThreadResult = Exclude<ThreadAnswer, { type: 'progress' | 'error' }>;
