/** What the sheets in the queue turned out to be, read on this device one after the other. */
import { writable, type Readable } from 'svelte/store';
import type { Sheet } from '../model/queue.ts';
import { isWrongDocument, type Reading, type ReadingState } from '../model/reading.ts';
import { canReadHere, readHere } from '../services/deviceReader/index.ts';
import { queue as words } from '../words/start.ts';
import { announce } from './announce.ts';
import { contentKey } from './device.ts';

export { canReadHere } from '../services/deviceReader/index.ts';

export type ReadingMap = ReadonlyMap<Sheet, ReadingState>;
export type Readings = Readable<ReadingMap> & {
  /** Reads what is new in the queue and forgets what has left it. */
  follow: (sheets: readonly Sheet[]) => void;
};

/** What is a heat sheet needs no word. */
const sayIfWrong = ({ name }: File, reading: Reading): void => {
  const { kind } = reading;
  if (kind !== 'heat_sheet' && isWrongDocument(reading)) announce(words.notHeats(name, kind));
};

export const openReadings = (): Readings => {
  let known: ReadingMap = new Map();
  const { subscribe, set } = writable(known);

  /** What has left the queue meanwhile is told of no more. */
  const tell = (sheet: Sheet, state: ReadingState): void => {
    if (!known.has(sheet)) return;
    known = new Map(known).set(sheet, state);
    set(known);
  };

  const read = async (sheet: File): Promise<void> => {
    try {
      const onProgress = (progress: { page: number; pages: number }): void =>
        tell(sheet, { state: 'reading', ...progress });
      const reading = await readHere(sheet, contentKey(sheet), onProgress);
      if (known.has(sheet)) sayIfWrong(sheet, reading);
      tell(sheet, { state: 'read', reading });
    } catch {
      tell(sheet, { state: 'unread' });
    }
  };

  return {
    subscribe,
    follow: (sheets) => {
      if (!canReadHere()) return;
      const files = sheets.filter((sheet) => sheet instanceof File);
      const fresh = files.filter((file) => !known.has(file));
      known = new Map(
        files.map((file) => [file, known.get(file) ?? { state: 'reading', page: 0, pages: 0 }]),
      );
      set(known);
      for (const file of fresh) void read(file);
    },
  };
};
