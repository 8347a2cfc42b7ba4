/** The centred lines at the top of a Meet Manager page: banner, meet, session. */
import { dateOrder } from '../../dateOrder.ts';
import { slashedRange, slashedReadings, type DateOrder, type DateRange } from '../../dates.ts';
import { speltRange } from '../../speltDates.ts';
import { rowText, type Row } from '../../text/rows.ts';
import type { TextPage } from '../layout.ts';
import { startsColumn } from './headers.ts';

export type Titles = {
  banner: string;
  meetName: string | null;
  dates: DateRange | null;
  /** "Meet Program - THURSDAY PRELIMS" → "Meet Program", "THURSDAY PRELIMS". */
  document: string | null;
  session: string | null;
  pageNumber: number | null;
  /** All rows of the page's head. */
  rows: Row[];
  /** The centred lines below the banner. */
  lines: string[];
};

const MAX_TITLE_ROWS = 7;
/** Title lines follow each other more closely than the body follows them, in points. */
const TITLE_SPACING = 15.5;
const OFF_CENTRE = 25;
/** A gap wider than this, in sizes, separates columns, not words. */
const WORD_GAP = 3;
const MOST_LOGO_WORDS = 3;

const centreOf = ({ runs }: Row): number =>
  ((runs[0]?.x ?? 0) + Math.max(...runs.map((run) => run.right))) / 2;

/** A row's pieces that stand together; beside a title there may be a logo's words. */
const groupsOf = ({ y, runs }: Row): Row[] => {
  const groups: Row[] = [];
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1];
    if (before && run.x - before.right < WORD_GAP * run.size) groups.at(-1)?.runs.push(run);
    else groups.push({ y, runs: [run] });
  }
  return groups;
};

/** A logo's few words: no heading of the sheet's body, no figure. */
const isDecoration = (group: Row): boolean => {
  const text = rowText(group);
  return !/\d/.test(text) && !startsColumn(text) && text.split(' ').length <= MOST_LOGO_WORDS;
};

/** What of a row is centred on the page or, where the paper is wider than the print, with the line below the banner. */
const titleIn = (row: Row, centres: number[]): Row | null => {
  const isCentred = (group: Row) =>
    centres.some((centre) => Math.abs(centreOf(group) - centre) < OFF_CENTRE);
  const groups = groupsOf(row);
  const title = groups.find((group) => isCentred(group) && !startsColumn(rowText(group)));
  return title && groups.every((group) => group === title || isDecoration(group)) ? title : null;
};

export const isBanner = (row: Row): boolean =>
  /MEET MANAGER|(^|\s)(Page|Página)\s+\d+$/i.test(rowText(row));

/** The rows of a page's head, and what is centred in them; the banner's whole line comes first. */
type Head = { rows: Row[]; lines: Row[] };

/** The banner, where there is one, and the centred lines below it; a logo's words may stand between and beside them. */
export const titleRows = ({ rows, width }: TextPage): Head => {
  const start = rows.slice(0, 3).findIndex(isBanner);
  const banner = start < 0 ? [] : rows.slice(start, start + 1);
  const [below, ...beside] = start < 0 ? [] : rows.slice(start + 1, start + 2).flatMap(groupsOf);
  const centres = [width / 2, ...(below && !beside.length ? [centreOf(below)] : [])];
  const head: Head = { rows: rows.slice(0, start + 1), lines: banner };
  let last = banner[0]?.y;
  for (const [index, row] of rows.slice(start + 1, start + MAX_TITLE_ROWS).entries()) {
    if (row.y - (last ?? row.y) > TITLE_SPACING) break;
    const title = titleIn(row, centres);
    if (!title && !groupsOf(row).every(isDecoration)) break;
    if (!title) continue;
    head.lines.push(title);
    head.rows = rows.slice(0, start + index + 2);
    last = row.y;
  }
  return head;
};

const DOCUMENT =
  /^(Meet Program|Programa de Competencias|Psych Sheet|Heat Sheet|Session Report|Timeline|Results|Entry List)s?\b(?:\s*[-–]\s*(.*))?$/i;

/** Dates in the order and with the marks of the country that the program runs in: "6/18/2027", "18-06-2027", "18-Jun-27". */
const DAYS_BEHIND =
  /\s+-\s+(?:\d{1,2}\/\d|\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{1,2}-\p{L}{3,4}\.?-\d|\d{4}[-/.]\d{1,2}[-/.]\d).*$/u;

/** Whether a page's document holds heats, or a ranked list of who is entered. */
export const isSheetTitle = (document: string | null): boolean =>
  /^(Meet Program|Programa de Competencias|Psych Sheet|Heat Sheet)/i.test(document ?? '');

/** The titles of one page; dates that may begin with the day or the month need the sheet's `order`. */
export const readTitles = (page: TextPage, order: DateOrder | null): Titles => {
  const head = titleRows(page);
  const texts = head.lines.map(rowText);
  const banner = head.lines[0] && isBanner(head.lines[0]) ? (texts[0] ?? '') : '';
  const lines = banner ? texts.slice(1) : texts;
  const found = lines.map((line) => DOCUMENT.exec(line)).find(Boolean);
  const first = lines[0] && !DOCUMENT.test(lines[0]) ? lines[0] : null;
  const dates = lines.map((line) => slashedRange(line, order) ?? speltRange(line)).find(Boolean);
  return {
    banner,
    meetName:
      first
        ?.replace(/,?\s*Sanction\b.*$/i, '')
        .replace(DAYS_BEHIND, '')
        .trim() || null,
    dates: dates ?? null,
    document: found?.[1] ?? null,
    session: found?.[2]?.trim() || null,
    pageNumber: Number(/(?:Page|Página)\s+(\d+)/.exec(banner)?.[1]) || null,
    rows: head.rows,
    lines,
  };
};

/** The titles of every page; whether their dates begin with the day or the month, the whole sheet tells. */
export const readAllTitles = (pages: TextPage[]): Titles[] => {
  const titles = pages.map((page) => readTitles(page, null));
  if (titles.some(({ dates }) => dates)) return titles;
  const dated = titles.flatMap(({ lines }) => lines).find((line) => slashedReadings(line));
  if (dated === undefined) return titles;
  const texts = pages.map(({ runs }) => runs.map((run) => run.text).join('\n'));
  const banner = titles.find((title) => title.banner)?.banner ?? '';
  const order = dateOrder(texts, banner, dated);
  return order ? pages.map((page) => readTitles(page, order)) : titles;
};
