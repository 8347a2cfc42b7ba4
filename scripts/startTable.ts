/** What `npm start` says before it is ready: what is on, what is off, and how to switch it. */
import { relative } from 'node:path';
import type { Config } from '../packages/backend/src/config.ts';

export type Row = { what: string; state: string; how: string };

const ROLES: Record<Config['role'], string> = {
  all: 'all: page, API and worker',
  api: 'api: page and API',
  worker: 'worker: reads sheets',
};

const here = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : `./${near}`;
};

const database = ({ databaseUrl, databaseDirectUrl, dataDir }: Config): Row => ({
  what: 'Database',
  state: !databaseUrl
    ? `built-in, in ${here(dataDir)}`
    : databaseDirectUrl
      ? 'your own, with wake-ups'
      : 'your own, polled',
  how: !databaseUrl
    ? 'your own: DATABASE_URL'
    : databaseDirectUrl
      ? ''
      : 'wake-ups: DATABASE_DIRECT_URL',
});

const uploads = ({ s3, tempFileDir }: Config): Row => ({
  what: 'Uploads',
  state: s3 ? 'in a bucket' : `in ${here(tempFileDir)}`,
  how: s3 ? '' : 'bucket: S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY',
});

const onOff = (what: string, isOn: boolean, switchOn: string): Row => ({
  what,
  state: isOn ? 'on' : 'off',
  how: isOn ? '' : `on: ${switchOn}`,
});

const mail = ({ mail }: Config): Row => ({
  what: 'Mail',
  state: !mail ? 'off' : 'resend' in mail ? 'by Resend' : 'by SMTP',
  how: mail ? '' : 'on: NOTIFICATION_FROM_EMAIL, and RESEND_API_KEY or SMTP_URL',
});

/** One row a matter. No address, no key: this may end in a log. */
export const startRows = (config: Config): Row[] => [
  { what: 'Role', state: ROLES[config.role], how: 'ROLE=all, api or worker' },
  database(config),
  uploads(config),
  onOff('Batches', config.batchApi, 'ENABLE_BATCH_API=true'),
  onOff('Meets’ pages', config.crawler, 'ENABLE_CRAWLER=true'),
  onOff('Pages with scripts', config.crawlerBrowser !== null, 'USE_PLAYWRIGHT_CRAWLER=true'),
  mail(config),
  onOff('AI model', config.ai !== null, 'OPENAI_API_KEY'),
  onOff('Operator page', config.adminKey !== null, 'ADMIN_KEY'),
];

/** Rows under each other in columns, a line each. */
export const toTable = (rows: string[][]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return rows.map((row) => `  ${line(row).join('  ').trimEnd()}\n`).join('');
};

export const startTable = (config: Config): string =>
  `${toTable(startRows(config).map(({ what, state, how }) => [what, state, how]))}  npm run doctor checks each of them; docs/operating.md explains them.\n`;
