/** What of a page's text may leave the house: nobody's name but the swimmer's. Pure. */
import { foldedWords, isSuffix } from '@heatsync/heatsheet';
import { namesSwimmer } from './textRows.ts';
import { VOCABULARY } from './vocabulary.ts';

export const MASK = '•••';

type Token = { text: string; keep: boolean; word: boolean };

const TOKENS = /\p{L}[\p{L}\p{M}'’‘ʼ`´.-]*|[^\p{L}]+/gu;
/** A club's letters: "POND", "RC-RI". */
const CODE = /^\p{Lu}{2,5}(?:-\p{Lu}{2})?$/u;
const isAllowed = (word: string): boolean =>
  foldedWords(word).every((part) => VOCABULARY.has(part) || part.length === 1);

const tokensOf = (line: string, own: ReadonlySet<string>): Token[] =>
  (line.match(TOKENS) ?? []).map((text) => {
    const word = /^\p{L}/u.test(text);
    const parts = foldedWords(text);
    const isOwn = own.size > 0 && parts.every((part) => own.has(part) || isSuffix(part));
    return {
      text,
      word,
      keep: !word || isOwn || isAllowed(text) || (own.size > 0 && CODE.test(text)),
    };
  });

/** The word before or after a token, where no figure stands between. */
const besides = (tokens: Token[], at: number): Token[] =>
  [-1, 1].flatMap((step) => {
    const between = tokens[at + step];
    const neighbour = tokens[at + 2 * step];
    return neighbour && !/\d/.test(between?.text ?? '') ? [neighbour] : [];
  });

const isUnsure = (token: Token, own: ReadonlySet<string>): boolean =>
  token.word && !foldedWords(token.text).every((part) => own.has(part));

/** A word that is kept but stands beside a masked one may be part of that name: "KIM Lil", "Lane, •••". */
const withNeighbours = (tokens: Token[], own: ReadonlySet<string>): Token[] =>
  tokens.map((token, at) => {
    if (!token.word || !token.keep || !isUnsure(token, own)) return token;
    const nameLike =
      CODE.test(token.text) ||
      foldedWords(token.text).join('').length === 1 ||
      [at - 1, at + 1].some((near) => (tokens[near]?.text ?? '').startsWith(','));
    const beside = besides(tokens, at).some((other) => other.word && !other.keep);
    return nameLike && beside ? { ...token, keep: false } : token;
  });

/**
 * A row in which every word is masked that is neither one of swimming nor of the names of the swimmers that the row names. In
 * such a row a club's letters stay too.
 */
export const maskRow = (line: string, swimmers: readonly string[]): string => {
  const own = new Set(swimmers.filter((name) => namesSwimmer(line, name)).flatMap(foldedWords));
  return withNeighbours(tokensOf(line, own), own)
    .map(({ text, keep }) => (keep ? text : MASK))
    .join('')
    .replace(/(?:•••[ ,.-]*)+(?=•••)/g, '');
};
