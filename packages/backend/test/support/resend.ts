/** Stands in for Resend: its documented requests, answers and idempotency keys, and failures on demand. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export const RESEND_KEY = 're_test_key';

const SendEmail = z.strictObject({
  from: z.string().regex(/^[^<>\r\n]+ <[^<>\s]+@[^<>\s]+>$/),
  to: z.email(),
  subject: z
    .string()
    .min(1)
    .regex(/^[^\r\n]*$/),
  text: z.string().min(1),
  html: z.string().min(1),
  headers: z.record(z.string(), z.string().regex(/^[^\r\n]*$/)),
});
export type SentMail = z.infer<typeof SendEmail> & { key: string };

export type Failure = { status: number; name: string; headers?: Record<string, string> };
/** What befalls the next request: an error, an answer that is no JSON, or none at all, with the mail accepted or not. */
export type Fault = Failure | 'garbage' | 'hang' | 'accept and hang';

const json = (response: ServerResponse, status: number, body: object, headers = {}) =>
  response
    .writeHead(status, { 'Content-Type': 'application/json', ...headers })
    .end(JSON.stringify(body));
const fail = (response: ServerResponse, { status, name, headers }: Failure) =>
  json(response, status, { statusCode: status, name, message: `said for ${name}` }, headers);

export const startResend = async () => {
  const mails: SentMail[] = [];
  const faults: Fault[] = [];
  const accepted = new Map<string, { id: string; payload: string }>();
  const inProgress = new Set<string>();
  /** Called when a request has arrived, when its mail is accepted, and when it was answered. */
  const at: Record<'arrived' | 'accepted' | 'answered', () => Promise<void>> = {
    arrived: async () => undefined,
    accepted: async () => undefined,
    answered: async () => undefined,
  };
  let requests = 0;

  const accept = async (response: ServerResponse, key: string, body: string, fault?: Fault) => {
    const payload = createHash('sha256').update(body).digest('hex');
    const known = accepted.get(key);
    if (known && known.payload !== payload)
      return fail(response, { status: 409, name: 'invalid_idempotent_request' });
    const mail = SendEmail.safeParse(JSON.parse(body));
    if (!mail.success) return fail(response, { status: 422, name: 'validation_error' });
    const id = known?.id ?? randomUUID();
    if (!known) mails.push({ ...mail.data, key });
    accepted.set(key, { id, payload });
    await at.accepted();
    if (fault === 'accept and hang') return undefined;
    if (fault === 'garbage') return response.writeHead(200).end('<html>');
    json(response, 200, { id });
    return at.answered();
  };

  const send = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const key = request.headers['idempotency-key']?.toString() ?? '';
    requests += 1;
    if (!/^.{1,256}$/.test(key))
      return fail(response, { status: 400, name: 'invalid_idempotency_key' });
    if (inProgress.has(key))
      return fail(response, { status: 409, name: 'concurrent_idempotent_requests' });
    const fault = faults.shift();
    if (fault === 'hang') return undefined;
    if (typeof fault === 'object') return fail(response, fault);
    inProgress.add(key);
    try {
      await at.arrived();
      return await accept(response, key, body, fault);
    } finally {
      inProgress.delete(key);
    }
  };

  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    if (headers.authorization !== `Bearer ${RESEND_KEY}`)
      return fail(response, { status: 403, name: 'invalid_api_key' });
    if (method === 'GET' && url === '/domains')
      return fail(response, { status: 401, name: 'restricted_api_key' });
    if (method !== 'POST' || url !== '/emails')
      return fail(response, { status: 404, name: 'not_found' });
    return void send(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    env: {
      RESEND_API_KEY: RESEND_KEY,
      RESEND_BASE_URL: url,
      NOTIFICATION_FROM_EMAIL: 'HeatSync <mail@swim.example>',
    },
    /** What was delivered. */
    mails,
    faults,
    at,
    requests: () => requests,
    /** For the next test. */
    forget: () => {
      mails.length = faults.length = requests = 0;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
export type ResendServer = Awaited<ReturnType<typeof startResend>>;
