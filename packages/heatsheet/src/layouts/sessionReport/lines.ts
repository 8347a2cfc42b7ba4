/** The lines of a session report that are no table rows: what a session is, its breaks, its totals. */
import { clockTime } from '../../dates.ts';

export type SessionHead = { label: string; title: string | null };

export type Totals = { entries: number; heats: number };

export type SessionClock = {
  day: number | null;
  start: string | null;
  intervalSeconds: number | null;
  backInterval: number | null;
  chaseInterval?: number;
};

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?`;

const SESSION = /^Session:\s*(\d+[A-Z]?)\b\s*[-–:]?\s*(.*)$/i;
const CONTINUED = /\s*(?:\.{3}|\(?cont(?:inued|\.)?\)?)\s*$/i;
const DAY = /\bDay of Meet:?\s*(\d+)/i;
const START = new RegExp(String.raw`\bStarts? at:?\s*(${CLOCK})`, 'i');
const INTERVAL = /\bHeat Interval:?\s*(\d+)\s*Sec/i;
const BACK = /\bBack\s*([+-]?\s*\d+)/i;
const CHASE = /\bChase\s*([+-]?\s*\d+)/i;
const BREAK = /^Break:\s*(.*?):?$/i;
const TOTALS = /^Entry\s*\/\s*Heat Totals?:?\s+((?:[\d,]+\s+)*)([\d,]+)\s+([\d,]+)$/i;
const ANY_TOTALS = /^Entry\s*\/\s*Heat Totals?\b/i;
const COUNTS = /^Swimmers? Counts?\b/i;
const FINISH = /^Finish Time\b/i;
/** "… / Back +15 Seconds / Cha": the last thing it names has no figure. */
const CUT = /\bHeat Interval:?\D*$|\/[^\d/]*$/i;
const HALF = /:\d{2}\s*[ap]\.?m\b/i;
const DOCUMENT = /^(?:Session Report|Timeline)s?(?:\s*[-–]\s.*)?$/i;

/** "1,540" as a number. */
export const wholeNumber = (text: string): number => Number(text.replaceAll(',', ''));

const signed = (found: RegExpExecArray | null): number | null =>
  found ? Number((found[1] ?? '').replaceAll(/\s/g, '')) : null;

/** "Session: 7 SUNDAY PRELIMS", "Session: 1B Thursday Distance (BOYS POOL)". */
export const sessionHead = (text: string): SessionHead | null => {
  const found = SESSION.exec(text);
  if (!found) return null;
  const title = (found[2] ?? '').replace(DAY, '\n').split('\n')[0]?.replace(CONTINUED, '').trim();
  return { label: found[1] ?? '', title: title || null };
};

/** "Day of Meet: 1 Starts at 05:00 PM Heat Interval: 30 Seconds / Back +15 Seconds / Chase -30". */
export const sessionClock = (text: string): SessionClock | null => {
  const [day, start, interval] = [DAY.exec(text), START.exec(text), INTERVAL.exec(text)];
  if (!day && !(start && interval)) return null;
  const chase = signed(CHASE.exec(text));
  return {
    day: day ? Number(day[1]) : null,
    start: start ? clockTime(start[1] ?? '') : null,
    intervalSeconds: interval ? Number(interval[1]) : null,
    backInterval: signed(BACK.exec(text)),
    ...(chase !== null && { chaseInterval: chase }),
  };
};

/** Whether the line with a session's clock ends before its last figure. */
export const isCutClock = (text: string): boolean => CUT.test(text);

/** "Break: 20 Minutes: Awards Break" without its last colon. */
export const breakLine = (text: string): string | null =>
  BREAK.test(text) ? text.replace(/:$/, '') : null;

/**
 * "Entry / Heat Totals: 1,540 201"; the last two count, some reports repeat the first. "unclear" where a figure is missing, null for
 * another line.
 */
export const totalsLine = (text: string): Totals | 'unclear' | null => {
  const found = TOTALS.exec(text);
  if (!found) return ANY_TOTALS.test(text) ? 'unclear' : null;
  return { entries: wholeNumber(found[2] ?? ''), heats: wholeNumber(found[3] ?? '') };
};

/** "Swimmers Counts for Warm-ups: 78". */
export const isCounts = (text: string): boolean => COUNTS.test(text);

/** "Finish Time 08:02 PM _______"; undefined for another line, null where the time is missing. */
export const finishLine = (text: string): string | null | undefined => {
  if (!FINISH.test(text)) return undefined;
  const times = text.match(new RegExp(CLOCK, 'g'));
  return times ? clockTime(times.at(-1) ?? '') : null;
};

/** Whether a line's time of day says AM or PM. */
export const hasHalf = (text: string): boolean => HALF.test(text);

/** "Session Report", the document's own title. */
export const isDocumentTitle = (text: string): boolean => DOCUMENT.test(text);
