/** What the pool and its threads say to each other. */
import type { HeatSheet, PdfErrorCode, ReadProgress } from '@heatsync/heatsheet';

export type ThreadData = { maxMemoryMb: number };
export type ReadRequest = { pdf: Uint8Array; maxPages: number };
export type ThreadAnswer =
  | { type: 'progress'; progress: ReadProgress }
  | { type: 'sheet'; sheet: HeatSheet }
  | { type: 'error'; code: PdfErrorCode };
