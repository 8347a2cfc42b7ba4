/** Saving an arm card: the picture is drawn here on the device and goes nowhere else. */
import type { ArmCard } from '../model/armCard.ts';
import { drawCard } from '../services/cardPicture.ts';
import { saveFile } from '../services/saveFile.ts';
import { card as words } from '../words/takeaway.ts';

const PLAIN = '#ffe45c';

/** The colour of the stroke under the title, as the page shows it. */
const markerColour = (title: Element | null): string =>
  (title && getComputedStyle(title).getPropertyValue('--stroke').trim()) || PLAIN;

/** Null once the picture is in the downloads, else a sentence that says what to do. */
export const saveCard = async (
  card: ArmCard,
  title: string,
  element: Element | null,
): Promise<string | null> => {
  try {
    const picture = await drawCard(card, { ...words, title }, markerColour(element));
    saveFile(picture, words.filename(card.date));
    return null;
  } catch {
    return words.notSaved;
  }
};
