import { z } from 'zod';

/** "HH:MM", 24 h. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** "YYYY-MM-DD", a calendar date, never an instant. */
export const CalendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const Instant = z.iso.datetime({ offset: true });

export const SheetKindSchema = z.enum([
  'heat_sheet',
  'psych_sheet',
  'session_report',
  'entry_book',
  'results',
  'relay_roster',
  'other',
]);

export const BatchStatus = z.enum([
  'pending',
  'processing',
  'completed',
  'failed',
  'partial',
  'cancelled',
]);
export type BatchStatus = z.infer<typeof BatchStatus>;

export const JobStatus = z.enum([
  'pending',
  'downloading',
  'processing',
  'completed',
  'failed',
  'cancelled',
]);
export type JobStatus = z.infer<typeof JobStatus>;

export const JobStage = z.enum([
  'queued',
  'downloading',
  'uploading_to_ai',
  'extracting',
  'caching',
  'done',
]);
export type JobStage = z.infer<typeof JobStage>;

/** Whether a mail tells of a batch's end: `failed` is one that was asked for and will not come. */
export const NotificationState = z.enum(['none', 'asked', 'sent', 'failed']);
export type NotificationState = z.infer<typeof NotificationState>;

/** A batch as `GET /api/batch/:id` and the event stream show it. */
export const BatchView = z.object({
  id: z.uuid(),
  status: BatchStatus,
  swimmerName: z.string(),
  swimmers: z.array(z.string()),
  totalPdfs: z.int(),
  completedPdfs: z.int(),
  failedPdfs: z.int(),
  createdAt: Instant,
  completedAt: Instant.nullable(),
  expiresAt: Instant,
  lastEventId: z.int(),
  notification: NotificationState.optional(),
});
export type BatchView = z.infer<typeof BatchView>;

/** One sheet of a batch. `progressMessage` is a sentence for a person. */
export const JobView = z.object({
  id: z.uuid(),
  sequence: z.int(),
  filename: z.string(),
  sourceUrl: z.string().nullable(),
  status: JobStatus,
  stage: JobStage,
  progressMessage: z.string().nullable(),
  /** Pages read so far and in all, while and after the sheet is read. */
  pagesRead: z.int().nullable(),
  pages: z.int().nullable(),
  kind: SheetKindSchema.nullable(),
  resultCode: z.string().nullable(),
  meetName: z.string().nullable(),
  eventCount: z.int().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  cached: z.boolean(),
});
export type JobView = z.infer<typeof JobView>;

export const BatchResponse = z.object({
  success: z.literal(true),
  batch: BatchView,
  jobs: z.array(JobView),
});
export type BatchResponse = z.infer<typeof BatchResponse>;

/** Where a start time comes from; it is carried to the calendar. */
export const TimeSource = z.enum(['printed', 'from_session_report', 'estimated']);
export type TimeSource = z.infer<typeof TimeSource>;

export const SheetBox = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** One race of one swimmer. */
export const SwimEvent = z.object({
  /** Names the race within its batch by where it stands on the sheet; holds no name. */
  id: z.string(),
  eventNumber: z.string(),
  eventName: z.string(),
  round: z.string().nullable(),
  heatNumber: z.int().nullable(),
  heatCount: z.int().nullable(),
  lane: z.int().nullable(),
  rank: z.int().nullable(),
  /** Whose race it is: place in the list of typed names, from 0. */
  swimmer: z.int(),
  swimmerName: z.string(),
  personKey: z.string(),
  age: z.string().nullable(),
  team: z.string().nullable(),
  seedTime: z.string().nullable(),
  heatStartTime: ClockTime.nullable(),
  timeSource: TimeSource.nullable(),
  sessionKey: z.string().nullable(),
  sessionName: z.string().nullable(),
  sessionDate: CalendarDate.nullable(),
  relay: z.object({ letter: z.string(), leg: z.int(), swimmers: z.array(z.string()) }).nullable(),
  note: z.enum(['alternate', 'withdrawn']).nullable(),
  page: z.int(),
  box: SheetBox,
  line: z.string(),
  /** Id of the race that this one repeats, or that says another heat or lane for the same race. */
  /** Set where the AI model read it: to be checked against the sheet. Its box may be empty: somewhere on the page. */
  readByAi: z.literal(true).optional(),
  duplicateOf: z.string().nullable(),
  conflictsWith: z.string().nullable(),
});
export type SwimEvent = z.infer<typeof SwimEvent>;

