/** The operator's figures as Prometheus reads them. */
import type { QueueState } from '../db/queries/stats.ts';
import type { Stats } from './operator.ts';

type Sample = { labels?: Record<string, string>; value: number };

const escape = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const labelsOf = (labels: Record<string, string> = {}): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const gauge = (name: string, help: string, samples: Sample[]): string =>
  [
    `# HELP heatsync_${name} ${help}`,
    `# TYPE heatsync_${name} gauge`,
    ...samples.map(({ labels, value }) => `heatsync_${name}${labelsOf(labels)} ${value}`),
  ].join('\n');

const each = (counts: Record<string, number>, label: string): Sample[] =>
  Object.entries(counts).map(([name, value]) => ({ labels: { [label]: name }, value }));

const aiGauges = ({ models, pagesToday }: Stats['ai']): string[] => {
  const ofEach = (toSamples: (model: (typeof models)[number]) => Sample[]): Sample[] =>
    models.flatMap((one) =>
      toSamples(one).map(({ labels, value }) => ({
        labels: { model: one.model, purpose: one.purpose, ...labels },
        value,
      })),
    );
  return [
    gauge('ai_pages_today', 'Pages of the day’s budget that are used.', [{ value: pagesToday }]),
    gauge(
      'ai_calls',
      'Calls of the AI model, by what became of them.',
      ofEach(({ calls, failed }) => [
        { labels: { outcome: 'ok' }, value: calls - failed },
        { labels: { outcome: 'failed' }, value: failed },
      ]),
    ),
    gauge(
      'ai_tokens',
      'Tokens of these calls.',
      ofEach(({ inputTokens, outputTokens }) => [
        { labels: { direction: 'input' }, value: inputTokens },
        { labels: { direction: 'output' }, value: outputTokens },
      ]),
    ),
    gauge(
      'ai_cost_dollars',
      'What they cost, where the price is known.',
      ofEach(({ cost }) => [{ value: cost ?? 0 }]),
    ),
  ];
};

/** Prometheus text, version 0.0.4. All are gauges: expired batches leave the counts. */
export const toMetrics = ({ batches, jobs, engines, ai }: Stats, queue: QueueState): string =>
  [
    gauge('batches', 'Batches kept, by status.', each(batches.byStatus, 'status')),
    gauge('jobs', 'Sheets of these batches, by status.', each(jobs.byStatus, 'status')),
    gauge('failed_jobs', 'Failed sheets, by error code.', each(jobs.errorCodes, 'code')),
    gauge('cached_jobs', 'Sheets that were read before.', [{ value: jobs.cached }]),
    gauge('job_seconds', 'Time at work, by quantile.', [
      { labels: { quantile: '0.5' }, value: jobs.seconds.p50 ?? 0 },
      { labels: { quantile: '0.95' }, value: jobs.seconds.p95 ?? 0 },
    ]),
    gauge('sheets', 'Stored answers, by engine.', each(engines, 'engine')),
    ...aiGauges(ai),
    gauge('queue_due', 'Sheets that wait for a worker.', [{ value: queue.due }]),
    gauge('queue_oldest_wait_seconds', 'How long the first of them has waited.', [
      { value: queue.oldestWaitSeconds },
    ]),
    gauge('queue_at_work', 'Sheets at work.', [{ value: queue.atWork }]),
    gauge('queue_lost_leases', 'Sheets whose worker is dead.', [{ value: queue.lostLeases }]),
    gauge('late_batches', 'Batches that take longer than they may.', [
      { value: queue.lateBatches },
    ]),
    '',
  ].join('\n');
