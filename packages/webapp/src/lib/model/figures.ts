/** What the operator's counter is told of a batch that has ended: figures and error codes, nobody's name, no file and no address. */
import type { BatchView, JobView } from '@heatsync/shared';

export type Figures = { name: string; data: Record<string, string | number> };

export const figuresOf = (batch: BatchView, jobs: readonly JobView[]): Figures[] => {
  const { status, totalPdfs: sheets, failedPdfs: failed, swimmers } = batch;
  const cached = jobs.filter((job) => job.cached).length;
  return [
    { name: 'batch-ended', data: { status, sheets, failed, cached, swimmers: swimmers.length } },
    ...jobs.flatMap(({ status: state, errorCode, sourceUrl }) =>
      state === 'failed' && errorCode !== null
        ? [{ name: 'sheet-failed', data: { code: errorCode, from: sourceUrl ? 'web' : 'file' } }]
        : [],
    ),
  ];
};
