import type { Context } from '../services/context.ts';
import { withSource } from '../services/downloads.ts';
import { extractFor } from '../services/extraction.ts';
import type { JobHandler } from '../services/jobRun.ts';

/** Reads the sheet of a job, telling how far it is, and counts the swimmers' races in it. */
export const readSheet =
  (context: Context): JobHandler =>
  async (job, options) =>
    withSource(context, job, options.signal, (source) => extractFor(context, job, source, options));
