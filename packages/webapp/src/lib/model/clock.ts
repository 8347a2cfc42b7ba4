/** Days and hours as the viewer tells them. The sheets' own times have no zone, and none is put on them. */
import { HALF_A_DAY, minutesOf } from '@heatsync/shared';

/** Whether this device counts its hours to twelve, twice a day. Asked for once: it takes a phone a while. */
let countsToTwelve: boolean | undefined;

const isTwelveHour = (): boolean =>
  (countsToTwelve ??=
    new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 === true);

/** What is written of a time: "9:12" with "am", or "21:12" with nothing. */
export type ClockParts = { figures: string; half: 'am' | 'pm' | null };

/** "09:12" as `toTwelve` wants it; without it as this device does. */
export const clockParts = (time: string, toTwelve = isTwelveHour()): ClockParts => {
  const [hours = 0] = time.split(':').map(Number);
  if (!toTwelve) return { figures: time.replace(/^0/, ''), half: null };
  return {
    figures: `${hours % 12 || 12}${time.slice(2)}`,
    half: hours < 12 ? 'am' : 'pm',
  };
};

const written = ({ figures, half }: ClockParts): string =>
  half ? `${figures}\u00a0${half}` : figures;

/** "9:12 am", or "9:12" where hours are counted to 24. */
export const clockWords = (time: string, toTwelve = isTwelveHour()): string =>
  written(clockParts(time, toTwelve));

/** The hours of one session from its first: one that goes on after midnight begins in the evening. */
export const hoursInOrder = (times: readonly string[]): string[] => {
  const sorted = times.toSorted();
  const latest = minutesOf(sorted.at(-1) ?? '00:00');
  const isNight = (time: string) => latest - minutesOf(time) > HALF_A_DAY;
  return [...sorted.filter((time) => !isNight(time)), ...sorted.filter(isNight)];
};

/** From a session's first time to its last, "8:30 – 11:50 am"; null without times. */
export const timeSpan = (times: readonly string[], toTwelve = isTwelveHour()): string | null => {
  const hours = hoursInOrder(times);
  const [first, last] = [hours.at(0), hours.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [clockParts(first, toTwelve), clockParts(last, toTwelve)];
  if (first === last) return written(to);
  return `${from.half === to.half ? from.figures : written(from)} – ${written(to)}`;
};

/** Made once, and when it is needed, as it takes a phone a while. */
let dayFormat: Intl.DateTimeFormat | undefined;

/** "Fri 12 June" from a calendar date; the viewer's zone plays no part in it. */
export const dayWords = (date: string): string => {
  dayFormat ??= new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return dayFormat.format(new Date(`${date}T00:00:00Z`));
};

/** "Fri 12 June 2026": where the year is the news. */
export const fullDay = (date: string): string => `${dayWords(date)} ${date.slice(0, 4)}`;

/** "Fri 12 June, 9:14 am" of an instant, where the viewer is. */
export const momentWords = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: isTwelveHour() ? 'h12' : 'h23',
  }).format(new Date(instant));
