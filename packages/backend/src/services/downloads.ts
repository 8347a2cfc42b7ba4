import type { ChangedJob } from '../db/queries/jobChanges.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { HandedBack } from './decide.ts';
import { dropFiles } from './fileStorage.ts';
import { nameOfDownload } from './filenames.ts';
import { noteDownload } from './jobReports.ts';
import { sharedFileOf } from './shareLinks.ts';
import { receiveFile, type ReceivedFile } from './uploads.ts';

/**
 * Streams the PDF at an address, or behind a share link, to storage. Throws what `SafeFetch` throws,
 * `NOT_A_PDF_URL` and `PDF_TOO_LARGE`; nothing is then stored.
 */
export const downloadSheet = async (
  { fetch, storage, config }: Pick<Context, 'fetch' | 'storage' | 'config'>,
  address: string,
  signal: AbortSignal,
): Promise<ReceivedFile> => {
  const typed = URL.parse(address);
  const direct = (typed && sharedFileOf(typed)) ?? address;
  const fetched = await fetch(direct, { maxBytes: config.limits.pdfBytes, signal });
  const filename = nameOfDownload(fetched.headers, fetched.url);
  const { isTruncated, body, close } = fetched;
  const file = await receiveFile(storage, { filename, body, isTruncated }).finally(close);
  if (file.problem === 'INVALID_PDF') throw new AppError('NOT_A_PDF_URL');
  if (file.problem) throw new AppError(file.problem, { max: config.limits.pdfMb });
  return file;
};

/**
 * Hands `work` a job's PDF in storage. One that has to come from the web is fetched first, and is
 * gone from storage afterwards: whoever tries the job again fetches it again.
 */
export const withSource = async <T>(
  context: Context,
  job: ChangedJob,
  signal: AbortSignal,
  work: (source: Pick<ChangedJob, 'fileChecksum' | 'tempFilePath'>) => Promise<T>,
): Promise<T> => {
  if (job.sourceType === 'file' || job.sourceUrl === null) return work(job);
  const { filename, checksum, key } = await downloadSheet(context, job.sourceUrl, signal);
  try {
    const owned = await noteDownload(context, job, { filename, checksum });
    if (!owned) throw new HandedBack();
    return await work({ fileChecksum: checksum, tempFilePath: key });
  } finally {
    await dropFiles(context, [key]);
  }
};
