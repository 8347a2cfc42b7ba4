import { describe, expect, it } from 'vitest';
import { cancelled, newDeviceBatch, readJob, renamed, withDeviceJob } from './deviceBatch.ts';

const reading = {
  ...{ kind: 'heat_sheet' as const, meetName: 'Harbor Open', sessions: [], people: [], pages: 4 },
};
const batch = () => newDeviceBatch(['Ada Fairwater'], ['one.pdf', 'two.pdf'], new Date(0));

describe('a batch read on the device', () => {
  it('counts as its sheets are read, and ends with the last', () => {
    const half = withDeviceJob(batch(), 1, readJob(reading));
    expect(half.batch).toMatchObject({ status: 'processing', completedPdfs: 1, failedPdfs: 0 });
    expect(half.jobs[0]).toMatchObject({ status: 'completed', pages: 4, meetName: 'Harbor Open' });
    const whole = withDeviceJob(half, 2, { status: 'failed', errorMessage: 'Locked.' });
    expect(whole.batch).toMatchObject({ status: 'partial', completedPdfs: 1, failedPdfs: 1 });
  });

  it('is completed if all are read, failed if none is', () => {
    const end = (status: 'completed' | 'failed') =>
      [1, 2].reduce((state, sequence) => withDeviceJob(state, sequence, { status }), batch()).batch;
    expect(end('completed')?.status).toBe('completed');
    expect(end('failed')?.status).toBe('failed');
  });

  it('keeps what was read when it is stopped', () => {
    const { jobs, batch: stopped } = cancelled(withDeviceJob(batch(), 1, readJob(reading)));
    expect(jobs.map(({ status }) => status)).toEqual(['completed', 'cancelled']);
    expect(stopped?.status).toBe('cancelled');
  });
});

it('looks for another name in the place of a typed one', () => {
  const names = [
    { swimmer: 1, name: 'Fairwater, Bram' },
    { swimmer: 1, name: 'Inkwell, Bram' },
  ];
  expect(renamed(['Ada', 'Bram'], names)).toEqual(['Ada', 'Inkwell, Bram']);
  expect(renamed(['Ada'])).toEqual(['Ada']);
});
