/** The address of the calendar file for the chosen races. */
import type { ReminderMinutes } from '@heatsync/shared';
import type { Race } from './results.ts';

/** A race without a date has no day to stand on. */
export const hasDate = (race: Race): boolean => race.sessionDate !== null;

export type CalendarWish = {
  races: readonly Race[] | null;
  reminder: ReminderMinutes;
  zone: string;
};

/** No `races` means all of them. */
export const calendarLink = (batchId: string, { races, reminder, zone }: CalendarWish): string => {
  const query = new URLSearchParams({
    ...(races && { races: races.map((race) => race.id).join(',') }),
    reminder: String(reminder),
    tz: zone,
  });
  return `/api/batch/${encodeURIComponent(batchId)}/calendar.ics?${query}`;
};

/** How the calendar file comes: under an address of the server's, or made on this device. */
export type CalendarWay = { href: string } | { save: () => void };

/** The address under which a calendar subscribes, on `host` ("heatsync.example:8000"). */
export const feedLink = (host: string, batchId: string, wish: CalendarWish): string =>
  `webcal://${host}${calendarLink(batchId, wish)}`;

/** The meet's zone if it is known, else the viewer's. */
export const zoneOf = (meetZone: string | null): { zone: string; isMeets: boolean } => ({
  zone: meetZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  isMeets: meetZone !== null,
});
