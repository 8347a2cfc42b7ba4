import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** A variable that stops the start; the message is one line that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const WEBAPP = resolve(import.meta.dirname, '../../webapp');
const MB = 1024 * 1024;
/** What one reading thread may take of WebAssembly memory. */
const READER_MEMORY_MB = 512;

const whole = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
  const error = `a whole number is expected, ${range}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.int().min(least, error).max(most, error));
};
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')} is expected` });
const flag = () => oneOf(['true', 'false']).transform((value) => value === 'true');
const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `an address such as ${example} is expected` });
const http = () => url(/^https?$/, 'https://example.org');
const postgres = () => url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name');
const list = () =>
  z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()))
    .pipe(z.array(z.string().min(1)));
const text = () => z.string();
const PLACE = /^(?:\[(?<v6>[\da-f:.]+)\]|(?<v4>[\d.]+)):(?<port>\d{1,5})$/i;
/** `address:port`, an IPv6 address in brackets. */
const place = () =>
  z.string().transform((text, context) => {
    const { v4, v6, port } = PLACE.exec(text)?.groups ?? {};
    const address = v4 ?? v6 ?? '';
    if (isIP(address)) return { address, port: Number(port) };
    context.addIssue('places such as 127.0.0.1:8080 are expected, separated by commas');
    return z.NEVER;
  });