export const SessionView = z.object({
  key: z.string(),
  title: z.string().nullable(),
  date: CalendarDate.nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

/** What a person said of one session; what is left out is not known. */
export const SessionAnswer = z.object({
  key: z.string(),
  startTime: ClockTime.optional(),
  date: CalendarDate.optional(),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** Someone the typed name may mean: the same name with another team or age is another person. */
export const PersonView = z.object({
  key: z.string(),
  name: z.string(),
  age: z.string().nullable(),
  team: z.string().nullable(),
});
export type PersonView = z.infer<typeof PersonView>;

export const SourceView = z.object({
  sequence: z.int(),
  filename: z.string(),
  sourceUrl: z.string().nullable(),
  kind: SheetKindSchema,
  meetName: z.string().nullable(),
  sessions: z.array(SessionView),
  venue: z.string().nullable(),
  resultCode: z.string().nullable(),
  cached: z.boolean(),
  engine: z.enum(['reader', 'ai']),
  pages: z.int(),
  /** False where the sheet's own checks leave a doubt; `warnings` say which. */
  confident: z.boolean(),
  warnings: z.array(z.object({ page: z.int(), text: z.string() })),
  /** Distinct names in the sheet, and relays that name no swimmers: nobody can be found in those. */
  names: z.int(),
  namelessRelays: z.int(),
  /** How often the swimmers' names stand in the sheet, and how many of those places are explained. */
  mentions: z.object({ found: z.int(), explained: z.int() }),
  events: z.array(SwimEvent),
});
export type SourceView = z.infer<typeof SourceView>;

export const ResultsResponse = z.object({
  success: z.literal(true),
  batchId: z.uuid(),
  swimmerName: z.string(),
  swimmers: z.array(z.string()),
  status: BatchStatus,
  /** After deduplication. */
  totalEvents: z.int(),
  failedCount: z.int(),
  people: z.array(PersonView),
  suggestions: z.array(z.string()),
  /** Typed names, by place in the list from 0, that no sheet with races has, each with names like it. */
  missing: z.array(z.object({ swimmer: z.int(), suggestions: z.array(z.string()) })).optional(),
  /** Distinct names in all sheets together. */
  names: z.int().optional(),
  /** The venue's time zone if known. */
  timeZone: z.string().nullable(),
  /** What people said of the batch: whom names mean, by key, and of sessions. */
  answers: z.object({ people: z.array(z.string()), sessions: z.array(SessionAnswer) }).optional(),
  sources: z.array(SourceView),
});
export type ResultsResponse = z.infer<typeof ResultsResponse>;

/** What cancel, retry and new answers are answered with. */
export const BatchChangedResponse = z.object({ success: z.literal(true), batch: BatchView });
export type BatchChangedResponse = z.infer<typeof BatchChangedResponse>;

export const CreateBatchResponse = z.object({
  success: z.literal(true),
  batchId: z.uuid(),
  totalJobs: z.int(),
  streamUrl: z.string(),
  manageToken: z.string(),
});
export type CreateBatchResponse = z.infer<typeof CreateBatchResponse>;

/** A sheet that a meet's page links to. `size` in bytes. */
export const DiscoveredSheet = z.object({
  url: z.url(),
  name: z.string(),
  kind: SheetKindSchema.optional(),
  size: z.int().optional(),
});
export type DiscoveredSheet = z.infer<typeof DiscoveredSheet>;

export const DiscoverResponse = z.object({
  success: z.literal(true),
  meetName: z.string().optional(),
  heatsheets: z.array(DiscoveredSheet),
});
export type DiscoverResponse = z.infer<typeof DiscoverResponse>;

export const ErrorResponse = z.object({
  success: z.literal(false),
  error: z.string(),
  message: z.string(),
  hint: z.string().optional(),
});
export type ErrorResponse = z.infer<typeof ErrorResponse>;
