/** The server's batch routes, each answer parsed with the schema both sides share. Throws `ClientError`. */
import './strictParsing.ts';
import {
  BatchChangedResponse,
  BatchHealthResponse,
  BatchResponse,
  ResultsResponse,
  type AnswersRequest,
} from '@heatsync/shared';
import { z } from 'zod';
import { request } from './http.ts';

export { ClientError, lastSeenAt } from './http.ts';
export { follow, type Connection } from './follow.ts';

const path = (batchId: string, rest = ''): string =>
  `/api/batch/${encodeURIComponent(batchId)}${rest}`;

export const getBatch = (batchId: string): Promise<BatchResponse> =>
  request(BatchResponse, path(batchId));

export const getResults = (batchId: string): Promise<ResultsResponse> =>
  request(ResultsResponse, path(batchId, '/results'));

const change = (path: string, init: RequestInit): Promise<BatchChangedResponse> =>
  request(BatchChangedResponse, path, init);

export const cancelBatch = (batchId: string): Promise<BatchChangedResponse> =>
  change(path(batchId, '/cancel'), { method: 'POST' });

/** All that failed, or the one sheet named. */
export const retryBatch = (batchId: string, jobId: string | null): Promise<BatchChangedResponse> =>
  change(path(batchId, jobId === null ? '/retry' : `/jobs/${jobId}/retry`), { method: 'POST' });

/** What is said of a batch arrives even if the page goes meanwhile. */
export const answerBatch = (
  batchId: string,
  token: string,
  answers: AnswersRequest,
): Promise<BatchChangedResponse> =>
  change(path(batchId), {
    method: 'PATCH',
    keepalive: true,
    headers: { 'Content-Type': 'application/json', 'X-Manage-Token': token },
    body: JSON.stringify(answers),
  });

/** One mail to this address when the batch has ended. */
export const askForMail = (batchId: string, email: string): Promise<BatchChangedResponse> =>
  change(path(batchId, '/notify'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email }),
  });

/** What the server can do besides reading sheets. */
export const getFeatures = async (): Promise<BatchHealthResponse['features']> =>
  (await request(BatchHealthResponse, '/api/batch/health')).features;

const Done = z.object({ success: z.literal(true) });

export const deleteBatch = async (batchId: string, token: string): Promise<void> => {
  await request(Done, path(batchId), { method: 'DELETE', headers: { 'X-Manage-Token': token } });
};
