/** The centred lines above a Splash page: the meet, where and when. */
import { rowText, type Row } from '../../text/rows.ts';
import type { TextPage } from '../layout.ts';

export type Titles = {
  rows: Set<Row>;
  meetName: string | null;
  venue: string | null;
  dateLine: string | null;
};

const DATED = /\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{1,2}-\d{1,2}/;
const BEFORE_DATE = /^(.*?)[,\s]+\d{1,4}[./-]?(?:\s*[-–]|[\d./-])/;
/** Titles stand this high on a page at most. */
const HEAD = 0.2;

/** The rows above the first event that come again on the other pages. `isEvent` tells an event's header. */
export const titleRows = (pages: TextPage[], isEvent: (row: Row) => boolean): Titles => {
  const tops = pages.map(({ rows, height }) => {
    const end = rows.findIndex((row) => isEvent(row) || row.y > height * HEAD);
    return rows.slice(0, end < 0 ? 0 : end);
  });
  const texts = tops.map((rows) => rows.map(rowText));
  const often = (text: string) =>
    texts.filter((page) => page.includes(text)).length * 2 > pages.length;
  const rows = tops.flatMap((top) => top.filter((row) => often(rowText(row))));
  const lines = [...new Set(rows.map(rowText))];
  const dateLine = lines.find((line) => DATED.test(line)) ?? null;
  const before = dateLine === null ? lines : lines.slice(0, lines.indexOf(dateLine));
  return {
    rows: new Set(rows),
    meetName: before.join(' ') || null,
    venue: dateLine ? BEFORE_DATE.exec(dateLine)?.[1]?.trim() || null : null,
    dateLine,
  };
};
