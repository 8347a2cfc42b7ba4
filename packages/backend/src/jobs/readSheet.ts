import type { Context } from '../services/context.ts';
import { withSource } from '../services/downloads.ts';
import { extractSheet } from '../services/extraction.ts';
import type { JobHandler } from '../services/jobRun.ts';
import { countRaces } from '../services/results.ts';

/** Reads the sheet of a job, telling which page it is at, and counts the swimmers' races in it. */
export const readSheet =
  (context: Context): JobHandler =>
  async (job, { signal, onProgress }) => {
    const extracted = await withSource(context, job, signal, (source) =>
      extractSheet(context, source, {
        signal,
        onProgress: ({ page, pages }) =>
          onProgress({
            pagesRead: page,
            pages,
            progressMessage: `Reading page ${page} of ${pages}.`,
          }),
      }),
    );
    return { ...extracted, eventCount: await countRaces(context, job.batchId, extracted.sheet) };
  };
