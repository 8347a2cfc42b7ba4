import {
  allNames,
  clockOf,
  type GivenStart,
  type HeatSheet,
  type SheetKind,
} from '@heatsync/heatsheet';
import type { PersonView, ResultsResponse, SourceView, SwimEvent } from '@heatsync/shared';
import { findAnswers, type Answers } from '../db/queries/answers.ts';
import { findSwimmers } from '../db/queries/batches.ts';
import { findJobs, type JobRow } from '../db/queries/jobs.ts';
import { findSheets } from '../db/queries/sheets.ts';
import { applyAnswers } from './answers.ts';
import { getBatchRow } from './batches.ts';
import type { Context } from './context.ts';
import { markRepeats } from './dedup.ts';
import { racesIn, type SheetRaces } from './races.ts';

type ReadSource = { job: JobRow; sheet: HeatSheet; found: SheetRaces };

const WITH_RACES: SheetKind[] = ['heat_sheet', 'psych_sheet', 'entry_book'];

const eventKey = (sheet: HeatSheet, eventNumber: string): string =>
  JSON.stringify([sheet.meetName, eventNumber]);

/** Ranks count only while no heat sheet of the meet has the event; results hold no races to come. */
const shownRaces = (source: ReadSource, seeded: ReadonlySet<string>): SwimEvent[] => {
  if (!WITH_RACES.includes(source.sheet.kind)) return [];
  if (source.sheet.kind === 'heat_sheet') return source.found.races;
  return source.found.races.filter(
    (race) => race.heatNumber !== null || !seeded.has(eventKey(source.sheet, race.eventNumber)),
  );
};

const seededEvents = (sources: ReadSource[]): Set<string> =>
  new Set(
    sources
      .filter(({ sheet }) => sheet.kind === 'heat_sheet')
      .flatMap(({ sheet }) =>
        sheet.events
          .filter((event) => event.heats.some((heat) => heat.number !== null))
          .map((event) => eventKey(sheet, event.number)),
      ),
  );

const countNamelessRelays = ({ events }: HeatSheet): number =>
  events
    .flatMap((event) => event.heats.flatMap((heat) => heat.entries))
    .filter(({ relay }) => relay !== null && relay.legs.length === 0).length;

const toSourceView = ({ job, sheet, found }: ReadSource, events: SwimEvent[]): SourceView => ({
  sequence: job.sequence,
  filename: job.filename,
  sourceUrl: job.sourceUrl,
  kind: sheet.kind,
  meetName: sheet.meetName,
  sessions: sheet.sessions.map(({ key, title, date }) => ({
    key: `${job.sequence}.${key}`,
    title,
    date,
  })),
  venue: sheet.venue,
  resultCode: job.resultCode,
  cached: job.cached,
  engine: 'reader',
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

/**
 * The batch's read sheets in their order; the same PDF handed in twice comes once. Each takes its times from all of them, so it does
 * not matter which came first.
 */
const readSources = async (
  { db }: Pick<Context, 'db'>,
  batchId: string,
  swimmers: string[],
  answers: Answers | null,
): Promise<ReadSource[]> => {
  const jobs = (await findJobs(db, batchId)).filter((job) => job.status === 'completed');
  const sheets = await findSheets(
    db,
    jobs.flatMap((job) => job.fileChecksum ?? []),
  );
  const once = new Map(jobs.toReversed().map((job) => [job.fileChecksum, job]));
  const all = [...sheets.values()];
  return jobs
    .filter((job) => once.get(job.fileChecksum) === job)
    .flatMap((job) => {
      const sheet = sheets.get(job.fileChecksum ?? '');
      if (!sheet) return [];
      const { sequence } = job;
      const clock = clockOf(sheet, all, startsGiven(answers, sequence));
      return [{ job, sheet, found: racesIn({ sheet, sequence, clock }, swimmers) }];
    });
};

const toPeople = (sources: ReadSource[]): PersonView[] => {
  const people = sources.flatMap(({ found }) => found.people);
  return [...new Map(people.map((person) => [person.key, person])).values()];
};

/** Names like one that is in no sheet. */
const toSuggestions = (sources: ReadSource[]): string[] => {
  const found = new Set(sources.flatMap(({ found }) => found.foundNames));
  const near = sources.flatMap(({ found }) => found.near);
  return [
    ...new Set(near.filter(({ name }) => !found.has(name)).flatMap((one) => one.suggestions)),
  ];
};

/** The races of a batch's swimmers, derived from its read sheets. Throws `BATCH_NOT_FOUND`. */
export const getResults = async (
  context: Pick<Context, 'db'>,
  batchId: string,
): Promise<ResultsResponse> => {
  const batch = await getBatchRow(context, batchId);
  const swimmers = await findSwimmers(context.db, batchId);
  const answers = await findAnswers(context.db, batchId);
  const sources = await readSources(context, batchId, swimmers, answers);
  const answered = applyAnswers(answers, sources);
  const seeded = seededEvents(sources);
  const marked = markRepeats(
    sources.map((source) => answered.races(shownRaces(source, seeded), source.job.sequence)),
  );
  return {
    success: true,
    batchId,
    swimmerName: batch.swimmerNameDisplay,
    swimmers,
    status: batch.status,
    totalEvents: marked.flat().filter((race) => race.duplicateOf === null).length,
    failedCount: batch.failedPdfs,
    people: toPeople(sources),
    suggestions: toSuggestions(sources),
    timeZone: answers?.timeZone ?? null,
    answers: { people: answers?.people ?? [], sessions: answers?.sessions ?? [] },
    sources: sources.map((source, index) =>
      answered.source(toSourceView(source, marked[index] ?? [])),
    ),
  };
};

/** How many races of the batch's swimmers one sheet holds. */
export const countRaces = async (
  { db }: Pick<Context, 'db'>,
  batchId: string,
  sheet: HeatSheet,
): Promise<number> => {
  if (!WITH_RACES.includes(sheet.kind)) return 0;
  const timed = { sheet, sequence: 0, clock: clockOf(sheet, []) };
  return racesIn(timed, await findSwimmers(db, batchId)).races.length;
};
