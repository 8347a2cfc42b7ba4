/** Lays what the AI model answered over what the reader read. Pure; what the reader is sure of stays as it is. */
import { isSwimmer, placeOf, type AiRace, type AiWarning } from './check.ts';
import { rangeOf, type DateRange } from '@heatsync/heatsheet/dates.ts';
import { sessionDate } from '@heatsync/heatsheet/sessionDays.ts';
import type { Entry, Heat, HeatSheet, Session, SheetEvent } from '@heatsync/heatsheet/types.ts';

/** What was answered about one swimmer in one part of a sheet. */
export type AiAnswer = {
  kind: HeatSheet['kind'] | null;
  meetName: string | null;
  meetStart: string | null;
  meetEnd: string | null;
  venue: string | null;
  races: AiRace[];
  warnings: AiWarning[];
};

const toEntry = (race: AiRace): Entry => {
  const { page, box, line, relayLetter, relayLeg, swimmerName, age } = race;
  const leg = { page, box, line, order: relayLeg ?? 0, name: swimmerName, age };
  const relay = relayLeg === null ? null : { letter: relayLetter ?? '', legs: [leg] };
  return {
    ...{ page, box, line, lane: race.lane, rank: race.rank },
    ...{ name: relay ? null : swimmerName, age: relay ? null : age, year: null },
    ...{ team: race.team, seed: race.seedTime, seedFlags: [], relay, note: null, ai: true },
  };
};

const toHeat = ([first, ...others]: [AiRace, ...AiRace[]]): Heat => ({
  number: first.heatNumber,
  of: first.heatCount,
  round: null,
  start: first.heatStartTime,
  page: first.page,
  entries: [first, ...others].map(toEntry),
});

const groups = <T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] =>
  [...Map.groupBy(items, keyOf).values()].filter((group): group is [T, ...T[]] => group.length > 0);

const toEvent = (
  [first, ...others]: [AiRace, ...AiRace[]],
  session: string | null,
): SheetEvent => ({
  number: first.eventNumber,
  name: first.eventName,
  session,
  ...{ gender: null, ages: null, distance: null, stroke: null, course: null },
  relay: first.relayLeg !== null,
  round: first.round,
  page: first.page,
  heats: groups([first, ...others], ({ heatNumber }) => String(heatNumber)).map(toHeat),
});

const sessionNames = ({ sessionTitle, sessionDate }: AiRace): string =>
  JSON.stringify([sessionTitle, sessionDate]);

const toSession = (
  { sessionTitle: title, sessionDate: date }: AiRace,
  key: string,
  meet: DateRange | null,
): Session => ({
  ...{
    key,
    title,
    date: date ?? sessionDate({ title, day: null }, meet),
    day: null,
    start: null,
    intervalSeconds: null,
    backInterval: null,
  },
  ...{ rows: [], finish: null },
});

/** The sheet's own session of that name or, if it has but one, that one. */
const knownSession = ({ sessions }: HeatSheet, { sessionTitle }: AiRace): Session | undefined =>
  sessions.find(({ title }) => title !== null && title === sessionTitle) ??
  (sessions.length === 1 ? sessions[0] : undefined);

const isRead = (sheet: HeatSheet, race: AiRace): boolean =>
  sheet.events
    .filter(({ number }) => number === race.eventNumber)
    .flatMap(({ heats }) => heats.filter(({ number }) => number === race.heatNumber))
    .flatMap(({ entries }) => entries.filter(({ lane }) => lane === race.lane))
    .flatMap(({ name, relay }) => [name, ...(relay?.legs ?? []).map((leg) => leg.name)])
    .some((name) => name !== null && isSwimmer(name, race.swimmerName));

const addRaces = (sheet: HeatSheet, races: AiRace[]) => {
  const meet = rangeOf(sheet.meetStart, sheet.meetEnd);
  const sessions: Session[] = [];
  const events = groups(races, sessionNames).flatMap(([first, ...others], index) => {
    const known = knownSession(sheet, first);
    const named = first.sessionTitle !== null || first.sessionDate !== null;
    const session = known ?? (named ? toSession(first, `ai${index + 1}`, meet) : null);
    if (session && !known) sessions.push(session);
    const byEvent = ({ eventNumber, eventName, round }: AiRace) =>
      JSON.stringify([eventNumber, eventName, round]);
    return groups([first, ...others], byEvent).map((group) => toEvent(group, session?.key ?? null));
  });
  return { sessions, events };
};

const kindOf = (sheet: HeatSheet, answers: AiAnswer[], races: AiRace[]): HeatSheet['kind'] => {
  if (sheet.kind !== 'other') return sheet.kind;
  const isRanked = races.length > 0 && races.every(({ heatNumber }) => heatNumber === null);
  if (races.length > 0) return isRanked ? 'psych_sheet' : 'heat_sheet';
  return answers.find(({ kind }) => kind !== null)?.kind ?? sheet.kind;
};

const first = <K extends keyof AiAnswer>(answers: AiAnswer[], key: K): AiAnswer[K] | null =>
  answers.find((answer) => answer[key] !== null)?.[key] ?? null;

/** What the answers say of the meet, where the sheet itself says nothing. */
const withFacts = (sheet: HeatSheet, answers: AiAnswer[]): HeatSheet => ({
  ...sheet,
  meetName: sheet.meetName ?? first(answers, 'meetName'),
  meetStart: sheet.meetStart ?? first(answers, 'meetStart'),
  meetEnd: sheet.meetEnd ?? first(answers, 'meetEnd'),
  venue: sheet.venue ?? first(answers, 'venue'),
});

/** Not to be trusted blindly: it is never `confident`. */
export const withAnswers = (read: HeatSheet, answers: AiAnswer[]): HeatSheet => {
  const sheet = withFacts(read, answers);
  const all = answers.flatMap((answer) => answer.races).filter((race) => !isRead(sheet, race));
  const races = [...new Map(all.map((race) => [placeOf(race), race])).values()];
  const { sessions, events } = addRaces(sheet, races);
  const warnings = answers.flatMap((answer) => answer.warnings);
  const distinct = new Map(warnings.map((warning) => [JSON.stringify(warning), warning]));
  return {
    ...sheet,
    kind: kindOf(sheet, answers, races),
    sessions: [...sheet.sessions, ...sessions],
    events: [...sheet.events, ...events],
    warnings: [
      ...sheet.warnings,
      ...[...distinct.values()].map((warning) => ({
        ...warning,
        reason: 'rows_explained' as const,
      })),
    ],
    confident: false,
  };
};
