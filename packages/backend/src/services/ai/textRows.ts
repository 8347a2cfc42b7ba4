/** A read sheet's pages as rows of text with their places, in reading order. Pure. */
import { countIn, readTypedName, type HeatSheet } from '@heatsync/heatsheet';
import type { Place } from '@heatsync/heatsheet/types.ts';

export type TextRow = Pick<Place, 'page' | 'box' | 'line'>;

const placesOf = ({ events, lines }: HeatSheet): TextRow[] => {
  const entries = events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));
  const read = entries.flatMap((entry) => [entry, ...(entry.relay?.legs ?? [])]);
  return [...lines, ...read].map(({ page, box, line }) => ({ page, box, line }));
};

const inOrder = (a: TextRow, b: TextRow): number =>
  a.page - b.page || a.box[1] - b.box[1] || a.box[0] - b.box[0];

/** Legs that share a row give it once. */
const once = (rows: TextRow[]): TextRow[] => [
  ...new Map(rows.map((row) => [JSON.stringify([row.page, row.box[1], row.line]), row])).values(),
];

export const textRows = (sheet: HeatSheet): TextRow[] => once(placesOf(sheet)).toSorted(inOrder);

/** Whether a row names this swimmer, in whatever order. */
export const namesSwimmer = (line: string, swimmer: string): boolean =>
  countIn(line, readTypedName(swimmer).flat()) > 0;
