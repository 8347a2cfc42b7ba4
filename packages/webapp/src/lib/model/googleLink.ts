/** A link that opens Google Calendar with one race filled in: its phone app cannot take a calendar file. */
import { minutesOf, otherPlaceUnnamed, raceTitle, type OtherPlace } from '@heatsync/shared';
import type { Race } from './results.ts';

const RACE_MINUTES = 10;
const DAY_MS = 86_400_000;

const digits = (text: string): string => text.replace(/[-:]/g, '');

const two = (n: number): string => String(n).padStart(2, '0');

const dayAfter = (date: string): string =>
  new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

/** Wall clock times without a zone: the link names the zone beside them. */
const span = (date: string, start: string | null): string => {
  if (start === null) return `${digits(date)}/${digits(dayAfter(date))}`;
  const end = minutesOf(start) + RACE_MINUTES;
  const endDate = end < 24 * 60 ? date : dayAfter(date);
  const endTime = `${two(Math.floor(end / 60) % 24)}${two(end % 60)}00`;
  return `${digits(date)}T${digits(start)}00/${digits(endDate)}T${endTime}`;
};

/** Null for a race without a date. No name is in the address: it says event, heat and lane. */
export const googleLink = (
  race: Race,
  { zone, venue, instead }: { zone: string; venue: string | null; instead: OtherPlace | null },
): string | null => {
  if (race.sessionDate === null) return null;
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: raceTitle(race),
    dates: span(race.sessionDate, race.heatStartTime),
    ctz: zone,
    details: [race.eventName, race.round, instead && otherPlaceUnnamed(instead)]
      .filter(Boolean)
      .join('\n'),
    ...(venue && { location: venue }),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
};
