import { describe, expect, it } from 'vitest';
import { redact, toSafeError } from './safeError.ts';

describe('redact', () => {
  it.each([
    [
      'Unexpected token A, "Moorhen, Ada" is not valid JSON',
      'Unexpected token A, "…" is not valid JSON',
    ],
    [
      "ENOENT: no such file or directory, open '/tmp/ada.pdf'",
      'ENOENT: no such file or directory, open "…"',
    ],
    ['550 5.1.1 <parent@home.example>: unknown', '550 5.1.1 <…@…>: unknown'],
    ['could not read moorhen.PDF at all', 'could not read ….pdf at all'],
    ['fetch of https://swim.example/ada/moorhen failed', 'fetch of https://swim.example/… failed'],
    [
      'Failed query: select "name" from "t" where "id" = $1\nparams: Moorhen, Ada',
      'Failed query: select "name" from "t" where "id" = $1',
    ],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ])('%s', (message, safe) => {
    // prettier-ignore
    expect(redact(message)).toBe(safe);
  });
});

describe('toSafeError', () => {
  it('keeps kind, code and where it happened, and does the same to the cause', () => {
    const cause = Object.assign(new TypeError('of "Ada"'), { code: '23505' });
    const safe = toSafeError(new Error('no "Moorhen"', { cause }));
    expect(safe).toMatchObject({
      type: 'Error',
      message: 'no "…"',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*safeError\.test/)]),
      cause: { type: 'TypeError', code: '23505', message: 'of "…"' },
    });
    expect(JSON.stringify(safe)).not.toMatch(/Ada|Moorhen/);
  });

  it('says of what is no error only what it is', () => {
    expect(toSafeError('Moorhen, Ada')).toEqual({ type: 'string' });
  });
});
