/** Races that a session which goes on after midnight swims on the day after its own. */
import type { Heat, HeatSheet, SheetEvent } from '@heatsync/heatsheet';
import { HALF_A_DAY, minutesOf } from '../hours.ts';

/** Whether the sheet prints for this heat an hour after midnight, for the first of its session one before. */
export const isAfterMidnight = (sheet: HeatSheet, event: SheetEvent, heat: Heat): boolean => {
  const first = sheet.events
    .filter(({ session }) => session === event.session)
    .flatMap(({ heats }) => heats)
    .find(({ start }) => start !== null)?.start;
  if (!first || heat.start === null) return false;
  return minutesOf(first) - minutesOf(heat.start) > HALF_A_DAY;
};

/** "2027-02-28" becomes "2027-03-01". */
export const dayAfter = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
};
