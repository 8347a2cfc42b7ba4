/** A folder of sheets with their truth: FOLDER/sheets/*.pdf and FOLDER/truth/<base>.json. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseTruth, type Truth } from './truth.ts';

export type Sample = { file: string; path: string; truth: Truth };

const listFolder = async (path: string, what: string): Promise<string[]> => {
  try {
    return (await readdir(path)).toSorted();
  } catch {
    throw new TypeError(`There is no folder ${path}: it should hold ${what}.`);
  }
};

const readTruth = async (path: string): Promise<Truth> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new TypeError(`${path} is missing: every sheet needs its truth.`);
  }
  return parseTruth(text, path);
};

/** Every sheet of the folder with its truth. Throws a TypeError in plain words if the folder is not of that shape. */
export const readSamples = async (folder: string): Promise<Sample[]> => {
  const sheets = await listFolder(join(folder, 'sheets'), 'the PDFs');
  const truths = await listFolder(join(folder, 'truth'), 'one <name>.json for each PDF');
  const files = sheets.filter((file) => file.toLowerCase().endsWith('.pdf'));
  if (files.length === 0) throw new TypeError(`There is no PDF in ${join(folder, 'sheets')}.`);
  const bases = new Set(files.map((file) => basename(file, '.pdf')));
  const alone = truths.find(
    (file) => file.endsWith('.json') && !bases.has(basename(file, '.json')),
  );
  if (alone) throw new TypeError(`${join(folder, 'truth', alone)} has no sheet of its name.`);
  return Promise.all(
    files.map(async (file) => ({
      file,
      path: join(folder, 'sheets', file),
      truth: await readTruth(join(folder, 'truth', `${basename(file, '.pdf')}.json`)),
    })),
  );
};
