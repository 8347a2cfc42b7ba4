/** From the server's answer to what stands on the page: races grouped by session, and what is left to say. */
import type { JobView, ResultsResponse, SourceView, SwimEvent } from '@heatsync/shared';
import { hoursInOrder } from './clock.ts';

/** A race with the sheet it stands on. */
export type Race = SwimEvent & {
  sequence: number;
  filename: string;
  venue: string | null;
};

export type SessionRaces = {
  key: string;
  title: string | null;
  date: string | null;
  races: Race[];
};

const toRaces = (source: SourceView): Race[] =>
  source.events.map((event) => ({
    ...event,
    sequence: source.sequence,
    filename: source.filename,
    venue: source.venue,
  }));

/** Every race once, without those of people that were said to be somebody else. */
export const racesOf = (results: ResultsResponse, others: ReadonlySet<string>): Race[] =>
  results.sources
    .flatMap(toRaces)
    .filter((race) => race.duplicateOf === null && !others.has(race.personKey));

/** Two sheets of one session share its name and date; without a name each sheet stands alone. */
export const groupKey = (race: Race): string =>
  race.sessionName === null
    ? `${race.sequence}|${race.sessionKey ?? ''}`
    : `${race.sessionDate ?? race.sequence}|${race.sessionName}`;

const LAST = '\uffff';

const compareText = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const byTime = (a: Race, b: Race): number =>
  compareText(a.heatStartTime ?? LAST, b.heatStartTime ?? LAST) ||
  compareText(a.eventNumber, b.eventNumber) ||
  (a.heatNumber ?? 0) - (b.heatNumber ?? 0);

/** Where a session without a date goes on after midnight; where there is a date, the race has its own. */
const fromFirstHour = (ordered: readonly Race[]): Race[] => {
  const hours = hoursInOrder(ordered.map((race) => race.heatStartTime ?? ''));
  const place = (race: Race) => hours.indexOf(race.heatStartTime ?? '');
  return ordered.toSorted((a, b) => place(a) - place(b));
};

/** Races without a time keep their place in the order of events. */
const inSwimmingOrder = (races: readonly Race[]): Race[] =>
  races.every((race) => race.heatStartTime !== null)
    ? fromFirstHour(races.toSorted(byTime))
    : races.toSorted((a, b) => compareText(a.eventNumber, b.eventNumber) || byTime(a, b));

const firstTime = (session: SessionRaces): string =>
  session.races
    .flatMap((race) => race.heatStartTime ?? [])
    .toSorted()
    .at(0) ?? LAST;

const bySession = (a: SessionRaces, b: SessionRaces): number =>
  compareText(a.date ?? LAST, b.date ?? LAST) ||
  (a.date === null ? 0 : compareText(firstTime(a), firstTime(b))) ||
  (a.races[0]?.sequence ?? 0) - (b.races[0]?.sequence ?? 0);

/** Sessions in the order they are swum; those without a date come last, in the order of the sheets. */
export const groupBySession = (races: readonly Race[]): SessionRaces[] =>
  [...Map.groupBy(races, groupKey)]
    .map(([key, group]) => ({
      key,
      title: group[0]?.sessionName ?? null,
      date: group[0]?.sessionDate ?? null,
      races: inSwimmingOrder(group),
    }))
    .toSorted(bySession);

/** How often the names stand in the sheets, and how many of those places are explained; results tell of no race to come. */
export const mentionsOf = (sources: readonly SourceView[]): SourceView['mentions'] =>
  sources
    .filter(({ kind }) => kind !== 'results')
    .reduce(
      (sum, { mentions }) => ({
        found: sum.found + mentions.found,
        explained: sum.explained + mentions.explained,
      }),
      { found: 0, explained: 0 },
    );

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Heat sheets that were read and do not have the swimmer. */
export const sheetsWithout = (sources: readonly SourceView[]): string[] =>
  sources
    .filter((source) => source.kind === 'heat_sheet' && source.events.length === 0)
    .map((source) => source.filename);

/** Heat sheets with relays in which nobody can be found. */
export const sheetsWithNamelessRelays = (sources: readonly SourceView[]): string[] =>
  sources
    .filter(({ kind, namelessRelays }) => kind === 'heat_sheet' && namelessRelays > 0)
    .map((source) => source.filename);

/** What stands in the sheets, for somebody who was not found in them. */
export const contentsOf = ({
  sources,
  names = 0,
}: Pick<ResultsResponse, 'sources' | 'names'>): {
  meets: string[];
  sessions: string[];
  names: number;
} => ({
  meets: unique(sources.flatMap(({ meetName }) => meetName ?? [])),
  sessions: unique(sources.flatMap(({ sessions }) => sessions.flatMap(({ title }) => title ?? []))),
  names,
});

/** Sheets that are something else than a heat sheet. */
export const otherKinds = (
  sources: readonly SourceView[],
): (SourceView & { kind: Exclude<SourceView['kind'], 'heat_sheet'> })[] =>
  sources.flatMap((source) =>
    source.kind === 'heat_sheet' ? [] : [{ ...source, kind: source.kind }],
  );

/** What a second try may cure; a locked or broken PDF stays what it is. */
const PASSING_ERRORS = [
  'INTERNAL',
  'TIMEOUT',
  'FETCH_FAILED',
  'AI_UNAVAILABLE',
  'AI_BUDGET_SPENT',
  'AI_RATE_LIMITED',
  'AI_SERVER_ERROR',
  'AI_TIMEOUT',
  'AI_BAD_ANSWER',
  'RATE_LIMITED',
];

export const canRetry = ({ errorCode }: Pick<JobView, 'errorCode'>): boolean =>
  errorCode !== null && PASSING_ERRORS.includes(errorCode);

/** The session reports, by sequence, whose meet has races that take their start time from a report. */
export const reportsInUse = (sources: readonly SourceView[]): Set<number> => {
  const timed = sources.filter(({ events }) =>
    events.some((race) => race.timeSource === 'from_session_report'),
  );
  const meets = new Set(timed.map(({ meetName }) => meetName));
  const reports = sources.filter(({ kind }) => kind === 'session_report');
  return new Set(reports.filter(({ meetName }) => meets.has(meetName)).map((one) => one.sequence));
};

export const failedSheets = (jobs: readonly JobView[]): JobView[] =>
  jobs.filter((job) => job.status === 'failed');

/** Names of the meets, each once, in the order of the sheets. */
export const meetNames = (jobs: readonly JobView[]): string[] => [
  ...new Set(jobs.flatMap((job) => job.meetName ?? [])),
];
