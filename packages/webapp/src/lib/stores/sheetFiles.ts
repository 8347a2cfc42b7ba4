/** The PDFs of the batch that this device has, in the order of its sheets: a race is shown as it stands on the page. */
import type { Picture } from '@heatsync/heatsheet';
import type { SwimEvent } from '@heatsync/shared';
import { canReadHere, pictureHere } from '../services/deviceReader/index.ts';
import { dropFiles, keepFiles, keptFiles, type SentFiles } from '../services/sentFiles.ts';

/** Pixels a point: sharp on a phone at the width of its screen. */
const SCALE = 3;
/** Points around the line, so that its neighbours tell where it stands: rows are 11 to 13 apart, and none is cut in half. */
const AROUND = { x: 4, y: 13 };

let current: SentFiles | null = null;

/** For as long as the page is open. */
export const rememberFiles = (batchId: string, files: readonly File[]): void => {
  current = { batchId, files: [...files] };
};

/** Over a reload too, until others are sent or the results are deleted. */
export const rememberSent = async (batchId: string, files: readonly File[]): Promise<void> => {
  rememberFiles(batchId, files);
  await keepFiles({ batchId, files: [...files] });
};

const filesOf = async (batchId: string): Promise<readonly File[]> => {
  current ??= await keptFiles();
  return current?.batchId === batchId ? current.files : [];
};

export const forgetFiles = async (batchId: string): Promise<void> => {
  if ((await filesOf(batchId)).length === 0) return;
  current = null;
  await dropFiles();
};

const around = ([left, top, right, bottom]: SwimEvent['box']): SwimEvent['box'] => [
  left - AROUND.x,
  top - AROUND.y,
  right + AROUND.x,
  bottom + AROUND.y,
];

/** A race's line cut from its page; null where this device does not have the PDF or cannot draw it. */
export const pictureOf = async (
  batchId: string,
  { sequence, page, box }: Pick<SwimEvent, 'page' | 'box'> & { sequence: number },
): Promise<Picture | null> => {
  const file = (await filesOf(batchId))[sequence - 1];
  if (!file || !canReadHere()) return null;
  return pictureHere(file, { page, box: around(box) }, SCALE).catch(() => null);
};
