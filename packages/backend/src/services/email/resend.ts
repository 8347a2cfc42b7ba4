import { Resend } from 'resend';
import type { Email, MailConfig, Outcome } from '../email.ts';

type Options = Extract<MailConfig, { resend: object }>['resend'];
type Failure = { name: string; statusCode: number | null };

/** The mail itself is at fault: another try changes nothing. All else may be mended meanwhile. */
const FINAL = [400, 404, 405, 422, 451];
/** A mail with this key is out, with other words: the batch has changed between two tries. */
const ALREADY_SENT = 'invalid_idempotent_request';

const codeOf = ({ name }: Failure): string => (/^[a-z_]{1,40}$/.test(name) ? name : 'unknown');

const waitOf = (headers: Record<string, string> | null) => {
  const seconds = Number(headers?.['retry-after']);
  return seconds > 0 ? { afterSeconds: seconds } : {};
};

/** What an error means for the mail. The SDK returns errors, also of the network; it throws none. */
export const outcomeOf = (error: Failure, headers: Record<string, string> | null): Outcome => {
  if (error.name === ALREADY_SENT) return { type: 'sent' };
  const reason = codeOf(error);
  if (FINAL.includes(error.statusCode ?? 0)) return { type: 'refused', reason };
  return { type: 'later', reason, ...waitOf(headers) };
};

const CHECKS: Record<string, string> = {
  invalid_api_key: 'Resend does not know this RESEND_API_KEY.',
  missing_api_key: 'Resend wants an API key: set RESEND_API_KEY.',
};

/** Mail by Resend's API, which delivers a mail once per key, however often it is sent within a day. */
export const createResend = (
  { name, address }: MailConfig['from'],
  { apiKey, baseUrl }: Options,
): Email => {
  const resend = new Resend(apiKey, { ...(baseUrl && { baseUrl: baseUrl.replace(/\/$/, '') }) });
  const from = `${name} <${address}>`;
  return {
    send: async ({ to, subject, text, html, headers, key }, signal) => {
      const answer = await resend.emails.send(
        { from, to, subject, text, html, headers },
        { idempotencyKey: key, signal },
      );
      return answer.error ? outcomeOf(answer.error, answer.headers) : { type: 'sent' };
    },
    check: async () => {
      const { error } = await resend.domains.list();
      // A key that may only send is refused here, and is all we need.
      if (!error || error.name === 'restricted_api_key') return null;
      return CHECKS[error.name] ?? `Resend does not answer as it should (${codeOf(error)}).`;
    },
  };
};
