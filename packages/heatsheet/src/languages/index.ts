/** Every language a start list may be in; a new one needs its table and a line here. */
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Language } from './language.ts';
import { polish } from './polish.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';

export const LANGUAGES: Language[] = [
  turkish,
  german,
  english,
  french,
  spanish,
  polish,
  russian,
  dutch,
];
