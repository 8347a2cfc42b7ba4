/** Finds web addresses in text that somebody pasted: a line of a mail, or a whole one. */
import { webAddress } from './webAddress.ts';

/** What stands around an address in a sentence. */
const AROUND = /^[<("'[]+|[>)"'\].,;:!?]+$/g;
/** In a longer text only what says itself that it is an address. */
const SAYS_SO = /^(https?:\/\/|www\.)/i;
const HOST_AND_PATH = /^[^/]+\.[^/]+\//;

/** Each address once, in the order of the text; none where the text is something else. */
export const addressesIn = (text: string): URL[] => {
  const words = text.split(/[\s,]+/).flatMap((word) => word.replace(AROUND, '') || []);
  const [first, ...others] = words;
  const isAlone = others.length === 0 && HOST_AND_PATH.test(first ?? '');
  const found = words
    .filter((word) => isAlone || SAYS_SO.test(word))
    .flatMap((word) => webAddress(word) ?? []);
  return [...new Map(found.map((url) => [url.href, url])).values()];
};
