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
    ['FETCH_ALLOW', '127.0.0.1'],
    ['FETCH_ALLOW', '127.0.0.1:80,localhost:80'],
  ])('names %s when it is %s, in one line without the value', (name, value) => {
    const load = () => loadConfig({ [name]: value });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^[^\\n]*${name}: [^\\n]* expected[^\\n]*$`));
    expect(load).not.toThrow(/mysql|70000|boss/);
  });
});
