/** The server's batch routes, each answer parsed with the schema both sides share. Throws `ClientError`. */
import './strictParsing.ts';
import { BatchResponse, BatchView, ResultsResponse } from '@heatsync/shared';
import { z } from 'zod';
import { request } from './http.ts';

export { ClientError } from './http.ts';
export { follow, type Connection } from './follow.ts';
export { createBatch, newAttempt, type NewBatch } from './upload.ts';

const CancelResponse = z.object({ success: z.literal(true), batch: BatchView });

const path = (batchId: string, rest = ''): string =>
  `/api/batch/${encodeURIComponent(batchId)}${rest}`;

export const getBatch = (batchId: string): Promise<BatchResponse> =>
  request(BatchResponse, path(batchId));

export const getResults = (batchId: string): Promise<ResultsResponse> =>
  request(ResultsResponse, path(batchId, '/results'));

export const cancelBatch = (batchId: string): Promise<z.infer<typeof CancelResponse>> =>
  request(CancelResponse, path(batchId, '/cancel'), { method: 'POST' });
