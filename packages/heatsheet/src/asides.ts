/** What some sheets print within a name: a short name, another surname, or a mark such as "(AK)". */

/** "(Ace)", '"Ace"', "“Ace”", but not "(Jr)". */
const ASIDE = /\s*[("“](?!(?:jr|sr|ii|iii|iv)\b)(\p{L}[\p{L}\p{M}'’ .-]*)[)"”]/iu;
const WORD_BEFORE = /\S+$/;

/**
 * The ways to write a printed name that has an aside, the likeliest first: "Lark, Elly (Ace)" → "Lark, Elly", "Lark, Ace", and as it
 * stands. Any other name is written in one way.
 */
export const wordingsOf = (printed: string): string[] => {
  const found = ASIDE.exec(printed);
  if (!found) return [printed];
  const [whole, aside = ''] = found;
  const before = printed.slice(0, found.index);
  const behind = printed.slice(found.index + whole.length);
  const comma = before.lastIndexOf(',');
  // Behind a comma the aside is for all first names, else for the word before it.
  const kept = comma < 0 ? before.replace(WORD_BEFORE, '') : `${before.slice(0, comma)}, `;
  return [before + behind, kept + aside + behind, printed].map((text) => text.trim());
};
