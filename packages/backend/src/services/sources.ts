import type { ErrorCode } from '@heatsync/shared';
import type { Config } from '../config.ts';
import type { NewJob } from '../db/queries/jobs.ts';
import { AppError, sentenceFor, type SentenceValues } from '../errors.ts';
import type { ReceivedFile } from './uploads.ts';

/** One sheet as it was handed in. `problem` says why it cannot be read. */
export type Source = {
  sourceType: 'file' | 'url';
  sourceUrl: string | null;
  filename: string;
  tempFilePath: string | null;
  fileChecksum: string | null;
  problem: ErrorCode | null;
};

const fromFile = ({ filename, key, checksum, problem }: ReceivedFile): Source => ({
  sourceType: 'file',
  sourceUrl: null,
  filename,
  tempFilePath: problem ? null : key,
  fileChecksum: checksum,
  problem,
});

/** Addresses are not fetched: the job says so and asks for the file. */
const fromUrl = (sourceUrl: string): Source => {
  const url = URL.parse(sourceUrl);
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  return {
    sourceType: 'url',
    sourceUrl,
    filename: (url?.pathname.split('/').at(-1) || sourceUrl).slice(0, 255),
    tempFilePath: null,
    fileChecksum: null,
    problem: isWeb ? 'FETCH_FAILED' : 'INVALID_URL',
  };
};

/** The limit that a code's sentence names. */
export const valuesFor = (code: ErrorCode, limits: Config['limits']): SentenceValues => {
  if (code === 'PDF_TOO_LARGE') return { max: limits.pdfMb };
  return code === 'TOO_MANY_PAGES' ? { max: limits.pdfPages } : {};
};

/**
 * The sheets of a request in their order. Throws `AppError` when there is none, when there are
 * too many, or when all are bad (the first one's code).
 */
export const toSources = (
  limits: Config['limits'],
  files: ReceivedFile[],
  urls: string[],
): Source[] => {
  const sources = [...files.map(fromFile), ...urls.map(fromUrl)];
  const [first] = sources;
  if (!first) throw new AppError('NO_PDFS');
  if (sources.length > limits.pdfsPerBatch)
    throw new AppError('BATCH_TOO_LARGE', { max: limits.pdfsPerBatch });
  if (first.problem && sources.every((source) => source.problem !== null))
    throw new AppError(first.problem, valuesFor(first.problem, limits));
  return sources;
};

/** A source as a job: due now, or failed already. */
export const toNewJobs = (limits: Config['limits'], batchId: string, sources: Source[]): NewJob[] =>
  sources.map(({ problem, ...source }, index) => ({
    ...source,
    batchId,
    sequence: index + 1,
    ...(problem && {
      status: 'failed',
      stage: 'done',
      errorCode: problem,
      errorMessage: sentenceFor(problem, valuesFor(problem, limits)),
      completedAt: new Date(),
    }),
  }));
