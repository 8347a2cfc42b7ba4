/** Who takes mails in the trials that kill workers: told when to hold still, and asked what arrived. */
import { startResend } from './resend.ts';
import { startSmtp } from './smtp.ts';

/** The mail is claimed; the provider knows it comes; it has the mail; it has answered, and nobody has written it down. */
export const STEPS = ['claimed', 'arrived', 'accepted', 'answered'] as const;
export type Step = (typeof STEPS)[number];

export type MailProvider = {
  env: Record<string, string>;
  /** Called at each mail; whoever rejects leaves the sender without an answer. */
  at: Record<'arrived' | 'accepted', () => Promise<void>>;
  /** What tells a copy of a batch's mail, for each that was delivered. */
  copiesOf(batchId: string): string[];
  /** Killed here, a worker leaves a mail that is delivered again. */
  repeatsAfter: readonly Step[];
  close(): Promise<void>;
};

const byResend = async (): Promise<MailProvider> => {
  const { env, at, mails, close } = await startResend();
  const copiesOf = (id: string) =>
    mails.map(({ key }) => key).filter((key) => key === `heatsync-batch-${id}`);
  return { env, at, copiesOf, repeatsAfter: [], close };
};

/** SMTP has no keys: what was handed over and not written down is handed over again. */
const bySmtp = async (): Promise<MailProvider> => {
  const at: MailProvider['at'] = {
    arrived: async () => undefined,
    accepted: async () => undefined,
  };
  const smtp = await startSmtp(
    { onRcptTo: (_address, _session, done) => void at.arrived().then(() => done(), done) },
    () => at.accepted(),
  );
  const copiesOf = (id: string) =>
    smtp.mails
      .filter(({ text }) => text?.includes(`/batch/${id}`))
      .map(({ messageId }) => messageId ?? '');
  return { env: smtp.env, at, copiesOf, repeatsAfter: ['accepted', 'answered'], close: smtp.close };
};

export const PROVIDERS = { Resend: byResend, SMTP: bySmtp };
