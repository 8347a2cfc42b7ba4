/** From the form to a page with the races: sends the sheets to the server, or keeps them here. */
import type { PersonView } from '@heatsync/shared';
import { DEVICE_BATCH } from '../model/deviceBatch.ts';
import type { Sheet } from '../model/queue.ts';
import { keepSearch } from '../services/deviceBatchMemory.ts';
import { rememberToken } from '../services/deviceMemory.ts';
import { contentKey } from './device.ts';
import { endReading } from '../services/deviceReader/index.ts';
import { createBatch, newAttempt } from '../services/upload.ts';
import { rememberMeant } from './meant.ts';
import { rememberSent } from './sheetFiles.ts';

export { loadSample } from '../services/sampleMeet.ts';

export type Search = {
  swimmers: readonly string[];
  sheets: readonly Sheet[];
  /** Whom the names mean, where they were chosen from the sheets. */
  chosen: readonly PersonView[];
};

let attempt = { of: '', key: '' };

/** One key for the same names and sheets, so that a second try makes no second batch. */
const attemptKey = ({ swimmers, sheets }: Search): string => {
  const of = JSON.stringify([swimmers, sheets.map(contentKey)]);
  if (attempt.of !== of) attempt = { of, key: newAttempt() };
  return attempt.key;
};

const filesIn = (sheets: readonly Sheet[]): File[] =>
  sheets.filter((sheet) => sheet instanceof File);

const meantIn = ({ swimmers, chosen }: Search): PersonView[] =>
  chosen.filter(({ name }) => swimmers.includes(name));

/** Sends the sheets, whose reading here ends then; resolves to the address of their page. Throws `ClientError`. */
export const searchOnServer = async (
  search: Search,
  onProgress: (share: number) => void,
): Promise<string> => {
  const batch = { ...search, attempt: attemptKey(search) };
  const { batchId, manageToken } = await createBatch(batch, onProgress);
  endReading();
  rememberToken(batchId, manageToken);
  rememberMeant(batchId, meantIn(search));
  await rememberSent(batchId, filesIn(search.sheets));
  return `/batch/${batchId}`;
};

/** Sends nothing; resolves to the address of the page that reads the sheets. */
export const searchHere = async (search: Search): Promise<string> => {
  rememberMeant(DEVICE_BATCH, meantIn(search));
  await keepSearch({
    swimmers: [...search.swimmers],
    files: filesIn(search.sheets),
    answers: null,
  });
  return '/device';
};
