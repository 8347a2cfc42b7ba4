import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

describe('loadConfig', () => {
  it('needs no variable at all', () => {
    expect(loadConfig({})).toMatchObject({
      port: 8000,
      role: 'all',
      databaseUrl: null,
      limits: { pdfsPerBatch: 15, pdfBytes: 25 * 1024 * 1024, pdfPages: 500 },
      concurrentJobsPerBatch: 3,
    });
  });

  it('takes an empty variable for none', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8000 });
  });

  it('knows the other name of DATABASE_URL', () => {
    const url = 'postgres://user@host/db';
    expect(loadConfig({ SUPABASE_DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it('keeps uploads under DATA_DIR unless told otherwise', () => {
    expect(loadConfig({ DATA_DIR: '/var/hs' }).tempFileDir).toBe('/var/hs/uploads');
    expect(loadConfig({ TEMP_FILE_DIR: '/tmp/hs' }).tempFileDir).toBe('/tmp/hs');
  });

  it('stores in a bucket only when all of it is named', () => {
    const bucket = { S3_BUCKET: 'sheets', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };
    expect(loadConfig({}).s3).toBeNull();
    expect(loadConfig(bucket).s3).toMatchObject({ bucket: 'sheets', region: 'us-east-1' });
    for (const name of Object.keys(bucket))
      expect(() => loadConfig({ ...bucket, [name]: '' })).toThrow(/S3_BUCKET/);
  });

  it('sends mail only with a provider and a sender, by Resend if both are there', () => {
    const NOTIFICATION_FROM_EMAIL = 'Swim Club <mail@swim.example>';
    const from = { name: 'Swim Club', address: 'mail@swim.example' };
    const smtp = { SMTP_URL: 'smtp://mail.swim.example:587', NOTIFICATION_FROM_EMAIL };
    const both = { ...smtp, RESEND_API_KEY: 're_key' };
    expect(loadConfig({}).mail).toBeNull();
    expect(loadConfig(smtp).mail).toEqual({ from, smtpUrl: smtp.SMTP_URL });
    expect(loadConfig(both).mail).toEqual({ from, resend: { apiKey: 're_key', baseUrl: null } });
    expect(loadConfig({ ...both, ENABLE_EMAIL_NOTIFICATIONS: 'false' }).mail).toBeNull();
    const bare = { ...smtp, NOTIFICATION_FROM_EMAIL: from.address };
    expect(loadConfig(bare).mail?.from).toEqual({ ...from, name: 'HeatSync' });
    for (const name of Object.keys(smtp))
      expect(() => loadConfig({ ...smtp, [name]: '' })).toThrow(/Mail needs/);
  });

  it('counts visits only where both script and site are named', () => {
    const UMAMI_SCRIPT_URL = 'https://count.example/script.js';
    expect(loadConfig({}).visitCounter).toBeNull();
    expect(loadConfig({ UMAMI_SCRIPT_URL, UMAMI_WEBSITE_ID: '5f1c' }).visitCounter).toEqual({
      ...{ scriptUrl: UMAMI_SCRIPT_URL, websiteId: '5f1c' },
    });
    expect(() => loadConfig({ UMAMI_SCRIPT_URL })).toThrow(/UMAMI_WEBSITE_ID/);
  });

  it('opens exact places besides public addresses, unless people come over https', () => {
    const FETCH_ALLOW = '127.0.0.1:8080, [::1]:9';
    const fetchAllow = [
      { address: '127.0.0.1', port: 8080 },
      { address: '::1', port: 9 },
    ];
    expect(loadConfig({ FETCH_ALLOW })).toMatchObject({ fetchAllow });
    const load = () => loadConfig({ FETCH_ALLOW, BASE_URL: 'https://swim.example' });
    expect(load).toThrow(/FETCH_ALLOW/);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['ROLE', 'boss'],
    ['DATABASE_URL', 'mysql://secret@host/db'],
    ['ENABLE_BATCH_API', 'maybe'],
    ['MAX_PDF_MB', '0'],
    ['SMTP_URL', 'https://mail.example'],
    ['NOTIFICATION_FROM_EMAIL', 'nobody'],
    ['NOTIFICATION_FROM_EMAIL', 'A\r\nBcc: b@b.example <a@a.example>'],
    ['FETCH_ALLOW', '127.0.0.1'],
    ['FETCH_ALLOW', '127.0.0.1:80,localhost:80'],
  ])('names %s when it is %s, in one line without the value', (name, value) => {
    const load = () => loadConfig({ [name]: value });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^[^\\n]*${name}: [^\\n]* expected[^\\n]*$`));
    expect(load).not.toThrow(/mysql|70000|boss/);
  });
});
