import type { BatchView, JobView } from '@heatsync/shared';
import { expect, it } from 'vitest';
import { figuresOf } from './figures.ts';

const batch = {
  id: '7a3a2f9e-52a2-4f5b-9d55-1a3b8e8f0f11',
  status: 'partial',
  swimmers: ['Moorhen, Ada', 'Moorhen, Bram'],
  totalPdfs: 3,
  failedPdfs: 2,
} as BatchView;
const job = (more: Partial<JobView>) =>
  ({ filename: 'ada.pdf', sourceUrl: null, errorCode: null, cached: false, ...more }) as JobView;
const jobs = [
  job({ status: 'completed', cached: true, resultCode: 'secret-code1' }),
  job({ status: 'failed', errorCode: 'ENCRYPTED_PDF' }),
  job({ status: 'failed', errorCode: 'FETCH_FAILED', sourceUrl: 'https://swim.example/ada.pdf' }),
];

it('tells how a batch has ended, and why sheets failed', () => {
  expect(figuresOf(batch, jobs)).toEqual([
    {
      name: 'batch-ended',
      data: { status: 'partial', sheets: 3, failed: 2, cached: 1, swimmers: 2 },
    },
    { name: 'sheet-failed', data: { code: 'ENCRYPTED_PDF', from: 'file' } },
    { name: 'sheet-failed', data: { code: 'FETCH_FAILED', from: 'web' } },
  ]);
});

it('tells nothing of whose batch it is', () => {
  const told = JSON.stringify(figuresOf(batch, jobs));
  for (const secret of ['Moorhen', 'ada.pdf', 'swim.example', 'secret-code1', batch.id])
    expect(told).not.toContain(secret);
});
