/** Has the AI model say which kind of sheet each found link leads to. It chooses among our links only; whatever fails, the scored rule stays. */
import { foldedWords } from '@heatsync/heatsheet';
import { LINKS_INSTRUCTIONS } from '../ai/prompts.ts';
import { LinksAnswer } from '../ai/schema.ts';
import type { Context } from '../context.ts';
import { tidy } from './page.ts';
import type { Candidate, Sorted } from './sheets.ts';

const ASK_MS = 12_000;
const MAX_WORDS = 200;

const short = (text: string): string => text.slice(0, MAX_WORDS);

const question = (title: string | null, links: Candidate[]): string =>
  JSON.stringify({
    title,
    links: links.map(({ text, file, around }, index) => ({
      ...{ index, text: short(text), file: short(file), around: short(around) },
    })),
  });

/** Whether every word of an answer is one of the page's own: nothing is put into its mouth. */
const isQuoted = (said: string, source: string): boolean => {
  const words = new Set(foldedWords(source));
  const answered = foldedWords(said);
  return answered.length > 0 && answered.every((word) => words.has(word));
};

const quoted = (said: string | null, source: string): string | null =>
  said !== null && isQuoted(said, source) ? tidy(said) : null;

/** By place in the list of links; what was answered about no link of ours is dropped, and the first word on a link counts. */
const sortedOf = ({ links: said }: LinksAnswer, links: Candidate[]): Map<number, Sorted> => {
  const ours = said.filter(({ index }) => links[index] !== undefined).toReversed();
  return new Map(
    ours.map(({ index, kind, session }) => {
      const link = links[index];
      const words = link ? `${link.text} ${link.file} ${link.around}` : '';
      return [index, { kind, session: quoted(session, words) }];
    }),
  );
};

export type Advice = { sorted: Map<number, Sorted>; meetName: string | null };

/** Null without a key, and when the model is of no help. */
export const askAboutLinks = async (
  { ai, log }: Pick<Context, 'ai' | 'log'>,
  title: string | null,
  links: Candidate[],
  signal: AbortSignal,
): Promise<Advice | null> => {
  if (!ai || links.length === 0) return null;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]);
  const text = question(title, links);
  const asked = {
    ...{ purpose: 'discovery' as const, pages: 1, answer: LinksAnswer, sheet: null },
    ...{ instructions: LINKS_INSTRUCTIONS, text },
  };
  try {
    const answer = await ai.ask(asked, limit);
    return { sorted: sortedOf(answer, links), meetName: quoted(answer.meetName, text) };
  } catch (error) {
    signal.throwIfAborted();
    log.info({ err: error }, 'the AI model did not sort the links; the scored rule does');
    return null;
  }
};
