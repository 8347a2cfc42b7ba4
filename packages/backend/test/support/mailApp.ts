/** The program with mail, and sheets that are read in no time. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { findBatch, type BatchRow } from '../../src/db/queries/batches.ts';
import { doneReport } from '../../src/services/jobReports.ts';
import { MAILER_DEFAULTS, startMailer, type MailerOptions } from '../../src/services/mailer.ts';
import { claim, createReporter } from './oneWorker.ts';
import { EMPTY_SHEET, stub } from './sheets.ts';
import { testApp } from './testApp.ts';

export const BASE_URL = 'https://swim.example';
const SHEET = { ...EMPTY_SHEET, meetName: 'Harbor Light Open' };
const PATIENT = { timeout: 25_000 };

export const mailApp = async (env: Record<string, string>) => {
  const t = await testApp(env);
  const { context } = t;
  const mailers: { stop(): Promise<void> }[] = [];
  const row = async (id: string) => (await findBatch(context.db, id)) ?? ({} as Partial<BatchRow>);
  const until = (id: string, wanted: object) =>
    expect.poll(() => row(id), PATIENT).toMatchObject(wanted);

  /** A batch that nobody reads yet. */
  const waiting = async () => (await t.create({ files: [stub('a.pdf')] })).batchId;
  /** Reads all that waits. */
  const finish = async () => {
    const worker = randomUUID();
    const report = createReporter(context, worker);
    const done = doneReport({ sheet: SHEET, eventCount: 0, cached: false });
    const next = () => claim(context, { worker, places: 1, leaseSeconds: 60 });
    for (let [job] = await next(); job; [job] = await next()) await report(job, done);
  };
  /** As if the clock had been put forward: what waits for its next try is due. */
  const makeDue = () =>
    t.sql(`update processing_batches set notification_due_at = now() - interval '1 second'
      where notification_email is not null and notification_lease_owner is null`);
  const stopMailers = () => Promise.all(mailers.splice(0).map((mailer) => mailer.stop()));

  return {
    ...t,
    row,
    until,
    waiting,
    finish,
    makeDue,
    ended: async () => {
      const id = await waiting();
      await finish();
      return id;
    },
    notify: (id: string, email: unknown) =>
      t.request(`/api/batch/${id}/notify`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email }),
      }),
    untilSent: async (id: string) => {
      await until(id, { notificationSentAt: expect.any(Date) });
      expect(await row(id)).toMatchObject(FORGOTTEN);
    },
    startMailer: (options: Partial<MailerOptions> = {}) => {
      const { email } = context;
      if (!email) throw new Error('this server sends no mail');
      const mailer = { ...MAILER_DEFAULTS, baseUrl: BASE_URL, pollMs: 50, ...options };
      mailers.push(startMailer(context, email, mailer));
    },
    /** For the next test. */
    clear: async () => {
      await stopMailers();
      await t.sql(
        'delete from processing_batches; delete from rate_counters; delete from mail_opt_outs',
      );
    },
    close: async () => {
      await stopMailers();
      await t.close();
    },
  };
};
export type MailApp = Awaited<ReturnType<typeof mailApp>>;

/** Nothing of the address is left, and nothing is to be done. */
export const FORGOTTEN = {
  notificationEmail: null,
  notificationLeaseOwner: null,
  notificationDueAt: null,
};
