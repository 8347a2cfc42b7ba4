/** A sheet checks itself: what should add up if nothing is missing. */
import { emptyHeaders } from './checks/emptyHeaders.ts';
import { eventsRunOn } from './checks/eventNumbers.ts';
import { pagesRunOn } from './checks/pageNumbers.ts';
import type { Reading } from './layouts/layout.ts';
import type { Check, CheckName, Entry, Heat, SheetEvent, SheetLine, Warning } from './types.ts';

/** Below this share of understood rows a sheet is not trusted. */
export const MIN_COVERAGE = 0.98;
/** More undecodable characters than this share, and text is missing. */
const MAX_UNDECODABLE = 0.002;

export type Verdict = {
  checks: Check[];
  warnings: Warning[];
  coverage: number;
  confident: boolean;
};

const READ_KINDS = new Set(['heat_sheet', 'psych_sheet', 'session_report']);

const warn = (reason: CheckName, page: number, text: string): Warning => ({ reason, page, text });

/** How many heats they say there are, the most first. */
const ofsOf = (heats: Heat[]): number[] =>
  [...new Set(heats.flatMap(({ of }) => of ?? []))].toSorted((a, b) => b - a);

/** What is counted anew: half of the prelims and half of the finals are no whole. */
const ROUND = /prelim|semi|final|swim-?off|trial/;

/** Other words behind "Heat 2 of 3" may differ from heat to heat: all of them together are there, each once. */
const isWhole = (heats: Heat[]): boolean => {
  const [of = 0, ...others] = ofsOf(heats);
  const numbers = new Set(heats.map(({ number }) => number)).size;
  const rounds = new Set(
    heats.flatMap(({ round }) => ROUND.exec(round?.toLowerCase() ?? '')?.[0] ?? []),
  );
  return others.length === 0 && rounds.size <= 1 && heats.length === of && numbers === of;
};

const heatsOf = (event: SheetEvent): Warning[] => {
  if (isWhole(event.heats.filter(({ number }) => number !== null))) return [];
  const rounds = Map.groupBy(
    event.heats.filter((heat) => heat.number !== null),
    (heat) => heat.round,
  );
  return [...rounds.values()].flatMap((heats) => {
    const [of = 0, ...others] = ofsOf(heats);
    const found = new Set(heats.map((heat) => heat.number)).size;
    // Heats of 1 and of 2 are those of two events, the header of one of which is lost.
    if (of === 0 || (found === of && others.length === 0)) return [];
    return [warn('heats_of', event.page, `Event ${event.number}: ${found} of ${of} heats found.`)];
  });
};

/** "4a" and "4 B" share lane 4; "3 & 4" are two for one. */
const LETTERED = /^\d{1,2}\s?[a-f]$/i;
const TWO_LANES = /^\d{1,2}\s?(?:[&+/–-]|and)\s?\d{1,2}$/i;
/** Fewer lanes of an event than this that stand twice are no habit; where all its heats are there, no header between two lacks. */
const MIN_SHARED = 2;

/** What stands in front of a name, as printed. */
const placeOf = ({ line, name, team }: Entry): string => {
  const who = name ?? team;
  return who === null ? line : line.slice(0, Math.max(line.indexOf(who), 0)).trim();
};

const lanesOf = ({ entries }: Heat): (number | string)[] =>
  entries
    .filter(({ note }) => note !== 'alternate')
    .flatMap((entry) => {
      if (entry.lane === null) return [];
      const place = placeOf(entry);
      return LETTERED.test(place) ? place : entry.lane;
    });

/** Only one of their lanes can be told. */
const inTwoLanes = ({ heats }: SheetEvent): Warning[] =>
  heats
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.lane !== null && TWO_LANES.test(placeOf(entry)))
    .map(({ page, line }) => warn('lanes_once', page, `In two lanes: ${line}`));

const timesTwice = (lanes: (number | string)[]): number => lanes.length - new Set(lanes).size;

/** In a distance event two may swim in a lane: 1, 1, 2, 2, 3, … Without the header between them two heats are 1, 2, 3, 1, 2, … */
const areTogether = (lanes: (number | string)[]): boolean =>
  lanes.every((lane, index) => [index, index + 1].includes(lanes.indexOf(lane) + 1));

const lanesOnce = (event: SheetEvent): Warning[] => {
  const heats = event.heats
    .map((heat) => ({ heat, lanes: lanesOf(heat) }))
    .filter(({ lanes }) => timesTwice(lanes) > 0);
  const together = heats.filter(({ lanes }) => areTogether(lanes));
  const shared =
    isWhole(event.heats) ||
    together.reduce((sum, { lanes }) => sum + timesTwice(lanes), 0) >= MIN_SHARED;
  return heats
    .filter(({ lanes }) => !(shared && areTogether(lanes)))
    .map(({ heat: { page, number } }) =>
      warn('lanes_once', page, `Event ${event.number}, heat ${number}: a lane stands twice.`),
    );
};

/** A row that stands twice in its heat: a page came twice, or a whole sheet. */
const rowsOnce = ({ number, heats }: SheetEvent): Warning[] =>
  heats.flatMap(({ entries }) => {
    const lines = new Set<string>();
    const again = entries.filter(({ line }) => lines.size === lines.add(line).size);
    const [first] = again;
    return first ? [warn('lanes_once', first.page, `Event ${number}: twice: ${first.line}`)] : [];
  });

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

/** Private use, replacement, control and unassigned characters: the sheet's encoding is broken there. */
const BROKEN = /[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu;
/** Most lines have no other characters, and need no closer look. */
const PLAIN = /^[\x20-\x7e]*$/;

const brokenIn = (line: string): number =>
  PLAIN.test(line) ? 0 : (line.match(BROKEN)?.length ?? 0);

const undecodable = ({ lines, events }: Reading): Warning[] => {
  const entries = events.flatMap(({ heats }) => heats.flatMap((heat) => heat.entries));
  const read = entries.flatMap((entry) => [entry, ...(entry.relay?.legs ?? [])]);
  const broken = read.filter(({ line }) => brokenIn(line) > 0);
  if (broken.length) return broken.map(({ page, line }) => warn('text_decodable', page, line));
  const bad = lines.reduce((sum, { line }) => sum + brokenIn(line), 0);
  const all = lines.reduce((sum, { line }) => sum + line.length, 0);
  return bad > all * MAX_UNDECODABLE
    ? [warn('text_decodable', 1, `${bad} characters cannot be read.`)]
    : [];
};

/** An unread row that could be somebody's race: a lane, alone or in front, or a time. */
const couldBeRace = ({ line }: SheetLine): boolean =>
  /^\d{1,3}(?:\s+\p{L}|$)/u.test(line) || /\d[.,]\d{2}(?!\d)|\bNT\b/.test(line);

const CHECKS: [CheckName, (reading: Reading) => Warning[]][] = [
  ['heats_of', (reading) => [...reading.events.flatMap(heatsOf), ...emptyHeaders(reading)]],
  [
    'lanes_once',
    ({ events }) => [lanesOnce, rowsOnce, inTwoLanes].flatMap((check) => events.flatMap(check)),
  ],
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
