/** The SDK's errors in our words. */
import type * as Sdk from 'openai';
import { AiError, type AiProblem } from './problems.ts';

type ApiError = InstanceType<typeof Sdk.APIError>;

const MS = 1000;

/** `retry-after` in seconds or as a date, or `retry-after-ms`. */
const waitOf = ({ headers }: ApiError): number | undefined => {
  const exact = Number(headers?.get('retry-after-ms') ?? NaN);
  if (Number.isFinite(exact)) return exact;
  const given = headers?.get('retry-after');
  if (!given) return undefined;
  const seconds = Number(given);
  const ms = Number.isFinite(seconds) ? seconds * MS : Date.parse(given) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
};

/** Status and code only: a message may repeat what was sent. */
const told = (problem: AiProblem, error: ApiError): AiError =>
  new AiError(problem, {
    detail: `HTTP ${error.status ?? '–'} ${error.code ?? ''}`.trim(),
    retryAfterMs: waitOf(error),
  });

const isTooLong = ({ status, code, message }: ApiError): boolean =>
  status === 413 || code === 'context_length_exceeded' || /context (length|window)/i.test(message);

const missing = (error: ApiError): 'no_file' | 'no_route' | AiError => {
  const { code, message, param } = error;
  if (param === 'file_id' || /\bfile\b/i.test(message)) return 'no_file';
  return code === 'model_not_found' ? told('unusable', error) : 'no_route';
};

const byStatus = (error: ApiError): AiError | 'no_file' | 'no_route' => {
  const { status = 0 } = error;
  if (isTooLong(error)) return told('too_long', error);
  if (status === 404 || status === 405) return missing(error);
  if (status === 400 && error.param === 'file_id') return 'no_file';
  if (status === 408) return told('timeout', error);
  if (status === 429)
    return told(error.code === 'insufficient_quota' ? 'unusable' : 'rate_limited', error);
  return told(status === 409 || status >= 500 ? 'server' : 'unusable', error);
};

/** `no_file`: the file is gone at the provider; `no_route`: the server has no such API. */
export const toAiError = (sdk: typeof Sdk, error: unknown): AiError | 'no_file' | 'no_route' => {
  if (error instanceof AiError) return error;
  if (error instanceof sdk.APIConnectionTimeoutError) return new AiError('timeout');
  if (error instanceof sdk.APIConnectionError)
    return new AiError('server', { detail: 'no connection' });
  if (error instanceof sdk.APIUserAbortError) return new AiError('timeout');
  if (error instanceof sdk.APIError) return byStatus(error);
  // A body that is no JSON, or JSON of another shape.
  return new AiError('bad_answer');
};
