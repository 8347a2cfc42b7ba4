/**
 * Cuts the typeface for the page: the weights and signs it uses, and the widths in two files. The narrow one is asked for only where
 * numbers may be long.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const WHOLE = import.meta
  .resolve('@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2');
/** First and last code points: Latin letters with the accents that names have, punctuation, arrows, signs. */
const SIGNS = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x152, 0x153],
  [0x2010, 0x2026],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
] as const;
/** An event's number may have a letter. */
const NUMBERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = { min: 400, max: 800 };

/** All signs from the first to the last. */
const signs = ([first, last]: readonly [number, number]): string =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** Writes `wide.woff2` and `narrow.woff2`. */
export const cutTypeface = async (folder: string): Promise<void> => {
  const whole = await readFile(new URL(WHOLE));
  const cut = async (name: string, text: string, wdth: { min: number; max: number }) => {
    const variationAxes = { wght: WEIGHTS, wdth };
    const bytes = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes });
    await writeFile(join(folder, `${name}.woff2`), bytes);
  };
  await mkdir(folder, { recursive: true });
  await cut('wide', SIGNS.map(signs).join(''), { min: 100, max: 125 });
  await cut('narrow', NUMBERS, { min: 62, max: 100 });
};
