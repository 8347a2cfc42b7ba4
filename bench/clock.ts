/**
 * Measures the clock on a meet's own sheets: `node bench/clock.ts SHEET.pdf… REPORT.pdf…`. Each session is reckoned from its start
 * alone, event after event, and compared with the starts that the session report prints. Prints no name.
 */
import { readFile } from 'node:fs/promises';
import { clockOf, type HeatSheet, type Session, type SheetEvent } from '@heatsync/heatsheet';
import { toSeconds } from '@heatsync/heatsheet/clock/allot.ts';
import { heatSeconds } from '@heatsync/heatsheet/clock/seconds.ts';
import { createNodeReader } from '@heatsync/heatsheet/node';

type Row = Session['rows'][number];
type EventRow = Exclude<Row, { break: string }>;
/** Minutes: how far the session is in, and how much later or earlier than printed the reckoned start is. */
type Step = { minutes: number; error: number };

const MINUTE = 60;

/** Seconds that a row's heats take by the sheet; null where the sheet does not have them. */
const lengthOf = (
  sheet: HeatSheet,
  report: HeatSheet,
  session: Session,
  row: EventRow,
): number | null => {
  const clock = clockOf(sheet, [report]);
  const { intervalSeconds, backInterval, chaseInterval } = session;
  const interval = {
    seconds: intervalSeconds ?? 0,
    back: backInterval ?? 0,
    chase: chaseInterval ?? 0,
  };
  const lengthIn = (event: SheetEvent): number | null => {
    const heats = event.heats.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
    const first = heats.findIndex((heat) => {
      const { start, source, date } = clock(event, heat);
      const sameDay = date === null || session.date === null || date === session.date;
      return source === 'from_session_report' && start === row.start && sameDay;
    });
    const own = heats.slice(first, first + (row.heats ?? 0));
    const times = own.map((heat) => heatSeconds(event, heat, interval));
    if (first < 0 || times.includes(null)) return null;
    return times.reduce<number>((sum, time) => sum + (time ?? 0), 0);
  };
  const lengths = sheet.events
    .filter(({ number }) => number === row.event)
    .flatMap((event) => lengthIn(event) ?? []);
  return lengths.length === 1 ? (lengths[0] ?? null) : null;
};

const pauseOf = (row: Row): number =>
  'break' in row ? Number(/(\d+)\s*Min/.exec(row.break)?.[1] ?? 0) * MINUTE : 0;

/** The errors of a session's starts; it begins anew behind a row that the sheet does not have. */
const stepsOf = (sheets: HeatSheet[], report: HeatSheet, session: Session): Step[] => {
  const steps: Step[] = [];
  let begin: number | null = null;
  let at: number | null = null;
  for (const row of session.rows) {
    if ('break' in row) at = at === null ? null : at + pauseOf(row);
    else if (row.start !== null) {
      const printed = toSeconds(row.start);
      if (at !== null && begin !== null)
        steps.push({
          minutes: (printed - begin) / MINUTE,
          error: Math.ceil(at / MINUTE) - printed / MINUTE,
        });
      begin = at === null ? printed : begin;
      const found = sheets.flatMap((sheet) => lengthOf(sheet, report, session, row) ?? []);
      const [length] = found;
      at = length === undefined ? null : (at ?? printed) + length;
    }
  }
  return steps;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const print = (session: Session, steps: Step[]): void => {
  const near = steps.filter(({ error }) => Math.abs(error) <= 1).length;
  const last = steps.at(-1) ?? { minutes: 0, error: 0 };
  console.log(
    `session ${session.key}: ${near} of ${steps.length} starts within 1 minute, at the end ${last.error} of ${last.minutes} minutes`,
  );
};

const reader = await createNodeReader();
const read: HeatSheet[] = [];
for (const path of process.argv.slice(2)) read.push(await reader.read(await readFile(path)));
const reports = read.filter(({ kind }) => kind === 'session_report');
const sheets = read.filter(({ kind }) => kind === 'heat_sheet');
const all: Step[] = [];
let drift = 0;
let minutes = 0;
for (const report of reports)
  for (const session of report.sessions) {
    const steps = stepsOf(sheets, report, session);
    if (steps.length === 0) continue;
    print(session, steps);
    all.push(...steps);
    drift += steps.at(-1)?.error ?? 0;
    minutes += steps.at(-1)?.minutes ?? 0;
  }
const near = all.filter(({ error }) => Math.abs(error) <= 1).length;
console.log(
  `all: ${near} of ${all.length} starts within 1 minute (${percent(near / all.length)}), ` +
    `drift ${drift} of ${minutes} minutes (${percent(Math.abs(drift) / minutes)})`,
);
