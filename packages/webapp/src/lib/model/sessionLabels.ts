/** What the links to the sessions of a long page say. */
import { dayWords } from './clock.ts';

type Named = { title: string; date: string | null };

/** Titles as they are; where two are the same, as they are on two weekends, each with its day. */
export const sessionLabels = (sessions: readonly Named[]): string[] =>
  sessions.map(({ title, date }) => {
    const isAlone = sessions.filter((other) => other.title === title).length === 1;
    return isAlone || date === null ? title : `${title}, ${dayWords(date)}`;
  });
