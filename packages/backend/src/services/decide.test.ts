import { describe, expect, it } from 'vitest';
import { AppError, TransientError } from '../errors.ts';
import { backoffMs, decide, HandedBack, RetryLater } from './decide.ts';

describe('decide', () => {
  it('fails at once what no retry can help', () => {
    const verdict = decide(new AppError('ENCRYPTED_PDF'), 0, 0);
    expect(verdict).toMatchObject({ type: 'fail', failure: { errorCode: 'ENCRYPTED_PDF' } });
  });

  it('tries three times more what failed by chance, later each time', () => {
    const verdicts = [0, 1, 2, 3].map((retries) => decide(new Error('secret'), retries, 0));
    expect(verdicts.slice(0, 3)).toEqual([
      { type: 'back', retry: true, delayMs: 1000 },
      { type: 'back', retry: true, delayMs: 2000 },
      { type: 'back', retry: true, delayMs: 4000 },
    ]);
    expect(verdicts[3]).toMatchObject({ type: 'fail', failure: { errorCode: 'INTERNAL' } });
    expect(JSON.stringify(verdicts)).not.toContain('secret');
  });

  it('tries again what may be gone in a moment, then says what it was', () => {
    const passing = new TransientError('FETCH_FAILED');
    expect(decide(passing, 2, 0)).toEqual({ type: 'back', retry: true, delayMs: 4000 });
    const failure = { errorCode: 'FETCH_FAILED', errorMessage: passing.message };
    expect(decide(passing, 3, 0)).toEqual({ type: 'fail', failure });
  });

  it('hands back for free, however often it was tried', () => {
    expect(decide(new HandedBack(), 3, 0)).toEqual({ type: 'back', retry: false, delayMs: 0 });
  });

  it('waits for a rate limit without costing a retry', () => {
    const wait = { type: 'back', retry: false, delayMs: 7000 };
    expect(decide(new RetryLater(7000), 3, 0)).toEqual(wait);
  });
});

describe('backoffMs', () => {
  it('is stretched by up to a half', () => {
    expect(backoffMs(1, 0)).toBe(2000);
    expect(backoffMs(1, 1)).toBe(3000);
  });
});
