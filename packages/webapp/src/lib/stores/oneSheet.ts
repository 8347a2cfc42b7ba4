/** One sheet at a time: what is left where the server takes no batches. */
import { isWebSheet, type Sheet } from '../model/queue.ts';
import { extractFile, extractUrl } from '../services/extractClient.ts';

export { takesBatches } from '../services/health.ts';

/** Resolves to the address of the page with the races. Throws `ClientError`. */
export const searchOneSheet = (swimmer: string, sheet: Sheet): Promise<string> =>
  isWebSheet(sheet) ? extractUrl(swimmer, sheet.url) : extractFile(swimmer, sheet);
