import { allNames, clockOf, type GivenStart, type HeatSheet } from '@heatsync/heatsheet';
import type { PersonView, ResultsResponse, SourceView, SwimEvent } from '../types.ts';
import { applyAnswers, type Answers } from './answers.ts';
import { markRepeats } from './dedup.ts';
import { dayAfter } from './nextDay.ts';
import { racesIn, type SheetRaces } from './races.ts';
import { hasRaces, seededEvents, shownRaces } from './shown.ts';

/** A read sheet as it stands in its batch. */
export type ReadSheet = Pick<
  SourceView,
  'sequence' | 'filename' | 'sourceUrl' | 'resultCode' | 'cached' | 'engine'
> & { sheet: HeatSheet };

/** What the results say of their batch. */
export type BatchFacts = Pick<
  ResultsResponse,
  'batchId' | 'swimmerName' | 'swimmers' | 'status' | 'failedCount'
>;

type Found = ReadSheet & { found: SheetRaces };

const countNamelessRelays = ({ events }: HeatSheet): number =>
  events
    .flatMap((event) => event.heats.flatMap((heat) => heat.entries))
    .filter(({ relay }) => relay !== null && relay.legs.length === 0).length;

const toSourceView = ({ sheet, found, ...source }: Found, events: SwimEvent[]): SourceView => ({
  ...source,
  kind: sheet.kind,
  meetName: sheet.meetName,
  sessions: sheet.sessions.map(({ key, title, date }) => ({
    key: `${source.sequence}.${key}`,
    title,
    date,
  })),
  venue: sheet.venue,
  pages: sheet.pages,
  confident: sheet.confident,
  warnings: sheet.warnings.map(({ page, text }) => ({ page, text })),
  names: allNames(sheet).length,
  namelessRelays: countNamelessRelays(sheet),
  mentions: found.mentions,
  events,
});

/** The session starts that people gave for one sheet; its events without session have the key "0". */
const startsGiven = (answers: Answers | null, sequence: number): GivenStart[] =>
  (answers?.sessions ?? []).flatMap(({ key, startTime: start }) => {
    const [sheet, session] = key.split('.');
    if (start === undefined || sheet !== String(sequence) || session === undefined) return [];
    return [{ session: session === '0' ? null : session, start }];
  });

/** Each sheet takes its times from all of them, so it does not matter which came first. */
const search = (sheets: ReadSheet[], swimmers: string[], answers: Answers | null): Found[] => {
  const all = sheets.map(({ sheet }) => sheet);
  return sheets.map((read) => {
    const { sheet, sequence } = read;
    const clock = clockOf(sheet, all, startsGiven(answers, sequence));
    return { ...read, found: racesIn({ sheet, sequence, clock }, swimmers) };
  });
};

const toPeople = (sources: Found[]): PersonView[] => {
  const people = sources.flatMap(({ found }) => found.people);
  return [...new Map(people.map((person) => [person.key, person])).values()];
};

/** The names that no sheet with races to come has, and names like each. */
const toMissing = (sources: Found[], swimmers: string[]) => {
  const ahead = sources.filter(({ sheet }) => hasRaces(sheet));
  const found = new Set(ahead.flatMap(({ found }) => found.foundNames));
  const near = ahead.flatMap(({ found }) => found.near);
  const suggestionsFor = (typed: string) =>
    near.flatMap(({ name, suggestions }) => (name === typed ? suggestions : []));
  return swimmers.flatMap((name, swimmer) =>
    found.has(name) ? [] : [{ swimmer, suggestions: [...new Set(suggestionsFor(name))] }],
  );
};

/** How many people, as far as names tell them apart, stand in the sheets. */
const countNames = (sheets: ReadSheet[]): number =>
  new Set(sheets.flatMap(({ sheet }) => allNames(sheet))).size;

/** What is swum after midnight is swum on the next day, whoever told the session's own. */
const onTheirDays = (races: SwimEvent[], { nextDay }: SheetRaces): SwimEvent[] =>
  races.map((race) =>
    race.sessionDate !== null && nextDay.has(race.id)
      ? { ...race, sessionDate: dayAfter(race.sessionDate) }
      : race,
  );

/** The races of a batch's swimmers, derived from its read sheets in their order; a sheet handed in twice comes once. */
export const deriveResults = (
  batch: BatchFacts,
  sheets: ReadSheet[],
  answers: Answers | null,
): ResultsResponse => {
  const sources = search(sheets, batch.swimmers, answers);
  const answered = applyAnswers(answers, sources);
  const seeded = seededEvents(sources.map(({ sheet }) => sheet));
  const marked = markRepeats(
    sources.map((source) =>
      onTheirDays(answered.races(shownRaces(source, seeded), source.sequence), source.found),
    ),
  );
  const missing = toMissing(sources, batch.swimmers);
  return {
    success: true,
    ...batch,
    totalEvents: marked.flat().filter((race) => race.duplicateOf === null).length,
    people: toPeople(sources),
    suggestions: [...new Set(missing.flatMap((one) => one.suggestions))],
    missing,
    names: countNames(sheets),
    timeZone: answers?.timeZone ?? null,
    answers: { people: answers?.people ?? [], sessions: answers?.sessions ?? [] },
    sources: sources.map((source, index) =>
      answered.source(toSourceView(source, marked[index] ?? [])),
    ),
  };
};

/** How many races of the swimmers one sheet holds. */
export const countRaces = (sheet: HeatSheet, swimmers: string[]): number =>
  hasRaces(sheet)
    ? racesIn({ sheet, sequence: 0, clock: clockOf(sheet, []) }, swimmers).races.length
    : 0;
