/** Several documents of a meet in one PDF. */
import { drawPages } from './canvas.ts';
import { planHeatSheet, type Drawn } from './heatSheet.ts';
import { planHostPages } from './hostPages.ts';
import type { DrawOptions } from './look.ts';
import { planPsychSheet } from './psychSheet.ts';
import { planResults } from './results.ts';
import { planSessionReport } from './sessionReport.ts';
import { eventsOf, reportOf } from './truth.ts';
import type { Meet } from './types.ts';

export type BoundDocument =
  'heat sheet' | 'psych sheet' | 'session report' | 'results' | 'host pages';

/** Draws documents of the whole meet (results: of its first session), one behind the other. The truth is the heat sheet's. */
export const drawBound = async (
  meet: Meet,
  documents: BoundDocument[],
  options: DrawOptions = {},
): Promise<Drawn> => {
  const sheet = planHeatSheet(meet, meet.sessions, options);
  const parts = documents.map((document) => {
    if (document === 'heat sheet') return sheet.pages;
    if (document === 'psych sheet') return planPsychSheet(meet, options).pages;
    if (document === 'host pages') return planHostPages(meet);
    return document === 'results' ? planResults(meet, 0) : planSessionReport(meet, {});
  });
  const before = parts.slice(0, documents.indexOf('heat sheet')).flat().length;
  const entries = sheet.entries.map((entry) => ({ ...entry, page: entry.page + before }));
  const events = eventsOf(
    meet.sessions.flatMap((session) => session.events),
    false,
  );
  const pages = parts.flat();
  return {
    pdf: await drawPages(pages, meet.seed, { title: 'Meet Program' }),
    truth: reportOf(meet, 'heat_sheet', pages.length, events, entries),
  };
};

/** Draws heat sheets of several meets, or one twice, as if their files were joined. The truth holds the entries of all. */
export const drawJoined = async (
  meets: readonly [Meet, ...Meet[]],
  options: DrawOptions = {},
): Promise<Drawn> => {
  const plans = meets.map((meet) => planHeatSheet(meet, meet.sessions, options));
  const pages = plans.flatMap((plan) => plan.pages);
  const entries = plans.flatMap((plan, index) => {
    const before = plans.slice(0, index).flatMap((one) => one.pages).length;
    return plan.entries.map((entry) => ({ ...entry, page: entry.page + before }));
  });
  const sessions = meets.flatMap((meet) => meet.sessions);
  const events = eventsOf(
    sessions.flatMap((session) => session.events),
    false,
  );
  return {
    pdf: await drawPages(pages, meets[0].seed, { title: 'Meet Program' }),
    truth: reportOf(meets[0], 'heat_sheet', pages.length, events, entries),
  };
};
