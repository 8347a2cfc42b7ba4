/** A heat sheet with other documents of its meet bound in front of it or behind it: a session report, results, a cover, records. */
import { rowBox, rowText } from '../text/rows.ts';
import type { SheetLine, Warning } from '../types.ts';
import { anotherMeet, textOf } from './common/pages.ts';
import { holdsSheetRows } from './hytek/recognises.ts';
import { startsColumn } from './hytek/headers.ts';
import { isSheetTitle, readTitles, type Titles } from './hytek/titles.ts';
import type { Reading, TextPage } from './layout.ts';
import { isReportPage, sessionReport } from './sessionReport/sessionReport.ts';

/** The pages of the sheet itself, and of what is bound to it; `others` are a host's own: a cover, an order of events, sponsors. */
export type Bound = Record<'sheet' | 'reports' | 'results' | 'others', TextPage[]>;

const kindOf = (page: TextPage, { document }: Titles): keyof Bound | null => {
  if (isSheetTitle(document)) return 'sheet';
  if (/^Results/i.test(document ?? '')) return 'results';
  return isReportPage(page) ? 'reports' : null;
};

const longWords = (pages: TextPage[]): string[] =>
  textOf(pages)
    .toLowerCase()
    .match(/\p{L}{4,}/gu) ?? [];

/** A page of so few rows is no cover, if one is a header of the sheet's or holds a time. */
const SCRAP = 2;
const TIME = /\d[.,]\d{2}(?![\d/.])/;

const isScrap = ({ rows }: TextPage): boolean =>
  rows.length <= SCRAP && rows.map(rowText).some((text) => startsColumn(text) || TIME.test(text));

/**
 * A host's own pages lack the head that most of the sheet's have, and hold nothing that a sheet does. A word of theirs stands in
 * the sheet too, a stroke or the meet's name: else it may be a page of the sheet in letters that cannot be decoded.
 */
const hostPages = (pages: TextPage[], titles: Titles[]): Set<TextPage> => {
  const headless = pages.filter((_, i) => titles[i]?.banner === '' && !titles[i].document);
  const own = new Set(headless.filter((page) => !holdsSheetRows(page) && !isScrap(page)));
  const isUsual = (headless.length - own.size) * 2 < pages.length - own.size;
  if (!isUsual || own.size === 0) return new Set();
  const known = new Set(longWords(pages.filter((page) => !own.has(page))));
  return new Set([...own].filter((page) => longWords([page]).some((word) => known.has(word))));
};

/** Deals out the pages of a document that holds several, by their titles; what says nothing goes on with the page before. */
export const dealPages = (pages: TextPage[]): Bound => {
  const titles = pages.map((page) => readTitles(page, null));
  const kinds = pages.map((page, i) => titles[i] && kindOf(page, titles[i]));
  const bound: Bound = { sheet: [], reports: [], results: [], others: [] };
  if (!kinds.includes('sheet')) return { ...bound, sheet: pages };
  const others = hostPages(pages, titles);
  let open: keyof Bound = 'sheet';
  for (const [index, page] of pages.entries()) {
    open = kinds[index] ?? open;
    bound[others.has(page) ? 'others' : open].push(page);
  }
  return bound;
};

/** A page of Meet Manager's own, in a document that another software's layout reads. */
export const strangers = (pages: TextPage[]): Warning[] => {
  const found = pages
    .map((page) => ({ page: page.page, titles: readTitles(page, null) }))
    .find(({ titles }) => /HY-?TEK/i.test(titles.banner) && isSheetTitle(titles.document));
  return found ? [anotherMeet({ page: found.page, name: found.titles.meetName ?? '' })] : [];
};

const linesOf = (pages: TextPage[]): SheetLine[] =>
  pages.flatMap(({ page, rows }) =>
    rows.map((row) => ({ page, box: rowBox(row), line: rowText(row), role: 'note' as const })),
  );

/** A sheet with what is bound to it: the timetable of a session report, and every other row as a note. */
export const withBound = (reading: Reading, { reports, results, others }: Bound): Reading => {
  const report = reports.length ? sessionReport.read(reports) : null;
  const { sessions = [], lines = [], doubts = [], meetName = null } = report ?? {};
  const [page] = reports;
  const isOther = meetName !== null && reading.meetName !== null && meetName !== reading.meetName;
  return {
    ...reading,
    sessions: [
      ...reading.sessions,
      // The times of another meet are none of this one's.
      ...(isOther ? [] : sessions.map((one) => ({ ...one, key: `report ${one.key}` }))),
    ],
    lines: [...reading.lines, ...lines, ...linesOf([...results, ...others])].toSorted(
      (a, b) => a.page - b.page,
    ),
    doubts: [
      ...(reading.doubts ?? []),
      ...doubts,
      ...(isOther && page ? [anotherMeet({ page: page.page, name: meetName })] : []),
    ],
  };
};
