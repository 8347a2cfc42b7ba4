/** Times as the sheets print them. */

const pad = (value: number) => String(value).padStart(2, '0');

/** 130.82 → "2:10.82", 28.5 → "28.50"; null → "NT". */
export const formatSeed = (seconds: number | null): string => {
  if (seconds === null) return 'NT';
  const hundredths = Math.round(seconds * 100);
  const minutes = Math.floor(hundredths / 6000);
  const rest = `${pad(Math.floor((hundredths % 6000) / 100))}.${pad(hundredths % 100)}`;
  return minutes ? `${minutes}:${rest}` : rest;
};

/** Minutes after midnight, from "HH:MM". */
export const toMinutes = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** "HH:MM" from minutes after midnight; part minutes are cut off. */
export const toClock = (minutes: number): string =>
  `${pad(Math.floor(minutes / 60) % 24)}:${pad(Math.floor(minutes) % 60)}`;

/** "17:05" → "05:05 PM". */
export const toTwelveHours = (clock: string): string => {
  const minutes = toMinutes(clock);
  const hours = Math.floor(minutes / 60);
  return `${pad(hours % 12 || 12)}:${pad(minutes % 60)} ${hours < 12 ? 'AM' : 'PM'}`;
};

/** "2027-06-12" → "6/12/2027". */
export const toUsDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
};

/** "2027-06-12" → "12/06/2027". */
export const toDayFirst = (date: string): string => date.split('-').toReversed().join('/');

/** "2027-06-12" and 2 → "2027-06-14". */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
