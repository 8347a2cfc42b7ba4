/** Has the AI model read what the reader could not: first by text with the other names masked, then pages that are pictures. */
import type { HeatSheet } from '@heatsync/heatsheet';
import { CalendarDate } from '@heatsync/shared';
import { findAiFile, saveAiFile, savePart, type Part } from '../../db/queries/aiAnswers.ts';
import { AppError } from '../../errors.ts';
import type { Context } from '../context.ts';
import type { ShownSheet } from '../openai.ts';
import { saveAnswer } from './answers.ts';
import { standsIn } from './backing.ts';
import type { Ai, Ask } from './calls.ts';
import { checkRaces, type Checked } from './check.ts';
import { saysDays } from './days.ts';
import { planReading, slicesOf, type Plan } from './plan.ts';
import { picturesQuestion, SHEET_INSTRUCTIONS, textQuestion } from './prompts.ts';
import { SheetAnswer } from './schema.ts';
import { halves, pictureSteps, textSteps, type Step } from './steps.ts';
import type { TextRow } from './textRows.ts';

export type AiStage = 'uploading_to_ai' | 'extracting';

export type AiSource = {
  checksum: string;
  sheet: HeatSheet;
  bytes(): Promise<Uint8Array>;
};

export type AiOptions = {
  signal: AbortSignal;
  /** Told what is done with which pages. */
  onStage(stage: AiStage, message: string): void;
};

type Needs = Pick<Context, 'db' | 'reader'>;
type Work = { needs: Needs & { ask: Ask }; source: AiSource; options: AiOptions };

/** 150 dpi: small print is legible, and a page is some hundred kilobytes. */
const SCALE = 150 / 72;
/** A file that goes sooner is not worth asking about. */
const FILE_LEFT_SECONDS = 300;

const spanOf = (pages: readonly number[]): string =>
  pages.length === 1 ? `page ${pages[0]}` : `pages ${pages[0]} to ${pages.at(-1)}`;

/** Of facts about the meet only what the rows say, where there is text. */
const factsOf = (answer: SheetAnswer, rows: readonly TextRow[] | null) => {
  const text = rows?.map(({ line }) => line).join('\n') ?? null;
  const named = (value: string | null) => (text === null ? value : standsIn(text, value));
  const date = (value: string | null) => CalendarDate.safeParse(value).data ?? null;
  const [start, end] = [date(answer.meetStart), date(answer.meetEnd)];
  const areSaid = rows === null || saysDays(rows, start, end);
  return {
    kind: answer.kind,
    meetName: named(answer.meetName)?.slice(0, 120) ?? null,
    venue: named(answer.venue)?.slice(0, 120) ?? null,
    meetStart: areSaid ? start : null,
    meetEnd: areSaid ? end : null,
  };
};

/** Results tell of races that are over. */
const racesOf = (answer: SheetAnswer) => (answer.kind === 'results' ? [] : answer.races);

const readText = async (
  { needs, options }: Work,
  { rows }: Plan,
  { part, pages, swimmers: [swimmer = ''] }: Step,
): Promise<void> => {
  options.onStage('extracting', `The AI model reads ${spanOf(pages)}.`);
  const sent = rows.filter(({ page }) => pages.includes(page));
  const answer = await needs.ask(
    {
      ...{ purpose: 'sheet', pages: pages.length, answer: SheetAnswer, sheet: null },
      ...{ instructions: SHEET_INSTRUCTIONS, text: textQuestion([swimmer], sent) },
    },
    options.signal,
  );
  const checked = checkRaces(racesOf(answer), { pages, rows: sent, swimmer });
  await saveAnswer(needs, part, swimmer, { ...factsOf(answer, sent), ...checked });
};

