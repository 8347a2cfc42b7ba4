import { createTransport } from 'nodemailer';
import type { Email, MailConfig, Outcome } from '../email.ts';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

type Failure = { code?: string; responseCode?: number };

const reasonOf = ({ code, responseCode }: Failure): string =>
  responseCode ? `smtp_${responseCode}` : (code ?? 'unknown').toLowerCase().slice(0, 40);

/** A server's "no" to this mail is final; one to our password, or no answer at all, may be mended. */
export const outcomeOf = (error: Failure): Outcome => {
  const reason = reasonOf(error);
  const isFinal = (error.responseCode ?? 0) >= 500 && error.code !== 'EAUTH';
  return isFinal ? { type: 'refused', reason } : { type: 'later', reason };
};

/** A password is sent over an encrypted connection only, unless the server is this machine. */
const mustEncrypt = (url: string): boolean => {
  const { username, hostname, protocol } = new URL(url);
  return protocol === 'smtp:' && username !== '' && !/^(localhost|127\.|\[::1\])/.test(hostname);
};

/** Mail by any SMTP server. SMTP knows no keys: what is sent again is delivered again. */
export const createSmtp = (from: MailConfig['from'], url: string): Email => {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(mustEncrypt(url) && { requireTLS: true }),
  });
  return {
    send: async ({ to, key: _key, ...mail }, signal) => {
      try {
        await transport.sendMail({ ...mail, from, to: { name: '', address: to }, signal });
        return { type: 'sent' };
      } catch (error) {
        return outcomeOf(error as Failure);
      }
    },
    check: () =>
      transport.verify().then(
        () => null,
        (error: Failure) => `The server of SMTP_URL takes no mail from us (${reasonOf(error)}).`,
      ),
  };
};
