/** A sheet checks itself: what should add up if nothing is missing. */
import { emptyHeaders } from './checks/emptyHeaders.ts';
import { eventsRunOn } from './checks/eventNumbers.ts';
import { heatsOf } from './checks/heats.ts';
import { lanesOnce } from './checks/lanes.ts';
import { pagesRunOn } from './checks/pageNumbers.ts';
import { undecodable } from './checks/undecodable.ts';
import { warn } from './checks/warn.ts';
import type { Reading } from './layouts/layout.ts';
import type { Check, CheckName, Heat, SheetEvent, SheetLine, Warning } from './types.ts';

/** Below this share of understood rows a sheet is not trusted. */
export const MIN_COVERAGE = 0.98;
export type Verdict = {
  checks: Check[];
  warnings: Warning[];
  coverage: number;
  confident: boolean;
};

const READ_KINDS = new Set(['heat_sheet', 'psych_sheet', 'session_report']);

/** A ranked list counts on; a tie repeats its rank. */
const ranksRunOn = (event: SheetEvent, heat: Heat): Warning[] => {
  if (heat.number !== null) return [];
  const ranks = heat.entries.flatMap((entry) => entry.rank ?? []);
  const gap = ranks.findIndex((rank, i) => rank !== i + 1 && rank !== ranks[i - 1]);
  if (gap < 0) return [];
  const text = `Event ${event.number}: rank ${ranks[gap]} stands at place ${gap + 1}.`;
  return [warn('ranks_run_on', heat.entries[gap]?.page ?? heat.page, text)];
};

const unexplained = ({ lines }: Reading): Warning[] =>
  lines
    .filter((line) => line.role === 'unknown')
    .map((line) => warn('rows_explained', line.page, line.line));

/** An unread row that could be somebody's race: a lane, alone or in front, or a time. */
const couldBeRace = ({ line }: SheetLine): boolean =>
  /^\d{1,3}(?:\s+\p{L}|$)/u.test(line) || /\d[.,]\d{2}(?!\d)|\bNT\b/.test(line);

const CHECKS: [CheckName, (reading: Reading) => Warning[]][] = [
  ['heats_of', (reading) => [...reading.events.flatMap(heatsOf), ...emptyHeaders(reading)]],
  ['lanes_once', ({ events }) => events.flatMap(lanesOnce)],
  [
    'ranks_run_on',
    ({ events }) =>
      events.flatMap((event) => event.heats.flatMap((heat) => ranksRunOn(event, heat))),
  ],
  ['pages_run_on', pagesRunOn],
  ['rows_explained', unexplained],
  ['text_decodable', undecodable],
  ['events_run_on', eventsRunOn],
  // Totals that a sheet prints: only its own layout can compare them.
  ['entries_total', () => []],
];

const countEntries = ({ events }: Reading): number =>
  events.flatMap((event) => event.heats).reduce((sum, heat) => sum + heat.entries.length, 0);

const coverageOf = (reading: Reading, unknown: number): number => {
  const rows = reading.lines.length + countEntries(reading);
  return rows === 0 ? 0 : 1 - unknown / rows;
};

/** A session report has no entries: its rows are what it must hold. */
const isFilled = (reading: Reading): boolean =>
  reading.kind === 'session_report'
    ? reading.sessions.some(({ rows }) => rows.length > 0)
    : countEntries(reading) > 0;

/**
 * Runs every check. A sheet whose heats or lanes do not add up, or with unread rows, is not to be trusted blindly. `doubts` are what
 * the layout found itself; those that belong to no check only warn.
 */
export const checkReading = (reading: Reading, doubts: Warning[] = []): Verdict => {
  const results = CHECKS.map(([name, check]) => ({
    name,
    warnings: [...check(reading), ...doubts.filter(({ reason }) => reason === name)],
  }));
  const others = doubts.filter(({ reason }) => !results.some(({ name }) => name === reason));
  const warnings = [...results.flatMap((result) => result.warnings), ...others];
  const unknown = warnings.filter((warning) => warning.reason === 'rows_explained').length;
  const coverage = coverageOf(reading, unknown);
  const failed =
    results.some(({ name, warnings: found }) => name !== 'rows_explained' && found.length > 0) ||
    doubts.some(({ reason }) => reason === 'rows_explained') ||
    reading.lines.some((line) => line.role === 'unknown' && couldBeRace(line));
  return {
    checks: results.map(({ name, warnings: found }) => ({
      name,
      ok: found.length === 0,
      detail: found.length === 0 ? 'ok' : `${found.length} found`,
    })),
    warnings,
    coverage,
    confident:
      READ_KINDS.has(reading.kind) && isFilled(reading) && !failed && coverage >= MIN_COVERAGE,
  };
};
