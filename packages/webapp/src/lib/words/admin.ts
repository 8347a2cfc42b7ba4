/** What the operator's page says. */
import type { BatchStatus, CleanupView, QueueHealthView } from '@heatsync/shared';
import { count, sheets } from './common.ts';

const states: Record<BatchStatus, string> = {
  pending: 'waiting',
  processing: 'at work',
  completed: 'done',
  failed: 'failed',
  partial: 'partly failed',
  cancelled: 'stopped',
};

const DAY_HOUR = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const seconds = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} s`);

export const admin = {
  title: 'Operator · HeatSync',
  headline: 'Operator',
  key: 'Key',
  keyHint: 'ADMIN_KEY of this server. It stays in this page and is gone when you close it.',
  open: 'Open',
  refresh: 'Look again',
  leave: 'Forget the key',
  state: ({ status, queue }: QueueHealthView): string =>
    status === 'ok'
      ? `All is well: ${sheets(queue.atWork)} at work, ${queue.due} waiting.`
      : `Something is stuck: ${queue.due} waiting (the first for ${Math.round(queue.oldestWaitSeconds)} s), ${queue.lostLeases} held by dead workers, ${count(queue.lateBatches, 'batch', 'batches')} late.`,
  figures: {
    batches: 'Batches kept',
    jobs: 'Sheets in them',
    failed: 'Failed',
    cached: 'Read before',
    median: 'Half are done within',
    slow: '95 % within',
    ai: 'Answers of the AI model',
  },
  seconds,
  done: 'Sheets done, by the hour',
  failures: 'Sheets failed, by the hour',
  parts: ['read', 'read before'] as const,
  failedPart: ['failed'] as const,
  hour: (from: string): string => DAY_HOUR.format(new Date(from)),
  asTable: 'As a table',
  hours: {
    hour: 'Hour',
    read: 'Read',
    cached: 'Read before',
    failed: 'Failed',
    slow: '95 % within',
  },
  scale: (top: number): string => `up to ${top}`,
  total: (n: number, hours: number): string => `${n} in ${hours} hours`,
  codes: 'Why sheets failed',
  noCodes: 'No sheet failed.',
  recent: 'Newest batches',
  none: 'There is no batch.',
  columns: { made: 'Made', state: 'State', sheets: 'Sheets', action: 'Action' },
  status: (status: BatchStatus): string => states[status],
  progress: (completed: number, failed: number, total: number): string =>
    `${completed} of ${total} done${failed > 0 ? `, ${failed} failed` : ''}`,
  recover: 'Recover',
  recovered: 'What dead workers held of this batch is taken over.',
  upkeep: 'Clean up now',
  upkeepHint: 'The workers do this every ten minutes by themselves.',
  removed: (removed: CleanupView['removed']): string =>
    removed === null
      ? 'Another process is cleaning up just now.'
      : `Removed: ${count(removed.batches, 'batch', 'batches')}, ${count(removed.files, 'file')}, ${sheets(removed.sheets)}, ${count(removed.visitors, 'visitor')}.`,
};
