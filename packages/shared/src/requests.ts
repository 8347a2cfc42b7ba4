import { z } from 'zod';
import { isTimeZone } from './calendarZone.ts';
import { MAX_SWIMMERS, REMINDER_MINUTES, type ReminderMinutes } from './limits.ts';
import { ClockTime } from './types.ts';

/** A name as typed; control characters, which no database and no sheet has, are spaces. */
export const SwimmerName = z
  .string()
  .overwrite((name) => name.replaceAll(/\p{Cc}/gu, ' '))
  .trim()
  .min(1)
  .max(100);

/** The text fields of `POST /api/batch/extract`; files come beside them. */
export const CreateBatchFields = z.object({
  swimmers: z.array(SwimmerName).min(1).max(MAX_SWIMMERS),
  urls: z.array(z.string().trim().min(1).max(2000)).max(1000),
});
export type CreateBatchFields = z.infer<typeof CreateBatchFields>;

/** The body of `POST /api/discover-heatsheets`: the address of a meet's page. */
export const DiscoverRequest = z.object({ url: z.string().trim().min(1).max(2000) });
export type DiscoverRequest = z.infer<typeof DiscoverRequest>;

/** The body of `POST /api/batch/:id/notify`: an address as typed. */
export const NotifyRequest = z.object({ email: z.string().max(1000) });
export type NotifyRequest = z.infer<typeof NotifyRequest>;

/** Where mail can go. A column's length, and no character that ends a header or begins another. */
export const EmailAddress = z.string().trim().max(254).pipe(z.email());

const isReminder = (minutes: number): minutes is ReminderMinutes =>
  REMINDER_MINUTES.some((known) => known === minutes);

/** What `GET /api/batch/:id/calendar.ics` may be asked for; no `races` means all of them. */
export const CalendarQuery = z.object({
  races: z
    .string()
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .optional(),
  reminder: z.string().transform(Number).refine(isReminder).optional(),
  tz: z.string().refine(isTimeZone).optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

const PersonKey = z.string().min(1).max(400);

/**
 * The body of `PATCH /api/batch/:id`. What is left out stays as it is, `null` takes an answer back.
 * `person` chooses among the people of one name and leaves the other swimmers alone; its `null` takes back every choice.
 * `people` says of several at once who is meant and whose choice is taken back, in this order and after `person`.
 */
export const AnswersRequest = z.object({
  person: PersonKey.nullish(),
  people: z
    .array(z.object({ key: PersonKey, isMeant: z.boolean() }))
    .max(500)
    .optional(),
  sessions: z
    .array(
      z.object({
        key: z.string().min(1).max(50),
        startTime: ClockTime.nullish(),
        date: z.iso.date().nullish(),
      }),
    )
    .max(500)
    .optional(),
  timeZone: z.string().refine(isTimeZone).nullish(),
  /** Other names to look for in place of typed ones; `swimmer` is the place in the list from 0. */
  names: z
    .array(
      z.object({
        swimmer: z
          .int()
          .min(0)
          .max(MAX_SWIMMERS - 1),
        name: SwimmerName,
      }),
    )
    .max(MAX_SWIMMERS)
    .optional(),
});
export type AnswersRequest = z.infer<typeof AnswersRequest>;
