/** A heat sheet with other documents of its meet bound in front of it or behind it: a session report, results. */
import { rowBox, rowText } from '../text/rows.ts';
import type { SheetLine } from '../types.ts';
import { isSheetTitle, readTitles, type Titles } from './hytek/titles.ts';
import type { Reading, TextPage } from './layout.ts';
import { isReportPage, sessionReport } from './sessionReport/sessionReport.ts';

/** The pages of the sheet itself, and of what is bound to it. */
export type Bound = { sheet: TextPage[]; reports: TextPage[]; results: TextPage[] };

const kindOf = (page: TextPage, { document }: Titles): keyof Bound | null => {
  if (isSheetTitle(document)) return 'sheet';
  if (/^Results/i.test(document ?? '')) return 'results';
  return isReportPage(page) ? 'reports' : null;
};

/** Deals out the pages of a document that holds several, by their titles; what says nothing goes on with the page before. */
export const dealPages = (pages: TextPage[]): Bound => {
  const kinds = pages.map((page) => kindOf(page, readTitles(page, null)));
  const bound: Bound = { sheet: [], reports: [], results: [] };
  if (!kinds.includes('sheet')) return { ...bound, sheet: pages };
  let open: keyof Bound = 'sheet';
  for (const [index, page] of pages.entries()) {
    open = kinds[index] ?? open;
    bound[open].push(page);
  }
  return bound;
};

const linesOf = (pages: TextPage[]): SheetLine[] =>
  pages.flatMap(({ page, rows }) =>
    rows.map((row) => ({ page, box: rowBox(row), line: rowText(row), role: 'note' as const })),
  );

/** A sheet with what is bound to it: the timetable of a session report, and every row of results as a note. */
export const withBound = (reading: Reading, { reports, results }: Bound): Reading => {
  const {
    sessions,
    lines,
    doubts = [],
  } = reports.length ? sessionReport.read(reports) : { sessions: [], lines: [] };
  return {
    ...reading,
    sessions: [
      ...reading.sessions,
      ...sessions.map((one) => ({ ...one, key: `report ${one.key}` })),
    ],
    lines: [...reading.lines, ...lines, ...linesOf(results)].toSorted((a, b) => a.page - b.page),
    doubts: [...(reading.doubts ?? []), ...doubts],
  };
};
