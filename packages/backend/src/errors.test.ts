import { ERROR_STATUS, type ErrorCode } from '@heatsync/shared';
import { describe, expect, it } from 'vitest';
import { AppError, sentenceFor } from './errors.ts';

const codes = Object.keys(ERROR_STATUS) as ErrorCode[];

describe('the sentences for people', () => {
  it.each(codes)('%s is whole, calm and names no code', (code) => {
    const sentence = sentenceFor(code, { max: 15 });
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/!|\{|[A-Z]{2,}_[A-Z]+/);
  });

  it.each(codes)('%s says what to do, or that nothing is left to do', (code) => {
    expect(sentenceFor(code, { max: 15 })).toMatch(/\bplease\b|\bshould\b|nothing (left )?to /i);
  });

  it('say the number that matters', () => {
    expect(new AppError('BATCH_TOO_LARGE', { max: 15 })).toMatchObject({
      status: 400,
      message: expect.stringContaining('at most 15'),
    });
  });
});
