/** What the AI model is asked to answer. Every key is there, as strict output wants it; bounds are checked afterwards. */
import { z } from 'zod';

const text = z.string().nullable();
const number = z.number().nullable();

export const AnsweredRace = z.object({
  page: z.number(),
  eventNumber: z.string(),
  eventName: z.string(),
  round: text,
  heatNumber: number,
  heatCount: number,
  lane: number,
  rank: number,
  swimmerName: z.string(),
  age: text,
  team: text,
  seedTime: text,
  heatStartTime: text,
  sessionTitle: text,
  sessionDate: text,
  relayLetter: text,
  relayLeg: number,
});
export type AnsweredRace = z.infer<typeof AnsweredRace>;

export const SheetAnswer = z.object({
  kind: z.enum(['heat_sheet', 'psych_sheet', 'entry_book', 'results', 'session_report', 'other']),
  meetName: text,
  meetStart: text,
  meetEnd: text,
  venue: text,
  races: z.array(AnsweredRace),
});
export type SheetAnswer = z.infer<typeof SheetAnswer>;

export const LinksAnswer = z.object({
  meetName: text,
  links: z.array(
    z.object({
      index: z.number(),
      kind: z.enum([
        'heat_sheet',
        'session_report',
        'psych_sheet',
        'entry_book',
        'relay_roster',
        'results',
        'other',
      ]),
      session: text,
    }),
  ),
});
export type LinksAnswer = z.infer<typeof LinksAnswer>;
