/** The VTIMEZONE of a zone, from the rules that Intl knows. */

const HOUR = 3_600_000;
const OFFSET = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Whether Intl knows the name; a bare offset such as "+02:00" has no rules and is refused. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

const namePart = (format: Intl.DateTimeFormat, at: number): string =>
  format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';

const formatIn = (timeZone: string, timeZoneName: 'longOffset' | 'short'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });

/** Seconds east of Greenwich. */
const offsetAt = (format: Intl.DateTimeFormat, at: number): number => {
  const [, sign, hours, minutes, seconds] = OFFSET.exec(namePart(format, at)) ?? [];
  const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return sign === '-' ? -size : size;
};

interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const changeBetween = (format: Intl.DateTimeFormat, start: number, end: number): number => {
  let before = start;
  let after = end;
  const from = offsetAt(format, start);
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(format, middle) === from) before = middle;
    else after = middle;
  }
  return after;
};

// Two changes on one day do not happen; days apart they do (Morocco's Ramadan), so each day is looked at.
const changesBetween = (format: Intl.DateTimeFormat, start: number, end: number): Change[] => {
  const changes: Change[] = [];
  for (let day = start; day < end; day += 24 * HOUR) {
    const next = day + 24 * HOUR;
    const from = offsetAt(format, day);
    const to = offsetAt(format, next);
    if (from !== to) changes.push({ at: changeBetween(format, day, next), from, to });
  }
  return changes;
};

const offsetText = (seconds: number): string => {
  const size = Math.abs(seconds);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const tail = size % 60 === 0 ? '' : two(size % 60);
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}${two((size % 3600) / 60)}${tail}`;
};

const localText = (at: number, offset: number): string =>
  new Date(at + offset * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '');

/**
 * The lines of a VTIMEZONE for the given years: where the clock stands when they begin, then each change by its date.
 * Dates instead of a repeating rule say nothing about years nobody asked for.
 */
export const zoneLines = (timeZone: string, firstYear: number, lastYear: number): string[] => {
  if (!isTimeZone(timeZone)) throw new RangeError(`Unknown time zone: ${timeZone}`);
  const offsets = formatIn(timeZone, 'longOffset');
  const names = formatIn(timeZone, 'short');
  // A day earlier than the year: local January 1 may lie in December by Greenwich.
  const start = Date.UTC(firstYear, 0, 1) - 24 * HOUR;
  const opening = offsetAt(offsets, start);
  const changes = changesBetween(offsets, start, Date.UTC(lastYear + 1, 0, 2));
  const standard = Math.min(opening, ...changes.map((change) => change.to));
  const rules = [{ at: start, from: opening, to: opening }, ...changes].flatMap((change) => {
    const kind = change.to > standard ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      `DTSTART:${localText(change.at, change.from)}`,
      `TZOFFSETFROM:${offsetText(change.from)}`,
      `TZOFFSETTO:${offsetText(change.to)}`,
      `TZNAME:${namePart(names, change.at)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...rules, 'END:VTIMEZONE'];
};
