/** How the provider fails, on demand. */
import { send, sendAnswer, sendError, type Failure } from './server.ts';

export const busy =
  (seconds: number): Failure =>
  (response) =>
    sendError(response, 429, { code: 'rate_limit_exceeded' }, { 'Retry-After': String(seconds) });

const status =
  (code: number, error: Parameters<typeof sendError>[2] = {}): Failure =>
  (response) =>
    sendError(response, code, error);

export const noQuota = status(429, { code: 'insufficient_quota' });
export const wrongKey = status(401, { code: 'invalid_api_key' });
export const noModel = status(404, { code: 'model_not_found' });
export const broken = status(500);
export const tooLong = status(400, { code: 'context_length_exceeded' });
/** Never answers. */
export const silent: Failure = () => undefined;
export const notJson: Failure = (response) => send(response, 200, '{"id": "resp');
export const prose: Failure = (response, asked) => sendAnswer(response, asked, 'Here they are:');
export const otherShape: Failure = (response, asked) => sendAnswer(response, asked, '{"races": 3}');
export const refused: Failure = (response, asked) =>
  sendAnswer(response, asked, '', { refusal: 'I cannot help with that.' });
const incomplete = (reason: string) => ({
  response: { status: 'incomplete', incomplete_details: { reason } },
});
export const filtered: Failure = (response, asked) =>
  sendAnswer(response, asked, '', incomplete('content_filter'));
export const cutOff: Failure = (response, asked) =>
  sendAnswer(response, asked, '{"races": [', incomplete('max_output_tokens'));
