/** The centred lines at the top of a Meet Manager page: banner, meet, session. */
import { dateOrder } from '../../dateOrder.ts';
import {
  slashedRange,
  slashedReadings,
  speltRange,
  type DateOrder,
  type DateRange,
} from '../../dates.ts';
import { joinRuns, rowText, type Row } from '../../text/rows.ts';
import type { TextPage } from '../layout.ts';

export type Titles = {
  banner: string;
  meetName: string | null;
  dates: DateRange | null;
  /** "Meet Program - THURSDAY PRELIMS" → "Meet Program", "THURSDAY PRELIMS". */
  document: string | null;
  session: string | null;
  pageNumber: number | null;
  rows: Row[];
};

const MAX_TITLE_ROWS = 7;
/** Title lines follow each other more closely than the body follows them, in points. */
const TITLE_SPACING = 15.5;
const OFF_CENTRE = 25;
/** A gap wider than this, in sizes, separates columns, not words. */
const WORD_GAP = 3;

const centreOf = ({ runs }: Row): number =>
  ((runs[0]?.x ?? 0) + Math.max(...runs.map((run) => run.right))) / 2;

const isTogether = ({ runs }: Row): boolean =>
  runs.every((run, i) => i === 0 || run.x - (runs[i - 1]?.right ?? 0) < WORD_GAP * run.size);

/** Centred on the page or, where the paper is wider than the print, with the line below the banner. */
const isCentred = (row: Row, centres: number[]): boolean =>
  isTogether(row) && centres.some((centre) => Math.abs(centreOf(row) - centre) < OFF_CENTRE);

export const isBanner = (row: Row): boolean =>
  /MEET MANAGER|(^|\s)(Page|Página)\s+\d+$/i.test(rowText(row));

/** The banner, where there is one, and the centred lines below it. */
export const titleRows = ({ rows, width }: TextPage): Row[] => {
  const start = rows.slice(0, 3).findIndex(isBanner);
  const titles = start < 0 ? [] : rows.slice(start, start + 1);
  const below = start < 0 ? undefined : rows[start + 1];
  const centres = [width / 2, ...(below ? [centreOf(below)] : [])];
  for (const row of rows.slice(start + 1, start + MAX_TITLE_ROWS)) {
    const before = titles.at(-1)?.y ?? row.y;
    if (row.y - before > TITLE_SPACING || !isCentred(row, centres)) break;
    titles.push(row);
  }
  return titles;
};

const DOCUMENT =
  /^(Meet Program|Programa de Competencias|Psych Sheet|Heat Sheet|Session Report|Timeline|Results|Entry List)s?\b(?:\s*[-–]\s*(.*))?$/i;

const readTitles = (page: TextPage, order: DateOrder | null): Titles => {
  const rows = titleRows(page);
  const texts = rows.map((row) => joinRuns(row.runs));
  const banner = rows[0] && isBanner(rows[0]) ? (texts[0] ?? '') : '';
  const lines = banner ? texts.slice(1) : texts;
  const found = lines.map((line) => DOCUMENT.exec(line)).find(Boolean);
  const first = lines[0] && !DOCUMENT.test(lines[0]) ? lines[0] : null;
  const dates = lines.map((line) => slashedRange(line, order) ?? speltRange(line)).find(Boolean);
  return {
    banner,
    meetName:
      first
        ?.replace(/,?\s*Sanction\b.*$/i, '')
        .replace(/\s+-\s+\d{1,2}\/\d.*$/, '')
        .trim() || null,
    dates: dates ?? null,
    document: found?.[1] ?? null,
    session: found?.[2]?.trim() || null,
    pageNumber: Number(/(?:Page|Página)\s+(\d+)/.exec(banner)?.[1]) || null,
    rows,
  };
};

/** The titles of every page; whether their dates begin with the day or the month, the whole sheet tells. */
export const readAllTitles = (pages: TextPage[]): Titles[] => {
  const titles = pages.map((page) => readTitles(page, null));
  if (titles.some(({ dates }) => dates)) return titles;
  const lines = titles.flatMap(({ banner, rows }) => rows.slice(banner ? 1 : 0).map(rowText));
  const dated = lines.find((line) => slashedReadings(line));
  if (dated === undefined) return titles;
  const texts = pages.map(({ runs }) => runs.map((run) => run.text).join('\n'));
  const banner = titles.find((title) => title.banner)?.banner ?? '';
  const order = dateOrder(texts, banner, dated);
  return order ? pages.map((page) => readTitles(page, order)) : titles;
};
