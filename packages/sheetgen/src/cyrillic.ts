/** Cyrillic letters for sheets: names in them, and a standard font whose letters read as them. */
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const SOUNDS = 'абцдефгхийклмнопкрстуввхыз';
const LETTERS = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const FIRST_CODE = 0x21;

const soundOf = (letter: string): string => {
  const plain = letter.normalize('NFD').charAt(0);
  const sound = SOUNDS[LATIN.indexOf(plain.toLowerCase())] ?? letter;
  return plain === plain.toLowerCase() ? sound : sound.toUpperCase();
};

/** A name letter by letter: "Ada TEAL" → "Ада ТЕАЛ"; what has no letter stays. */
export const inCyrillic = (name: string): string => [...name].map(soundOf).join('');

export const isCyrillic = (letter: string): boolean => LETTERS.includes(letter);

/** The standard font's character that stands for a Cyrillic letter. */
export const codeOf = (letter: string): string =>
  String.fromCharCode(FIRST_CODE + LETTERS.indexOf(letter));

/** What such a character reads as. */
export const readAsCyrillic = (code: number): number =>
  LETTERS.charCodeAt(code - FIRST_CODE) || code;
