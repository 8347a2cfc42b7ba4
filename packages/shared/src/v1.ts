/** What the first version's API answers; frozen, as other people's programs read it. */
import { z } from 'zod';
import { CalendarDate, ClockTime } from './types.ts';

export const V1Event = z.object({
  eventNumber: z.int(),
  eventName: z.string(),
  heatNumber: z.int(),
  lane: z.int(),
  swimmerName: z.string(),
  age: z.int().optional(),
  team: z.string().optional(),
  seedTime: z.string().optional(),
  heatStartTime: ClockTime.optional(),
  sessionDate: CalendarDate.optional(),
});
export type V1Event = z.infer<typeof V1Event>;

/** `sessionDate` is empty where the sheet prints no date. */
export const ExtractionResult = z.object({
  meetName: z.string(),
  sessionDate: z.union([CalendarDate, z.literal('')]),
  meetDateRange: z.object({ start: CalendarDate, end: CalendarDate }).optional(),
  venue: z.string().optional(),
  swimmerName: z.string().optional(),
  events: z.array(V1Event),
  warnings: z.array(z.string()).optional(),
});
export type ExtractionResult = z.infer<typeof ExtractionResult>;

/** The body of `POST /api/extractUrl`. */
export const ExtractUrlRequest = z.object({
  url: z.string().max(2000).default(''),
  swimmer: z.string().max(255).default(''),
});

export const V1ExtractResponse = z.object({
  success: z.literal(true),
  data: ExtractionResult,
  resultUrl: z.string().optional(),
  cached: z.boolean(),
});
export const V1ResultResponse = z.object({ success: z.literal(true), data: ExtractionResult });
export const V1ErrorResponse = z.object({
  success: z.literal(false),
  error: z.string(),
  details: z.string().optional(),
});
