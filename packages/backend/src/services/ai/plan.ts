/** Which pages the AI model has to see for these swimmers: as few as will do. Pure. */
import { createHash } from 'node:crypto';
import { findSwimmer, type HeatSheet } from '@heatsync/heatsheet';
import { namesSwimmer, textRows, type TextRow } from './textRows.ts';

/** More pages a request make models careless, and their answers long. */
export const PAGES_A_REQUEST = 10;

/** Pages that hold text but nothing an AI model should add to: what they are is known. */
const WITHOUT_RACES = new Set<HeatSheet['kind']>(['results', 'session_report', 'relay_roster']);

/** Characters that no font has a meaning for. */
const BROKEN = /[\p{Co}\p{Cn}\uFFFD]/gu;
const MAX_BROKEN = 0.05;

const isBroken = (rows: readonly TextRow[]): boolean => {
  const text = rows.map(({ line }) => line).join('');
  return (text.match(BROKEN)?.length ?? 0) > text.length * MAX_BROKEN;
};

export type Plan = {
  /** Pages without text that can be read: they can only be shown as they are. */
  pictures: number[];
  /** For each swimmer the pages that name them in places which the reader cannot explain. */
  texts: Map<string, number[]>;
  rows: TextRow[];
};

const pagesOf = (rows: readonly TextRow[]): number[] => [...new Set(rows.map(({ page }) => page))];

const pagesNaming = (sheet: HeatSheet, rows: readonly TextRow[], swimmer: string): number[] => {
  const { mentions } = findSwimmer(sheet, swimmer);
  if (mentions.found === mentions.explained) return [];
  return pagesOf(rows.filter(({ line }) => namesSwimmer(line, swimmer)));
};

/** Nothing for a sheet that the reader is sure of. */
export const planReading = (sheet: HeatSheet, swimmers: readonly string[]): Plan => {
  if (sheet.confident || WITHOUT_RACES.has(sheet.kind))
    return { pictures: [], texts: new Map(), rows: [] };
  const byPage = Map.groupBy(textRows(sheet), ({ page }) => page);
  const all = Array.from({ length: sheet.pages }, (_, index) => index + 1);
  const pictures = all.filter((page) => isBroken(byPage.get(page) ?? []) || !byPage.has(page));
  const rows = all
    .filter((page) => !pictures.includes(page))
    .flatMap((page) => byPage.get(page) ?? []);
  const texts = swimmers
    .map((swimmer) => [swimmer, pagesNaming(sheet, rows, swimmer)] as const)
    .filter(([, pages]) => pages.length > 0);
  return { pictures, texts: new Map(texts), rows };
};

/** Pages in slices that fit one request. */
export const slicesOf = (pages: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(pages.length / PAGES_A_REQUEST) }, (_, index) =>
    pages.slice(index * PAGES_A_REQUEST, (index + 1) * PAGES_A_REQUEST),
  );

/** Names what is sent of a PDF as a checksum names a file. */
export const keyOf = (
  checksum: string,
  what: 'text' | 'pictures',
  pages: readonly number[],
): string =>
  createHash('sha256')
    .update(JSON.stringify([checksum, what, pages]))
    .digest('hex')
    .slice(0, 32);
