/** From links to the list that a person ticks: kind, name, order. Pure. */
import type { SheetKind } from '@heatsync/heatsheet';
import type { DiscoveredSheet } from '@heatsync/shared';
import { guessKind } from './kinds.ts';
import type { Link } from './links.ts';
import { tidy } from './page.ts';

/** A link that was looked at; `size` in bytes where its server tells. */
export type Candidate = Link & { size?: number };

/** What gives races first; what says nothing of itself before what is surely no sheet. */
const ORDER: (SheetKind | undefined)[] = [
  'heat_sheet',
  'session_report',
  undefined,
  'psych_sheet',
  'entry_book',
  'relay_roster',
  'results',
  'other',
];

/** `session-1_heat%20sheet.pdf` as a person would say it. */
const readable = (file: string): string =>
  tidy(file.replace(/\.pdf$/i, '').replace(/[-_+]+/g, ' '));

const nameOf = ({ text, file, around }: Link): string => {
  const own = tidy(text) || readable(file);
  return own.length > 2 ? own : tidy(`${around} ${own}`);
};

const toSheet = (candidate: Candidate): DiscoveredSheet => {
  const { kind } = guessKind(candidate);
  const { url, size } = candidate;
  return { url, name: nameOf(candidate), ...(kind && { kind }), ...(size && { size }) };
};

/** The sheets in the order of their use, otherwise as on the page. */
export const toSheets = (candidates: Candidate[]): DiscoveredSheet[] =>
  candidates
    .map(toSheet)
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
