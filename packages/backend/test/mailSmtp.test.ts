/** Mail by a real SMTP server, and the link in it that stops all mail to an address. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { createEmail } from '../src/services/email.ts';
import { BASE_URL, FORGOTTEN, mailApp, type MailApp } from './support/mailApp.ts';
import { startSmtp, type SmtpServer } from './support/smtp.ts';

const ADA = 'parent@home.example';
const ONE_CLICK = 'List-Unsubscribe=One-Click';
let smtp: SmtpServer;
let t: MailApp;
beforeAll(async () => {
  smtp = await startSmtp();
  t = await mailApp(smtp.env);
});
afterEach(async () => {
  await t.clear();
  smtp.mails.length = smtp.refusals.length = 0;
});
afterAll(async () => {
  await t.close();
  await smtp.close();
});

/** Sends one mail and gives it as it arrived. */
const receive = async () => {
  const id = await t.ended();
  t.startMailer();
  await t.notify(id, ADA);
  await t.untilSent(id);
  const [mail] = smtp.mails;
  if (!mail) throw new Error('no mail arrived');
  return { id, mail };
};
const stopPath = (mail: Awaited<ReturnType<typeof receive>>['mail']): string => {
  const list = mail.headers.get('list') as { unsubscribe?: { url: string } };
  return list.unsubscribe?.url.replace(BASE_URL, '') ?? '';
};
const post = (path: string, body: string) =>
  t.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  });

describe('a mail by SMTP', () => {
  it('arrives whole: both parts, who wrote it, and how to stop it', async () => {
    const { id, mail } = await receive();
    expect(mail.from?.text).toBe('"HeatSync" <mail@swim.example>');
    expect(mail.to).toMatchObject({ value: [{ address: ADA }] });
    expect(mail.subject).toBe('Your heat sheets are read: 0 races');
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@swim\.example>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headerLines.map(({ line }) => line)).toContain(
      `List-Unsubscribe-Post: ${ONE_CLICK}`,
    );
    expect(mail.text).toContain(`${BASE_URL}/batch/${id}`);
    expect(mail.html).toContain(`href="${BASE_URL}/batch/${id}"`);
    expect(smtp.mails).toHaveLength(1);
  });

  it('that is refused for good is not tried again, else it is', async () => {
    const refused = await t.ended();
    smtp.refusals.push(550);
    t.startMailer();
    await t.notify(refused, ADA);
    await t.until(refused, { ...FORGOTTEN, notificationError: 'smtp_550' });
    const delayed = await t.ended();
    smtp.refusals.push(451);
    await t.notify(delayed, ADA);
    await t.until(delayed, { notificationAttempts: 1, notificationLeaseOwner: null });
    await t.makeDue();
    await t.untilSent(delayed);
    expect(smtp.mails).toHaveLength(1);
  });

  it('waits while the server is away or refuses the password', async () => {
    const closed = await startSmtp();
    await closed.close();
    const locked = await startSmtp({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    });
    const mail = {
      to: ADA,
      subject: 's',
      text: 't',
      html: 'h',
      headers: {},
      key: 'k',
      messageId: '<m@x>',
    };
    const outcomes: [string, string][] = [
      [closed.env.SMTP_URL, 'esocket'],
      [locked.env.SMTP_URL.replace('//', '//user:wrong@'), 'smtp_535'],
    ];
    for (const [SMTP_URL, reason] of outcomes) {
      const email = createEmail(loadConfig({ ...smtp.env, SMTP_URL }));
      expect(await email?.send(mail, AbortSignal.timeout(20_000))).toEqual({
        type: 'later',
        reason,
      });
      expect(await email?.check()).toContain(reason);
    }
    expect(await t.context.email?.check()).toBeNull();
    await locked.close();
  });
});

describe('the link that stops mail', () => {
  it('changes nothing when it is opened, and stops everything at one click', async () => {
    const { mail } = await receive();
    const path = stopPath(mail);
    const opened = await t.request(path);
    expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await opened.text()).toContain('Stop all mail');
    const next = await t.ended();
    await t.notify(next, ADA);
    await t.untilSent(next);
    expect(smtp.mails).toHaveLength(2);

    expect((await post(path, ONE_CLICK)).status).toBe(200);
    expect(await (await t.request(path)).text()).toContain('No more mail');
    const last = await t.ended();
    const refused = await t.notify(last, ADA.toUpperCase().replace('@', '+meet@'));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: 'EMAIL_OPTED_OUT' });
    expect((await t.notify(last, 'other@home.example')).status).toBe(200);
    await t.untilSent(last);

    await post(path, 'again=yes');
    const allowed = await t.ended();
    await t.notify(allowed, ADA);
    await t.untilSent(allowed);
    expect(smtp.mails.map((each) => each.to)).toMatchObject([
      { text: ADA }, { text: ADA }, { text: 'other@home.example' }, { text: ADA },
    ]); // prettier-ignore
  });

  it('also stops what was asked for before, and keeps no address', async () => {
    const { mail } = await receive();
    await t.clear();
    const id = await t.waiting();
    await t.notify(id, ADA);
    await post(stopPath(mail), ONE_CLICK);
    t.startMailer();
    await t.finish();
    await t.until(id, { ...FORGOTTEN, notificationError: 'opted_out', notificationSentAt: null });
    expect(smtp.mails).toHaveLength(1);
    const kept = await t.context.db.query.mailOptOuts.findMany();
    expect(kept).toEqual([{ mailbox: expect.stringMatching(/^[0-9a-f]{32}$/), createdAt: expect.any(Date) }]); // prettier-ignore
  });

  it('works for its own address only', async () => {
    const { mail } = await receive();
    const path = stopPath(mail);
    const other = path.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const wrong of [other, '/api/mail/stop/x', path.slice(0, -1)]) {
      expect((await t.request(wrong)).status).toBe(404);
      expect((await post(wrong, ONE_CLICK)).status).toBe(404);
    }
  });
});
