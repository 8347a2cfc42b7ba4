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

/** What the AI model said of a link: its kind, and the session in the link's own words. */
export type Sorted = { kind: SheetKind; session: string | null };

const NO_ADVICE: ReadonlyMap<number, Sorted> = new Map();

const toSheet = (candidate: Candidate, sorted: Sorted | undefined): DiscoveredSheet => {
  const kind = sorted?.kind ?? guessKind(candidate).kind;
  const { url, size } = candidate;
  const own = nameOf(candidate);
  const session = sorted?.session;
  const name = session && !own.includes(session) ? tidy(`${session}: ${own}`) : own;
  return { url, name, ...(kind && { kind }), ...(size && { size }) };
};

/** The sheets in the order of their use, otherwise as on the page. `sorted` goes before our own rule, by place in the list. */
export const toSheets = (candidates: Candidate[], sorted = NO_ADVICE): DiscoveredSheet[] =>
  candidates
    .map((candidate, index) => toSheet(candidate, sorted.get(index)))
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
