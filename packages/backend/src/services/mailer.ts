/** Sends the mails of batches that have ended: one a batch, whatever is killed on the way. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { distinctRaces } from '@heatsync/shared';
import type { BatchRow } from '../db/queries/batches.ts';
import { claimMail, markMailFailed, markMailSent, putBackMail } from '../db/queries/mail.ts';
import { findJobs } from '../db/queries/jobs.ts';
import type { Context } from './context.ts';
import type { Email, Mail, Outcome } from './email.ts';
import { composeMail } from './email/message.ts';
import { stopToken, wantsNoMail } from './optOut.ts';
import { getResults } from './results.ts';
import { messageKey } from './secrets.ts';
import { createWakeup } from './wakeup.ts';

export type MailerOptions = {
  /** Where people reach the pages. */
  baseUrl: string;
  /** Longer than `sendMs`: while one mailer sends, no other may. */
  leaseSeconds: number;
  sendMs: number;
  pollMs: number;
  /** Mails on their way at the same time in this process. */
  loops: number;
  /** How long a mail on its way may go on after `stop`. */
  graceMs: number;
};
export const MAILER_DEFAULTS: Omit<MailerOptions, 'baseUrl'> = {
  leaseSeconds: 60,
  sendMs: 30_000,
  pollMs: 5000,
  loops: 2,
  graceMs: 5000,
};

const HOUR_SECONDS = 3600;
const FIRST_WAIT_SECONDS = 15;
/** Providers know a mail's key for 24 hours: whoever tries longer may deliver twice. */
const GIVE_UP_MS = 23 * HOUR_SECONDS * 1000;

/** 15 s, 30 s, 1 min… up to an hour, each stretched by up to a half so that mails do not come back in step. */
export const mailBackoffSeconds = (attempts: number, random: number): number =>
  Math.min(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), HOUR_SECONDS) * (1 + random / 2);

type Claimed = BatchRow & { notificationEmail: string };

const composeFor = async (context: Context, baseUrl: string, batch: Claimed): Promise<Mail> => {
  const { id, notificationEmail: to } = batch;
  const [results, jobs] = await Promise.all([getResults(context, id), findJobs(context.db, id)]);
  const stop = `${baseUrl}/api/mail/stop/${stopToken(context, to)}`;
  const facts = {
    status: batch.status,
    total: batch.totalPdfs,
    completed: batch.completedPdfs,
    failed: batch.failedPdfs,
    races: distinctRaces(results.sources.flatMap(({ events }) => events)),
    meets: jobs.flatMap((job) => job.meetName ?? []),
  };
  return {
    to,
    ...composeMail(facts, {
      results: `${baseUrl}/batch/${id}`,
      stop,
      privacy: `${baseUrl}/help#kept`,
    }),
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    key: `heatsync-batch-${id}`,
    messageId: `<${messageKey(context.secret, id)}@${context.config.mail?.from.address.split('@')[1]}>`,
  };
};

const isTooLate = ({ notificationTriedAt }: BatchRow): boolean =>
  notificationTriedAt !== null && Date.now() - notificationTriedAt.getTime() > GIVE_UP_MS;

const attempt = async (
  context: Context,
  email: Email,
  { baseUrl, signal }: { baseUrl: string; signal: AbortSignal },
  batch: Claimed,
): Promise<Outcome> => {
  if (isTooLate(batch)) return { type: 'refused', reason: 'gave_up' };
  if (await wantsNoMail(context, batch.notificationEmail))
    return { type: 'refused', reason: 'opted_out' };
  return email.send(await composeFor(context, baseUrl, batch), signal);
};

/** Writes down what became of a mail. Nothing is written when another mailer has it by now. */
const record = async (
  { db, log }: Pick<Context, 'db' | 'log'>,
  { id, notificationAttempts: attempts }: BatchRow,
  owner: string,
  outcome: Outcome,
): Promise<void> => {
  if (outcome.type === 'sent') {
    const isOurs = await markMailSent(db, id, owner);
    if (isOurs) log.info({ batch: id, attempts }, 'a mail was sent');
    return;
  }
  const { reason } = outcome;
  if (outcome.type === 'refused') {
    await markMailFailed(db, id, owner, reason);
    log.warn({ batch: id, attempts, reason }, 'a mail will not be sent');
    return;
  }
  const least = Math.min(outcome.afterSeconds ?? 0, HOUR_SECONDS);
  const seconds = Math.max(least, mailBackoffSeconds(attempts, Math.random()));
  await putBackMail(db, id, owner, seconds);
  log.warn({ batch: id, attempts, reason }, 'a mail could not be sent; it is tried again');
};

/** Sends what is due until `stop`, which waits a while for the mails on their way. */
export const startMailer = (
  context: Context,
  email: Email,
  { baseUrl, leaseSeconds, sendMs, pollMs, loops, graceMs }: MailerOptions,
): { stop(): Promise<void> } => {
  const { db, log, bus } = context;
  const closing = new AbortController();
  const cut = new AbortController();
  const wakeup = createWakeup();
  const unsubscribe = bus.subscribe(wakeup.wake);

  const sendNext = async (): Promise<void> => {
    const [ticket, owner] = [wakeup.ticket(), randomUUID()];
    const batch = await claimMail(db, owner, leaseSeconds);
    const to = batch?.notificationEmail;
    if (!batch || !to) return wakeup.wait(ticket, pollMs, closing.signal);
    const signal = AbortSignal.any([cut.signal, AbortSignal.timeout(sendMs)]);
    const claimed = { ...batch, notificationEmail: to };
    const outcome = await attempt(context, email, { baseUrl, signal }, claimed);
    return record(context, batch, owner, outcome);
  };
  const work = async () => {
    while (!closing.signal.aborted)
      await sendNext().catch(async (error: unknown) => {
        log.error({ err: error }, 'the mailer could not go on; it tries again');
        await sleep(pollMs, undefined, { signal: closing.signal }).catch(() => undefined);
      });
  };
  const working = Promise.all(Array.from({ length: loops }, work));
  return {
    stop: async () => {
      unsubscribe();
      closing.abort();
      const grace = setTimeout(() => cut.abort(), graceMs);
      await working.finally(() => clearTimeout(grace));
    },
  };
};
