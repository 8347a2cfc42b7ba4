/** What a sheet turned out to be when this device read it, before it is sent. The server's own reading counts. */
import type { PersonView, SourceView } from '@heatsync/shared';
import { calmTitle } from '@heatsync/shared';

type Kind = SourceView['kind'];

export type Reading = {
  kind: Kind;
  meetName: string | null;
  pages: number;
  sessions: { title: string | null; date: string | null }[];
  /** Everybody who stands in it. */
  people: PersonView[];
};

/** `unread`: this device cannot say, which loses nothing. */
export type ReadingState =
  | { state: 'reading'; page: number; pages: number }
  | { state: 'read'; reading: Reading }
  | { state: 'unread' };

/** Kinds of documents with races to come, or with the times of such. */
const WANTED: readonly Kind[] = ['heat_sheet', 'session_report'];

/** Told before it is sent: there are no heats in this one. */
export const isWrongDocument = ({ kind }: Reading): boolean => !WANTED.includes(kind);

/** Session titles as a person would write them, each once. */
export const sessionTitles = ({ sessions }: Reading): string[] => [
  ...new Set(sessions.flatMap(({ title }) => (title ? calmTitle(title) : []))),
];

/** Whether nobody can stand in these sheets who is not known: each is read, here, and holds text. Undefined: a sheet on the web. */
export const isAllKnown = (states: readonly (ReadingState | undefined)[]): boolean =>
  states.every((one) => one?.state === 'read' && one.reading.kind !== 'other');

/** Everybody in these sheets, each once. */
export const everybodyIn = (readings: readonly Reading[]): PersonView[] => {
  const all = readings.flatMap(({ people }) => people);
  return [...new Map(all.map((person) => [person.key, person])).values()];
};
