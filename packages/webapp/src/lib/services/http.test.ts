import { CreateBatchResponse } from '@heatsync/shared';
import { describe, expect, it } from 'vitest';
import { errors } from '../words/common.ts';
import { readAnswer } from './http.ts';

const read = (body: unknown) => () => readAnswer(CreateBatchResponse, JSON.stringify(body));

describe('readAnswer', () => {
  it('hands over what the schema knows', () => {
    const answer = {
      success: true,
      batchId: '7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11',
      totalJobs: 2,
      streamUrl: '/api/batch/7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11/stream',
      manageToken: 'token',
    };
    expect(read(answer)()).toEqual(answer);
  });

  it('carries the sentence of the server, and its hint', () => {
    const failure = { success: false, error: 'RATE_LIMITED', message: 'Too many at once.' };
    expect(read(failure)).toThrow(
      expect.objectContaining({ code: 'RATE_LIMITED', message: 'Too many at once.' }),
    );
    expect(read({ ...failure, hint: 'Wait a minute.' })).toThrow(
      'Too many at once. Wait a minute.',
    );
  });

  it('says so when the answer is something else', () => {
    expect(read({ success: true, batchId: 'not an id' })).toThrow(errors.unreadable);
    expect(() => readAnswer(CreateBatchResponse, '<html>Bad gateway</html>')).toThrow(
      expect.objectContaining({ code: 'UNREADABLE' }),
    );
  });
});
