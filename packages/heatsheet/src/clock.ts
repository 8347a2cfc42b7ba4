/**
 * When each heat of a sheet starts, and where that is known from. A printed time wins; then a session report of the same meet; then an
 * estimate from a start that somebody gives. Without a source there is no time.
 */
import { allotHeats, type Allotted } from './clock/allot.ts';
import { estimateHeats, type GivenStart } from './clock/estimate.ts';
import type { Heat, HeatSheet, SheetEvent } from './types.ts';

export type { GivenStart } from './clock/estimate.ts';

export type TimeSource = 'printed' | 'from_session_report' | 'estimated';

/** `start` is "HH:MM", 24 h; `date` "YYYY-MM-DD". */
export type HeatTime =
  | { start: string; source: TimeSource; date: string | null }
  | { start: null; source: null; date: string | null };

export type Clock = (event: SheetEvent, heat: Heat) => HeatTime;

const MINUTES_A_DAY = 24 * 60;

/** Part minutes are cut off: early is better than late. Null after midnight, which is another day. */
const toClock = (seconds: number): string | null => {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= MINUTES_A_DAY) return null;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
};

/** What all reports agree on; where two contradict each other there is neither time nor day. */
const agreed = (answers: Allotted[]): Allotted => {
  const only = <T>(values: (T | null)[]): T | null => {
    const [first = null, second] = new Set(values.filter((value) => value !== null));
    return second === undefined ? first : null;
  };
  return {
    seconds: only(answers.map(({ seconds }) => seconds)),
    date: only(answers.map(({ date }) => date)),
  };
};

/** The day of a session, or of a meet that has only one. */
const dayOf = (sheet: HeatSheet, event: SheetEvent): string | null => {
  const session = sheet.sessions.find(({ key }) => key === event.session);
  const onlyDay = sheet.meetStart === sheet.meetEnd ? sheet.meetStart : null;
  return session ? session.date : onlyDay;
};

/**
 * The clock of one sheet. `reports` may hold sheets of any kind and meet, in any order, the sheet itself among them: only session
 * reports of its own meet count, also those bound to a heat sheet. `given` are session starts that somebody typed.
 */
export const clockOf = (
  sheet: HeatSheet,
  reports: HeatSheet[],
  given: GivenStart[] = [],
): Clock => {
  const told = reports
    .filter(({ sessions }) => sessions.some(({ rows }) => rows.length > 0))
    .map((report) => allotHeats(sheet, report));
  const estimates = given.map((start) => estimateHeats(sheet, start));
  return (event, heat) => {
    const report = agreed(told.flatMap((times) => times.get(heat) ?? []));
    const date = dayOf(sheet, event) ?? report.date;
    if (heat.start !== null) return { start: heat.start, source: 'printed', date };
    const reported = report.seconds === null ? null : toClock(report.seconds);
    if (reported !== null) return { start: reported, source: 'from_session_report', date };
    const estimate = estimates.map((times) => times.get(heat)).find((one) => one !== undefined);
    const estimated = estimate === undefined ? null : toClock(estimate);
    if (estimated !== null) return { start: estimated, source: 'estimated', date };
    return { start: null, source: null, date };
  };
};
