/** A font with letters beyond Western Europe, in the two files that it is published in. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeOf, isCyrillic } from './cyrillic.ts';

type Registrar = { registerFont: (name: string, data: Buffer) => unknown };

const FILES = {
  latin: '@fontsource-variable/archivo/files/archivo-latin-wght-normal.woff2',
  extended: '@fontsource-variable/archivo/files/archivo-latin-ext-wght-normal.woff2',
};

/** Neither file has Cyrillic letters: those of a standard font read as such. */
export const CYRILLIC = 'Times-Roman';

type FontName = keyof typeof FILES | typeof CYRILLIC;

/** What the first file holds; the second holds Ş, ğ and İ, but no plain letters. */
const isLatin = (letter: string): boolean => letter <= 'ÿ' || 'ıŒœ–—’“”€'.includes(letter);

export const registerFonts = (document: Registrar): void => {
  for (const [name, file] of Object.entries(FILES))
    document.registerFont(name, readFileSync(fileURLToPath(import.meta.resolve(file))));
};

/** Cuts a text where its font changes. */
export const fontPieces = (text: string): { font: FontName; text: string }[] => {
  const pieces: { font: FontName; text: string }[] = [];
  for (const letter of text) {
    const font = isCyrillic(letter) ? CYRILLIC : isLatin(letter) ? 'latin' : 'extended';
    const shown = font === CYRILLIC ? codeOf(letter) : letter;
    const last = pieces.at(-1);
    if (last?.font === font) last.text += shown;
    else pieces.push({ font, text: shown });
  }
  return pieces;
};
