/** Every route of the API, for its description. */
import {
  AnswersRequest,
  BatchChangedResponse,
  BatchHealthResponse,
  BatchResponse,
  BatchesResponse,
  CalendarQuery,
  CleanupResponse,
  CreateBatchResponse,
  DiscoverRequest,
  DiscoverResponse,
  DoneResponse,
  ErrorResponse,
  ExtractUrlRequest,
  HealthResponse,
  HoursResponse,
  NotifyRequest,
  QueueHealthResponse,
  ResultsResponse,
  StatsResponse,
  V1ErrorResponse,
  V1ExtractResponse,
  V1ResultResponse,
} from '@heatsync/shared';
import { z } from 'zod';

/** `media` is for answers that are not JSON; a `form` is multipart, its files are strings of bytes. */
export type ApiRoute = {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** With `{name}` for what stands in for a part of it. */
  path: string;
  summary: string;
  status?: 200 | 201;
  answer?: z.ZodType;
  media?: string;
  json?: z.ZodType;
  form?: z.ZodType;
  query?: z.ZodType;
  headers?: string[];
  errors: z.ZodType;
  deprecated?: boolean;
};

const file = z.string().meta({ format: 'binary' });
const BatchForm = z.object({
  swimmer: z.array(z.string()).min(1).max(6),
  pdfs: z.array(file).optional(),
  urls: z.array(z.string()).optional(),
});
const ExtractForm = z.object({ pdf: file, swimmer: z.string() });
const StreamQuery = z.object({ lastEventId: z.string().optional() });
const LimitQuery = z.object({ limit: z.string().optional() });
const HoursQuery = z.object({ hours: z.string().optional() });

const v2 = { errors: ErrorResponse };
const v1 = { errors: V1ErrorResponse, deprecated: true };
const manage = { ...v2, headers: ['X-Manage-Token'] };
const admin = { ...v2, headers: ['X-Admin-Key'] };
const BATCH = '/api/batch/{id}';

export const API_ROUTES: ApiRoute[] = [
  {
    ...v2,
    method: 'post',
    path: '/api/batch/extract',
    summary: 'Hand in heat sheets.',
    form: BatchForm,
    headers: ['Idempotency-Key'],
    status: 201,
    answer: CreateBatchResponse,
  },
  {
    ...v2,
    method: 'get',
    path: '/api/batch/health',
    summary: 'Whether batches are taken, and what else this server can do.',
    answer: BatchHealthResponse,
  },
  { ...v2, method: 'get', path: BATCH, summary: 'A batch and its sheets.', answer: BatchResponse },
  {
    ...v2,
    method: 'get',
    path: `${BATCH}/stream`,
    summary: 'Its events as they happen (SSE); Last-Event-ID resumes.',
    query: StreamQuery,
    headers: ['Last-Event-ID'],
    media: 'text/event-stream',
  },
  {
    ...v2,
    method: 'get',
    path: `${BATCH}/results`,
    summary: 'The swimmers’ races.',
    answer: ResultsResponse,
  },
  {
    ...v2,
    method: 'get',
    path: `${BATCH}/calendar.ics`,
    summary: 'The races as a calendar, also as a feed.',
    query: CalendarQuery,
    media: 'text/calendar',
  },
  {
    ...v2,
    method: 'post',
    path: `${BATCH}/cancel`,
    summary: 'Stop what is not finished.',
    answer: BatchChangedResponse,
  },
  {
    ...v2,
    method: 'post',
    path: `${BATCH}/retry`,
    summary: 'Read the failed sheets again.',
    answer: BatchChangedResponse,
  },
  {
    ...v2,
    method: 'post',
    path: `${BATCH}/jobs/{jobId}/retry`,
    summary: 'Read one failed sheet again.',
    answer: BatchChangedResponse,
  },
  {
    ...v2,
    method: 'post',
    path: `${BATCH}/notify`,
    summary: 'Have one mail sent when the batch has ended; at once if it has.',
    json: NotifyRequest,
    answer: BatchChangedResponse,
  },
  {
    ...manage,
    method: 'patch',
    path: BATCH,
    summary: 'Say who is meant, when sessions are, and in which zone.',
    json: AnswersRequest,
    answer: BatchChangedResponse,
  },
  {
    ...manage,
    method: 'delete',
    path: BATCH,
    summary: 'Delete all of it now.',
    answer: DoneResponse,
  },
  {
    ...v1,
    method: 'post',
    path: '/api/extract',
    summary: 'One PDF, one swimmer; waits for the answer.',
    form: ExtractForm,
    answer: V1ExtractResponse,
  },
  {
    ...v1,
    method: 'post',
    path: '/api/extractUrl',
    summary: 'The same for a PDF at an address.',
    json: ExtractUrlRequest,
    answer: V1ExtractResponse,
  },
  {
    ...v1,
    method: 'get',
    path: '/api/result/{code}',
    summary: 'What a result link shows.',
    answer: V1ResultResponse,
  },
  {
    ...v2,
    method: 'post',
    path: '/api/discover-heatsheets',
    summary: 'Search a meet’s page for its sheets.',
    json: DiscoverRequest,
    answer: DiscoverResponse,
  },
  {
    ...v2,
    method: 'get',
    path: '/api/mail/stop/{token}',
    summary: 'A page that asks whether to stop all mail to the address that got this link.',
    media: 'text/html',
  },
  {
    ...v2,
    method: 'post',
    path: '/api/mail/stop/{token}',
    summary: 'Stop it (RFC 8058, List-Unsubscribe=One-Click).',
    media: 'text/html',
  },
  {
    ...v2,
    method: 'get',
    path: '/api/health',
    summary: 'Whether the server works.',
    answer: HealthResponse,
  },
  {
    ...admin,
    method: 'get',
    path: '/api/admin/stats',
    summary: 'Counts over all batches.',
    answer: StatsResponse,
  },
  {
    ...admin,
    method: 'get',
    path: '/api/admin/health',
    summary: 'The state of the queue.',
    answer: QueueHealthResponse,
  },
  {
    ...admin,
    method: 'get',
    path: '/api/admin/batches',
    summary: 'The newest batches.',
    query: LimitQuery,
    answer: BatchesResponse,
  },
  {
    ...admin,
    method: 'get',
    path: '/api/admin/hours',
    summary: 'What was done in each of the last hours.',
    query: HoursQuery,
    answer: HoursResponse,
  },
  {
    ...admin,
    method: 'get',
    path: '/api/admin/metrics',
    summary: 'Figures for Prometheus.',
    media: 'text/plain',
  },
  {
    ...admin,
    method: 'post',
    path: '/api/admin/cleanup',
    summary: 'Delete what has had its time.',
    answer: CleanupResponse,
  },
  {
    ...admin,
    method: 'post',
    path: '/api/admin/batch/{id}/recover',
    summary: 'Take over what dead workers hold.',
    answer: BatchChangedResponse,
  },
];
