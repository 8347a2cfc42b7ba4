/** Numbers the page needs before any schema: nothing here may import one. */

/** Children of one search: brothers, sisters, a car pool. */
export const MAX_SWIMMERS = 6;

/** Minutes before the start at which the calendar reminds. */
export const REMINDER_MINUTES = [5, 10, 15] as const;
export type ReminderMinutes = (typeof REMINDER_MINUTES)[number];
