import { expect, it } from 'vitest';
import { toMetrics } from './metrics.ts';

const stats = {
  batches: { total: 3, byStatus: { completed: 2, failed: 1 } },
  jobs: {
    total: 4,
    byStatus: { completed: 3, failed: 1 },
    errorCodes: { ENCRYPTED_PDF: 1 },
    cached: 1,
    seconds: { p50: 0.25, p95: null, total: 1 },
  },
  engines: { reader: 2, ai: 0 },
  ai: {
    ...{ pagesToday: 7, pagesPerDay: 10, recent: [] },
    models: [
      {
        ...{ model: 'm', purpose: 'sheet' as const, calls: 3, failed: 1 },
        ...{ inputTokens: 50, outputTokens: 5, cost: null },
      },
    ],
  },
};
const queue = {
  due: 0,
  oldestWaitSeconds: 1.5,
  atWork: 2,
  lostLeases: 0,
  workersAtWork: 1,
  lateBatches: 0,
};

it('is text that Prometheus can read', () => {
  const text = toMetrics(stats, queue);
  expect(text).toContain('heatsync_batches{status="completed"} 2\n');
  expect(text).toContain('heatsync_failed_jobs{code="ENCRYPTED_PDF"} 1\n');
  expect(text).toContain('heatsync_job_seconds{quantile="0.95"} 0\n');
  expect(text).toContain('heatsync_queue_oldest_wait_seconds 1.5\n');
  expect(text).toContain('heatsync_ai_calls{model="m",purpose="sheet",outcome="ok"} 2\n');
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) heatsync_\w+ .+|heatsync_\w+(\{.*\})? [\d.]+)$/);
});
