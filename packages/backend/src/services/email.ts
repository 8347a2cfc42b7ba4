/** Mail goes out here: one interface, by Resend (`email/resend`) or any SMTP server (`email/smtp`). */
import type { Config } from '../config.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  /** Names the mail: sent twice with the same key, a provider that knows such keys delivers it once. */
  key: string;
  /** The same at every try, so that a mail program can tell a repetition. */
  messageId: string;
};

/** `reason` is a short code, never a provider's sentence: that may repeat the address. */
export type Outcome =
  | { type: 'sent' }
  | { type: 'later'; reason: string; afterSeconds?: number }
  | { type: 'refused'; reason: string };

export type Email = {
  /** Never rejects. */
  send(mail: Mail, signal: AbortSignal): Promise<Outcome>;
  /** Asks the provider whether it would take mail from us; says in one line what is wrong, else null. */
  check(): Promise<string | null>;
};

export type MailConfig = NonNullable<Config['mail']>;

const open = async (mail: MailConfig): Promise<Email> => {
  if ('resend' in mail) {
    const { createResend } = await import('./email/resend.ts');
    return createResend(mail.from, mail.resend);
  }
  const { createSmtp } = await import('./email/smtp.ts');
  return createSmtp(mail.from, mail.smtpUrl);
};

/** Null where no mail is sent. The provider's library is loaded with the first mail. */
export const createEmail = ({ mail }: Pick<Config, 'mail'>): Email | null => {
  if (!mail) return null;
  let opened: Promise<Email> | null = null;
  const get = () => (opened ??= open(mail));
  return {
    send: async (letter, signal) => (await get()).send(letter, signal),
    check: async () => (await get()).check(),
  };
};