const SENDER = /^(?:(?<name>[^<>()[\]:;@\\,"\p{Cc}]*)<(?<inside>[^<>]+)>|(?<bare>[^<>]+))$/u;
/** `name@host` or `A name <name@host>`: goes into a header as it is, so nothing else may be in it. */
const sender = () =>
  z.string().transform((text, context) => {
    const { name, inside, bare } = SENDER.exec(text.trim())?.groups ?? {};
    const address = z.email().safeParse(inside ?? bare);
    if (address.success) return { name: name?.trim() || 'HeatSync', address: address.data };
    context.addIssue('an address such as HeatSync <mail@example.org> is expected');
    return z.NEVER;
  });

const Env = z.object({
  PORT: whole(0, 65_535).default(8000),
  HOST: text().default('0.0.0.0'),
  BASE_URL: http().optional(),
  ROLE: oneOf(['all', 'api', 'worker']).default('all'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TRUST_PROXY: z
    .string()
    .regex(/^[A-Za-z][A-Za-z-]*$/, 'the name of a header such as X-Forwarded-For is expected')
    .optional(),
  CORS_ORIGINS: list().default([]),
  DATA_DIR: text().default('./data'),
  TEMP_FILE_DIR: text().optional(),
  WEBAPP_OUT: text().default('build'),
  DATABASE_URL: postgres().optional(),
  SUPABASE_DATABASE_URL: postgres().optional(),
  DATABASE_DIRECT_URL: postgres().optional(),
  S3_ENDPOINT: http().optional(),
  S3_BUCKET: text().optional(),
  S3_REGION: text().optional(),
  S3_ACCESS_KEY_ID: text().optional(),
  S3_SECRET_ACCESS_KEY: text().optional(),
  MAX_PDFS_PER_BATCH: whole(1, 1000).default(15),
  MAX_PDF_MB: whole(1, 1000).default(25),
  MAX_PDF_PAGES: whole(1).default(500),
  READ_TIMEOUT_SECONDS: whole(1, 600).default(10),
  WORKER_THREADS: whole(1, 256).optional(),
  BATCH_TTL_DAYS: whole(1, 3650).default(30),
  CONCURRENT_JOBS_PER_BATCH: whole(1, 100).default(3),
  MAX_CONCURRENT_AI_CALLS: whole(1, 1000).default(10),
  RATE_LIMIT_PER_MINUTE: whole(0).default(60),
  OPENAI_API_KEY: text().optional(),
  OPENAI_BASE_URL: http().optional(),
  OPENAI_MODEL: text().default('gpt-5.4-mini'),
  OPENAI_DISCOVERY_MODEL: text().default('gpt-4o-mini'),
  AI_PAGES_PER_DAY: whole(0).default(2000),
  AI_TIMEOUT_SECONDS: whole(1, 600).default(120),
  RESEND_API_KEY: text().optional(),
  RESEND_BASE_URL: http().optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://host:587').optional(),
  NOTIFICATION_FROM_EMAIL: sender().optional(),
  ADMIN_KEY: text().optional(),
  FETCH_ALLOW: list().pipe(z.array(place())).default([]),
  USE_PLAYWRIGHT_CRAWLER: flag().default(false),
  CHROME_PATH: text().optional(),
  ENABLE_BATCH_API: flag().default(true),
  ENABLE_CRAWLER: flag().default(true),
  ENABLE_EMAIL_NOTIFICATIONS: flag().default(true),
  UMAMI_SCRIPT_URL: http().optional(),
  UMAMI_WEBSITE_ID: text().optional(),
});
type Env = z.infer<typeof Env>;

/** All or nothing: a half-named bucket must not become a folder. */
const toS3 = (env: Env) => {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET && !S3_ENDPOINT && !S3_ACCESS_KEY_ID && !S3_SECRET_ACCESS_KEY) return null;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new ConfigError(
      'A setting is missing. Storage in a bucket needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
    );
  return {
    /** Null: Amazon's own. */
    endpoint: S3_ENDPOINT ?? null,
    bucket: S3_BUCKET,
    region: S3_REGION ?? 'us-east-1',
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
};

/** A provider without a sender, or a sender alone, must not pass for mail that works. */
const toMail = (env: Env) => {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, NOTIFICATION_FROM_EMAIL: from } = env;
  if (!RESEND_API_KEY && !SMTP_URL && !from) return null;
  if (!from || (!RESEND_API_KEY && !SMTP_URL))
    throw new ConfigError(
      'A setting is missing. Mail needs NOTIFICATION_FROM_EMAIL, and RESEND_API_KEY or SMTP_URL.',
    );
  if (!env.ENABLE_EMAIL_NOTIFICATIONS) return null;
  return RESEND_API_KEY
    ? { from, resend: { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? null } }
    : { from, smtpUrl: SMTP_URL ?? '' };
};

/** Null without a key: then nothing is ever sent to an AI model. */
const toAi = (env: Env) =>
  env.OPENAI_API_KEY === undefined
    ? null
    : {
        apiKey: env.OPENAI_API_KEY,
        baseUrl: env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
        model: env.OPENAI_MODEL,
        discoveryModel: env.OPENAI_DISCOVERY_MODEL,
        pagesPerDay: env.AI_PAGES_PER_DAY,
        timeoutMs: env.AI_TIMEOUT_SECONDS * 1000,
      };

/** Visits are counted nowhere unless both are named. */
const toVisitCounter = ({ UMAMI_SCRIPT_URL: scriptUrl, UMAMI_WEBSITE_ID: websiteId }: Env) => {
  if (scriptUrl === undefined && websiteId === undefined) return null;
  if (scriptUrl === undefined || websiteId === undefined)
    throw new ConfigError(
      'A setting is missing. Counting visits needs UMAMI_SCRIPT_URL and UMAMI_WEBSITE_ID.',
    );
  return { scriptUrl, websiteId };
};

/** What opens private addresses has no place on a public server. */
const checkFetchAllow = ({ FETCH_ALLOW, BASE_URL }: Env): void => {
  if (FETCH_ALLOW.length > 0 && BASE_URL?.startsWith('https:'))
    throw new ConfigError(
      'A setting is wrong. FETCH_ALLOW: it opens private addresses, so not with an https BASE_URL.',
    );
};

const parse = (env: NodeJS.ProcessEnv): Env => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(
    (issue) => `${issue.path[0]?.toString()}: ${issue.message}`,
  );
  throw new ConfigError(`A setting is wrong. ${wrong.join('; ')}.`);
};

const toConfig = (env: Env) => ({
  port: env.PORT,
  host: env.HOST,
  /** Null: where the server listens. */
  baseUrl: env.BASE_URL ?? null,
  role: env.ROLE,
  logLevel: env.LOG_LEVEL,
  dataDir: resolve(env.DATA_DIR),
  /** Null: uploads are kept in `tempFileDir`. */
  s3: toS3(env),
  tempFileDir: resolve(env.TEMP_FILE_DIR ?? join(env.DATA_DIR, 'uploads')),
  /** The built web app. */
  webappDir: resolve(WEBAPP, env.WEBAPP_OUT),
  /** Null: the built-in PostgreSQL under `dataDir`. */
  databaseUrl: env.DATABASE_URL ?? env.SUPABASE_DATABASE_URL ?? null,
  databaseDirectUrl: env.DATABASE_DIRECT_URL ?? null,
  limits: {
    pdfsPerBatch: env.MAX_PDFS_PER_BATCH,
    pdfMb: env.MAX_PDF_MB,
    pdfBytes: env.MAX_PDF_MB * MB,
    pdfPages: env.MAX_PDF_PAGES,
  },
  reader: {
    threads: env.WORKER_THREADS ?? Math.max(1, availableParallelism() - 1),
    timeoutSeconds: env.READ_TIMEOUT_SECONDS,
    maxMemoryMb: READER_MEMORY_MB,
  },
  batchTtlDays: env.BATCH_TTL_DAYS,
  concurrentJobsPerBatch: env.CONCURRENT_JOBS_PER_BATCH,
  ai: toAi(env),
  maxConcurrentAiCalls: env.MAX_CONCURRENT_AI_CALLS,
  batchApi: env.ENABLE_BATCH_API,
  /** Whether meets' pages are searched for sheets. */
  crawler: env.ENABLE_CRAWLER,
  /** Null: pages that a script puts together are not searched. */
  crawlerBrowser: env.USE_PLAYWRIGHT_CRAWLER ? { path: env.CHROME_PATH ?? null } : null,
  /** Requests that cost something, an address and minute; 0: no limit. */
  rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
  /** The header in which a proxy tells the visitor's address; null: believe none. */
  trustProxy: env.TRUST_PROXY ?? null,
  corsOrigins: env.CORS_ORIGINS,
  /** Null: no mail is sent. With both providers named, Resend. */
  mail: toMail(env),
  /** Null: the operator's routes are switched off. */
  adminKey: env.ADMIN_KEY ?? null,
  /** Null: visits are not counted. */
  visitCounter: toVisitCounter(env),
  /** Places that may be fetched from besides public addresses. */
  fetchAllow: env.FETCH_ALLOW,
});
export type Config = Readonly<ReturnType<typeof toConfig>>;

/**
 * Reads every variable once. Throws `ConfigError` with one line that names what is wrong; a value
 * is never repeated in it, as it may be a secret.
 */
export const loadConfig = (env: NodeJS.ProcessEnv): Config => {
  const parsed = parse(env);
  checkFetchAllow(parsed);
  return Object.freeze(toConfig(parsed));
};
