/** What people said of their batch, and how it changes what the sheets say. */
import type { AnswersRequest } from '../requests.ts';
import type { SessionAnswer, SourceView, SwimEvent } from '../types.ts';

/** `people`: whom each name means, by key; a later key counts before an earlier one. */
export type Answers = { people: string[]; sessions: SessionAnswer[]; timeZone: string | null };

type AskedSession = NonNullable<AnswersRequest['sessions']>[number];

/** What is left out stays, `null` goes. */
const updated = <T>(before: T | undefined, asked: T | null | undefined): T | undefined =>
  asked === undefined ? before : (asked ?? undefined);

const mergeSession = (before: SessionAnswer | undefined, asked: AskedSession): SessionAnswer => {
  const startTime = updated(before?.startTime, asked.startTime);
  const date = updated(before?.date, asked.date);
  return { key: asked.key, ...(startTime && { startTime }), ...(date && { date }) };
};

const mergeSessions = (before: SessionAnswer[], asked: AskedSession[]): SessionAnswer[] => {
  const sessions = new Map(before.map((session) => [session.key, session]));
  for (const one of asked) sessions.set(one.key, mergeSession(sessions.get(one.key), one));
  return [...sessions.values()].filter(({ startTime, date }) => startTime ?? date);
};

const mergePerson = (before: string[], key: string, isMeant: boolean): string[] => {
  const others = before.filter((one) => one !== key);
  return isMeant ? [...others, key] : others;
};

const mergePeople = (before: string[], { person, people = [] }: AnswersRequest): string[] => {
  const kept = person === null ? [] : before;
  const asked = [...(person ? [{ key: person, isMeant: true }] : []), ...people];
  return asked.reduce((keys, { key, isMeant }) => mergePerson(keys, key, isMeant), kept);
};

/** The answers after one more request. */
export const mergeAnswers = (before: Answers | null, asked: AnswersRequest): Answers => ({
  people: mergePeople(before?.people ?? [], asked),
  sessions: mergeSessions(before?.sessions ?? [], asked.sessions ?? []),
  timeZone: updated(before?.timeZone ?? undefined, asked.timeZone) ?? null,
});

type Found = { found: { peopleByName: { name: string; keys: string[] }[] } };

/** The namesakes of whoever was chosen: of each name the last choice counts. */
const passedOver = (chosen: string[], sources: Found[]): Set<string> => {
  const byName = new Map<string, Set<string>>();
  for (const { name, keys } of sources.flatMap(({ found }) => found.peopleByName))
    byName.set(name, new Set([...(byName.get(name) ?? []), ...keys]));
  const others = [...byName.values()].flatMap((keys) => {
    const meant = chosen.findLast((key) => keys.has(key));
    return meant === undefined ? [] : [...keys].filter((key) => key !== meant);
  });
  return new Set(others);
};

/** Stands for a sheet that names no session, so that its date and start can be told too. */
const unnamedKey = (sequence: number): string => `${sequence}.0`;

/** Applies answers to a batch's races and sheets. */
export const applyAnswers = (answers: Answers | null, sources: Found[]) => {
  const others = passedOver(answers?.people ?? [], sources);
  const dates = new Map(answers?.sessions.map(({ key, date }) => [key, date]));
  const dateOf = (key: string, printed: string | null) => dates.get(key) ?? printed;
  return {
    /** Only the person meant, on the date given. */
    races: (races: SwimEvent[], sequence: number): SwimEvent[] =>
      races
        .filter((race) => !others.has(race.personKey))
        .map((race) => {
          const sessionKey = race.sessionKey ?? unnamedKey(sequence);
          return { ...race, sessionKey, sessionDate: dateOf(sessionKey, race.sessionDate) };
        }),
    source: (source: SourceView): SourceView => {
      const unnamed = { key: unnamedKey(source.sequence), title: null, date: null };
      const isUsed = source.events.some((race) => race.sessionKey === unnamed.key);
      const sessions = isUsed ? [...source.sessions, unnamed] : source.sessions;
      const dated = sessions.map(({ key, title, date }) => ({
        key,
        title,
        date: dateOf(key, date),
      }));
      return { ...source, sessions: dated };
    },
  };
};
