/** How the chosen races get onto a calendar. */
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

export type Takeaway = {
  /** The races that go along, in the order in which they stand on the page. */
  chosen: Race[];
  zone: ReturnType<typeof zoneOf>;
  calendar: CalendarWay;
  /** The same calendar as an address that calendars ask again; null where there is none. */
  feed: string | null;
};

type Choice = {
  batchId: string;
  races: readonly Race[];
  /** Ids of the races left out. */
  leftOut: readonly string[];
  reminder: ReminderMinutes;
  meetZone: string | null;
  /** Nobody's races are hidden: a feed may then bring what sheets still to come hold. */
  isWhole: boolean;
  /** Where the page stands, "heatsync.example:8000". */
  host: string;
  /** Makes the file on this device; null where the server has it. */
  save: ((wish: CalendarWish) => void) | null;
};

/** What is taken along, and the ways out for it. */
export const takeawayOf = (choice: Choice): Takeaway => {
  const { batchId, leftOut, reminder, save } = choice;
  const chosen = choice.races.filter((race) => hasDate(race) && !leftOut.includes(race.id));
  const zone = zoneOf(choice.meetZone);
  const wish = { races: chosen, reminder, zone: zone.zone };
  const followed = choice.isWhole && leftOut.length === 0 ? { ...wish, races: null } : wish;
  return {
    chosen,
    zone,
    calendar: save ? { save: () => save(wish) } : { href: calendarLink(batchId, wish) },
    feed: save ? null : feedLink(choice.host, batchId, followed),
  };
};
