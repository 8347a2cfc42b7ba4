import { describe, expect, it } from 'vitest';
import { mailBackoffSeconds } from '../mailer.ts';
import { mailboxOf } from '../optOut.ts';
import { readStopToken, stopTokenOf } from '../secrets.ts';
import { outcomeOf as ofResend } from './resend.ts';
import { outcomeOf as ofSmtp } from './smtp.ts';

describe('what a provider’s answer means', () => {
  it.each([
    ['validation_error', 422, { type: 'refused', reason: 'validation_error' }],
    ['security_error', 451, { type: 'refused', reason: 'security_error' }],
    ['invalid_idempotent_request', 409, { type: 'sent' }],
    [
      'concurrent_idempotent_requests',
      409,
      { type: 'later', reason: 'concurrent_idempotent_requests' },
    ],
    ['invalid_api_key', 403, { type: 'later', reason: 'invalid_api_key' }],
    ['application_error', null, { type: 'later', reason: 'application_error' }],
    ['<b>parent@home.example</b>', 500, { type: 'later', reason: 'unknown' }],
  ])('of Resend: %s, %s', (name, statusCode, outcome) => {
    // prettier-ignore
    expect(ofResend({ name, statusCode }, null)).toEqual(outcome);
  });

  it('of Resend: waits as long as it is told', () => {
    const limit = { name: 'rate_limit_exceeded', statusCode: 429 };
    expect(ofResend(limit, { 'retry-after': '40' })).toMatchObject({ afterSeconds: 40 });
    expect(ofResend(limit, { 'retry-after': 'soon' })).not.toHaveProperty('afterSeconds');
  });

  it.each([
    [
      { code: 'EENVELOPE', responseCode: 550 },
      { type: 'refused', reason: 'smtp_550' },
    ],
    [
      { code: 'EENVELOPE', responseCode: 451 },
      { type: 'later', reason: 'smtp_451' },
    ],
    [
      { code: 'EAUTH', responseCode: 535 },
      { type: 'later', reason: 'smtp_535' },
    ],
    [{ code: 'ETIMEDOUT' }, { type: 'later', reason: 'etimedout' }],
    [{}, { type: 'later', reason: 'unknown' }],
  ])('of SMTP: %o', (error, outcome) => {
    expect(ofSmtp(error)).toEqual(outcome);
  });
});

describe('mailBackoffSeconds', () => {
  it('doubles from 15 seconds to an hour', () => {
    expect([1, 2, 3, 20].map((attempts) => mailBackoffSeconds(attempts, 0))).toEqual([
      15, 30, 60, 3600,
    ]);
    expect(mailBackoffSeconds(1, 1)).toBe(22.5);
  });
});

describe('mailboxOf', () => {
  it.each([
    ['Parent@Home.Example', 'parent@home.example'],
    ['parent+meet+2@home.example', 'parent@home.example'],
    ['+odd@home.example', '+odd@home.example'],
  ])('%s is %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});

describe('the token that stops mail', () => {
  it('is believed only when this installation made it', () => {
    const key = 'a'.repeat(32);
    const token = stopTokenOf('secret', key);
    expect(readStopToken('secret', token)).toBe(key);
    expect(readStopToken('other', token)).toBeNull();
    for (const wrong of ['', key, `${token}0`, `b${token.slice(1)}`])
      expect(readStopToken('secret', wrong)).toBeNull();
  });
});