/** The pages as PDF and as pictures, whichever the server takes. */
const shown = ({ needs, source, options }: Work, pages: number[], part: Part): ShownSheet => {
  const { db, reader } = needs;
  const { signal } = options;
  const uploading = () =>
    options.onStage('uploading_to_ai', `Sending ${spanOf(pages)} to the AI model.`);
  const reading = () => options.onStage('extracting', `The AI model reads ${spanOf(pages)}.`);
  return {
    pdf: async () => {
      uploading();
      const bytes = await source.bytes();
      return reader.cut(bytes, pages, { signal });
    },
    pictures: async () => {
      uploading();
      const bytes = await source.bytes();
      const pictures: Uint8Array[] = [];
      for (const page of pages)
        pictures.push(await reader.picture(bytes, page, { scale: SCALE, signal }));
      reading();
      return pictures;
    },
    findFile: () => findAiFile(db, part.key, FILE_LEFT_SECONDS),
    noteFile: async (file) => {
      if (file) await savePart(db, part);
      await saveAiFile(db, part.key, file);
      if (file) reading();
    },
  };
};

const unproven = (pages: readonly number[]) => ({
  page: pages[0] ?? 1,
  text: `The AI model read ${spanOf(pages)} from pictures: nothing there proves that no race is missing.`,
});

const askPictures = async (work: Work, { part, pages, swimmers }: Step) => {
  const { needs, options } = work;
  const answer = await needs.ask(
    {
      ...{ purpose: 'sheet', pages: pages.length, answer: SheetAnswer },
      ...{ instructions: SHEET_INSTRUCTIONS, text: picturesQuestion(swimmers, pages.length) },
      sheet: shown(work, pages, part),
    },
    options.signal,
  );
  const races = racesOf(answer).map((race) => ({ ...race, page: pages[race.page - 1] ?? 0 }));
  for (const swimmer of swimmers) {
    const checked: Checked = checkRaces(races, { pages, rows: [], swimmer });
    const warnings = [unproven(pages), ...checked.warnings];
    await saveAnswer(needs, part, swimmer, { ...factsOf(answer, null), ...checked, warnings });
  }
};

const isTooMuch = (error: unknown): boolean =>
  error instanceof AppError && ['AI_TRUNCATED', 'AI_CONTEXT_TOO_LONG'].includes(error.code);

/** Pages that are too much at once are shown half and half; those halves are then known, should the job come back. */
const readPictures = async (work: Work, step: Step): Promise<void> => {
  const { pages, swimmers } = step;
  try {
    await askPictures(work, step);
  } catch (error) {
    if (pages.length < 2 || !isTooMuch(error)) throw error;
    for (const half of halves(pages))
      for (const smaller of await pictureSteps(work.needs, step.part.checksum, half, swimmers))
        await readPictures(work, smaller);
  }
};

/** Of these pages those with anything on them. */
const inkedOf = async (
  { needs, source, options }: Omit<Work, 'needs'> & { needs: Needs },
  pages: number[],
): Promise<number[]> =>
  pages.length === 0
    ? []
    : needs.reader.inked(await source.bytes(), pages, { signal: options.signal });

const pagesIn = (steps: readonly Step[]): number =>
  steps.reduce((sum, { pages }) => sum + pages.length, 0);

/**
 * Asks the AI model about these swimmers where the reader could not tell, unless it was asked before, and stores what it answers.
 * A sheet that needs more pages than the day has left is not begun. Answers whether anything of the sheet could be shown to it.
 * Throws what `Ai.ask` throws.
 */
export const readWithAi = async (
  { ai, ...needs }: Needs & { ai: Ai },
  source: AiSource,
  swimmers: string[],
  options: AiOptions,
): Promise<boolean> => {
  const plan = planReading(source.sheet, swimmers);
  const inked = await inkedOf({ needs, source, options }, plan.pictures);
  const texts = await textSteps(needs, source.checksum, plan);
  const pictures: Step[] = [];
  for (const slice of slicesOf(inked))
    pictures.push(...(await pictureSteps(needs, source.checksum, slice, swimmers)));
  const pages = pagesIn([...texts, ...pictures]);
  const read = async (ask: Ask) => {
    const work = { needs: { ...needs, ask }, source, options };
    for (const step of texts) await readText(work, plan, step);
    for (const step of pictures) await readPictures(work, step);
  };
  if (pages > 0) await ai.withPages(pages, read);
  return plan.texts.size + inked.length > 0;
};
