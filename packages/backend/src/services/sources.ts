import type { ErrorCode } from '@heatsync/shared';
import type { Config } from '../config.ts';
import type { NewJob } from '../db/queries/runs.ts';
import { AppError, sentenceFor, type SentenceValues } from '../errors.ts';
import { currentRequest } from '../requestScope.ts';
import { nameFromUrl } from './filenames.ts';
import { failed } from './jobReports.ts';
import type { ReceivedFile } from './uploads.ts';
import { parseWebUrl } from './urlValidation.ts';

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

const problemOf = (address: string, { fetchAllow }: Config): ErrorCode | null => {
  try {
    parseWebUrl(address, fetchAllow);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

/** The job fetches it; what may never be fetched is told at once. */
const fromUrl = (config: Config, sourceUrl: string): Source => {
  const url = URL.parse(sourceUrl);
  return {
    sourceType: 'url',
    sourceUrl,
    filename: url ? nameFromUrl(url) : sourceUrl.slice(0, 255),
    tempFilePath: null,
    fileChecksum: null,
    problem: problemOf(sourceUrl, config),
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
export const toSources = (config: Config, files: ReceivedFile[], urls: string[]): Source[] => {
  const { limits } = config;
  const sources = [...files.map(fromFile), ...urls.map((url) => fromUrl(config, url))];
  const [first] = sources;
  if (!first) throw new AppError('NO_PDFS');
  if (sources.length > limits.pdfsPerBatch)
    throw new AppError('BATCH_TOO_LARGE', { max: limits.pdfsPerBatch });
  if (first.problem && sources.every((source) => source.problem !== null))
    throw new AppError(first.problem, valuesFor(first.problem, limits));
  return sources;
};

/** Sources as jobs: due now, or failed already. */
export const toNewJobs = (limits: Config['limits'], sources: Source[]): NewJob[] =>
  sources.map(({ problem, ...source }, index) => ({
    ...source,
    sequence: index + 1,
    requestId: currentRequest(),
    ...(problem
      ? failed({
          errorCode: problem,
          errorMessage: sentenceFor(problem, valuesFor(problem, limits)),
        })
      : { status: 'pending', stage: 'queued' }),
  }));
