/**
 * One static shell for every address but the start page's: data comes from the API, nothing is drawn on a server.
 */
import { browser } from '$app/env';
import { breath } from '../lib/services/breath.ts';

export const ssr = false;
export const prerender = false;

/** Longer than this nobody waits for a typeface: the system's own is shown instead. */
const FONT_WAIT_MS = 800;

const FONTS = ['1rem "Archivo Variable"', 'extra-condensed 1rem "Archivo Variable"'];

/** The first drawing is in the right typeface, so that no line moves when it arrives. What came drawn is taken over at once. */
export const load = async (): Promise<void> => {
  if (!browser) return;
  if (document.querySelector('main') !== null) return breath();
  const wait = new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS));
  await Promise.race([Promise.all(FONTS.map((font) => document.fonts.load(font))), wait]);
};
