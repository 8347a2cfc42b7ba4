/** One mail a batch by Resend, whatever its server answers. */
import { BatchChangedResponse } from '@heatsync/shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { runUpkeep } from '../src/services/cleanup.ts';
import { createEmail } from '../src/services/email.ts';
import { BASE_URL, FORGOTTEN, mailApp, type MailApp } from './support/mailApp.ts';
import { startResend, type Fault, type ResendServer } from './support/resend.ts';
import { drawSheets, stub } from './support/sheets.ts';

let resend: ResendServer;
let t: MailApp;
beforeAll(async () => {
  resend = await startResend();
  t = await mailApp({ ...resend.env, MAX_PDF_MB: '1' });
});
afterEach(async () => {
  await t.clear();
  resend.forget();
});
afterAll(async () => {
  await t.close();
  await resend.close();
});

const ADA = 'parent@home.example';
/** A try has failed; the next is to come. */
const TRIED = {
  notificationEmail: ADA,
  notificationLeaseOwner: null,
  notificationAttempts: expect.toSatisfy((n) => n > 0),
};

describe('a mail that was asked for', () => {
  it('comes once when the batch ends, names no child, and its address is forgotten', async () => {
    const { first, swimmer } = await drawSheets();
    const { batchId } = await t.create({ files: [first], swimmers: [swimmer] });
    t.startMailer();
    const asked = BatchChangedResponse.parse(await (await t.notify(batchId, ` ${ADA} `)).json());
    expect(asked.batch.notification).toBe('asked');
    expect(resend.mails).toEqual([]);
    const worker = await t.startWorker();
    await t.untilSent(batchId);
    await worker.stop();
    expect(resend.mails).toHaveLength(1);
    const [mail] = resend.mails;
    expect(mail).toMatchObject({
      from: 'HeatSync <mail@swim.example>',
      to: ADA,
      key: `heatsync-batch-${batchId}`,
      subject: expect.stringMatching(/^Your heat sheets are read: \d+ races$/),
      headers: {
        'List-Unsubscribe': expect.stringMatching(`^<${BASE_URL}/api/mail/stop/[0-9a-f]{64}>$`),
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
    const { totalEvents } = (await t.json(`/api/batch/${batchId}/results`)) as {
      totalEvents: number;
    };
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(`${totalEvents} races found`);
      expect(part).toContain('Harbor Light Open');
      expect(part).toContain(`${BASE_URL}/batch/${batchId}`);
      expect(part).toContain(`${BASE_URL}/help#kept`);
    }
    const [last = '', given = ''] = swimmer.split(/[ ,]+/);
    // Whole words: three hexadecimal digits of a link may spell a short name.
    const names = new RegExp(String.raw`\b(?:${last}|${given}|${first.name})\b`, 'i');
    expect(JSON.stringify(mail)).not.toMatch(names);
  });

  it('comes at once when the batch has ended, and only once however often it is asked for or retried', async () => {
    const { batchId } = await t.create({ files: [stub('a.pdf'), stub('big.pdf', 2)] });
    await t.finish();
    t.startMailer();
    await t.notify(batchId, ADA);
    await t.untilSent(batchId);
    expect(resend.mails[0]?.subject).toMatch(/^1 of 2 heat sheets/);
    await t.notify(batchId, 'other@home.example');
    await t.sql(
      `update batch_jobs set source_type = 'url', source_url = 'https://swim.example/a.pdf'`,
    );
    await t.request(`/api/batch/${batchId}/retry`, { method: 'POST' });
    const { batch } = BatchChangedResponse.parse(await (await t.notify(batchId, ADA)).json());
    expect(batch.notification).toBe('sent');
    await t.finish();
    const next = await t.ended();
    await t.notify(next, ADA);
    await t.untilSent(next);
    expect(resend.mails).toHaveLength(2);
  });

  it('goes to the address that was typed last', async () => {
    const id = await t.waiting();
    await t.notify(id, 'typo@home.example');
    await t.notify(id, ADA);
    t.startMailer();
    await t.finish();
    await t.untilSent(id);
    expect(resend.mails.map(({ to }) => to)).toEqual([ADA]);
  });

  it('is sent by one of many mailers', async () => {
    for (let mailer = 0; mailer < 4; mailer++) t.startMailer();
    const ids = await Promise.all(Array.from({ length: 12 }, () => t.waiting()));
    await Promise.all(ids.map((id, index) => t.notify(id, `parent${index}@home.example`)));
    await t.finish();
    for (const id of ids) await t.untilSent(id);
    expect(resend.requests()).toBe(ids.length);
    expect(new Set(resend.mails.map(({ to }) => to)).size).toBe(ids.length);
  });

  it('is forgotten with its address when no mailer runs for two days', async () => {
    const id = await t.ended();
    await t.notify(id, ADA);
    await runUpkeep(t.context);
    expect(await t.row(id)).toMatchObject({ notificationEmail: ADA });
    await t.sql(`update processing_batches set completed_at = now() - interval '49 hours',
      notification_due_at = now() - interval '49 hours'`);
    await runUpkeep(t.context);
    expect(await t.row(id)).toMatchObject({ ...FORGOTTEN, notificationError: 'gave_up' });
  });
});

describe('a provider that fails', () => {
  const faults: Fault[] = [
    { status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '40' } },
    { status: 500, name: 'internal_server_error' },
    { status: 403, name: 'invalid_api_key' },
    { status: 409, name: 'concurrent_idempotent_requests' },
    'garbage',
    'hang',
    'accept and hang',
  ];
  it('is asked again later, and the mail is neither lost nor doubled', async () => {
    const id = await t.ended();
    resend.faults.push(...faults);
    t.startMailer({ sendMs: 1500 });
    await t.notify(id, ADA);
    while (resend.faults.length > 0) {
      await t.until(id, { ...TRIED, notificationSentAt: null });
      await t.makeDue();
    }
    await expect
      .poll(() => t.makeDue().then(() => t.row(id)), { timeout: 25_000 })
      .toMatchObject({ ...FORGOTTEN, notificationSentAt: expect.any(Date) });
    expect(resend.requests()).toBeGreaterThan(faults.length);
    expect(resend.mails).toHaveLength(1);
  });

  it('is not asked before the time that it names', async () => {
    const id = await t.ended();
    resend.faults.push({
      status: 429,
      name: 'rate_limit_exceeded',
      headers: { 'retry-after': '600' },
    });
    t.startMailer();
    await t.notify(id, ADA);
    await t.until(id, TRIED);
    const { notificationDueAt } = await t.row(id);
    expect((notificationDueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(500_000);
  });

  it('has the last word on a mail that it refuses; another address may then be given', async () => {
    const id = await t.ended();
    resend.faults.push({ status: 422, name: 'validation_error' });
    t.startMailer();
    await t.notify(id, ADA);
    await expect
      .poll(() => t.row(id))
      .toMatchObject({ ...FORGOTTEN, notificationError: 'validation_error' });
    expect(await t.json(`/api/batch/${id}`)).toMatchObject({ batch: { notification: 'failed' } });
    await t.notify(id, 'other@home.example');
    await t.untilSent(id);
    expect(resend.mails.map(({ to }) => to)).toEqual(['other@home.example']);
  });

  it('that took the mail before the batch changed is not given another', async () => {
    const id = await t.ended();
    resend.faults.push('accept and hang');
    t.startMailer({ sendMs: 1500 });
    await t.notify(id, ADA);
    await t.until(id, TRIED);
    await t.sql('update processing_batches set total_pdfs = 7');
    await t.makeDue();
    await t.untilSent(id);
    expect(resend.mails).toHaveLength(1);
  });

  it('is not asked again when it may have forgotten what it delivered', async () => {
    const id = await t.ended();
    await t.notify(id, ADA);
    await t.sql(
      `update processing_batches set notification_tried_at = now() - interval '24 hours'`,
    );
    t.startMailer();
    await t.until(id, { ...FORGOTTEN, notificationError: 'gave_up' });
    expect(resend.requests()).toBe(0);
  });
});

describe('who asks', () => {
  const errorOf = async (response: Response) =>
    ((await response.json()) as { error: string }).error;

  it('is told what is wrong', async () => {
    const id = await t.waiting();
    const bad = ['', 'nobody', 'a@b', 'a b@c.example', `${ADA}\r\nBcc: x@y.example`, `${ADA},x@y.example`,
      `"x" <${ADA}>`, `${'a'.repeat(250)}@home.example`]; // prettier-ignore
    for (const email of bad) expect(await errorOf(await t.notify(id, email))).toBe('INVALID_EMAIL');
    expect(await errorOf(await t.notify(id, 7))).toBe('INVALID_REQUEST');
    for (const missing of ['nothing', crypto.randomUUID()])
      expect(await errorOf(await t.notify(missing, ADA))).toBe('BATCH_NOT_FOUND');
    expect(await t.row(id)).toMatchObject(FORGOTTEN);
  });

  it('cannot flood a mailbox, however its address is written', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => t.waiting()));
    const ask = (index: number, email: string) => t.notify(ids[index] ?? '', email);
    // An hour may begin in between: then the first few count for nothing.
    const answers = [];
    for (let index = 0; index < 12; index++)
      answers.push((await ask(index, index % 2 ? ADA : `PARENT+${index}@home.example`)).status);
    expect(answers).toContain(429);
    expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
    expect((await ask(11, 'other@home.example')).status).toBe(200);
  });

  it('learns from the server whether it sends mail', async () => {
    expect(await t.json('/api/batch/health')).toMatchObject({ features: { email: true } });
    const without = await mailApp({ ...resend.env, ENABLE_EMAIL_NOTIFICATIONS: 'false' });
    expect(await without.json('/api/batch/health')).toMatchObject({ features: { email: false } });
    const answer = await without.notify(await without.waiting(), ADA);
    expect(answer.status).toBe(503);
    expect(await errorOf(answer)).toBe('EMAIL_UNAVAILABLE');
    await without.close();
  });
});

it('the provider’s key can be checked', async () => {
  expect(await t.context.email?.check()).toBeNull();
  const wrong = createEmail(loadConfig({ ...resend.env, RESEND_API_KEY: 're_wrong' }));
  expect(await wrong?.check()).toMatch(/RESEND_API_KEY/);
});
