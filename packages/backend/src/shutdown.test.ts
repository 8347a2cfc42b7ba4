import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { closeInReverse, type Closer } from './shutdown.ts';

const log = createLog('silent');

describe('closeInReverse', () => {
  it('ends what was started last first, whatever fails or hangs', async () => {
    const ended: string[] = [];
    const note = (name: string) => async () => void ended.push(name);
    const closers: Closer[] = [
      ['database', note('database')],
      ['worker', () => new Promise<never>(() => undefined)],
      ['streams', () => Promise.reject(new Error('no'))],
      ['requests', note('requests')],
    ];
    await closeInReverse(closers, log, 1);
    expect(ended).toEqual(['requests', 'database']);
  });

  it('ends each thing once', async () => {
    const ended: string[] = [];
    const closers: Closer[] = [['database', async () => void ended.push('database')]];
    await closeInReverse(closers, log);
    await closeInReverse(closers, log);
    expect(ended).toEqual(['database']);
  });
});
