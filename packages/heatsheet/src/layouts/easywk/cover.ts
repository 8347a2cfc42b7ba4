/** What EasyWk says of the whole meet, on its cover and on top of pages. */
import type { DateRange } from '../../dates.ts';
import { dayFirstRange } from '../../dottedDates.ts';
import { rowText } from '../../text/rows.ts';
import type { Course } from '../../types.ts';
import type { TextPage } from '../layout.ts';

/** The meet's name and the page's number. */
export const PAGE_HEADER = /^(.*?)\s*\bSeite\s+\d+$/;

const nameOn = ({ rows }: TextPage): string | null =>
  (rows[0] && PAGE_HEADER.exec(rowText(rows[0]))?.[1]) || null;

/** From the first page that has it in its header. */
export const meetNameOf = (pages: TextPage[]): string | null => {
  for (const page of pages) {
    const name = nameOn(page);
    if (name !== null) return name;
  }
  return null;
};

/** The first page of each further meet that pages name. */
export const otherMeetsOn = (pages: TextPage[]): { page: number; name: string }[] => {
  const named = pages.flatMap((page) => {
    const name = nameOn(page);
    return name === null ? [] : [{ page: page.page, name }];
  });
  return named.filter(({ name }, i) => i > 0 && name !== named[i - 1]?.name);
};

/** The pool's length as the cover gives it; EasyWk knows metres only. */
export const courseOf = (cover: string): Course | null => {
  const length = /Bahnen?\s+[áàâa]\s*(25|50)\s*m/i.exec(cover)?.[1];
  return length === '25' ? 'SCM' : length === '50' ? 'LCM' : null;
};

/** The meet's days as the cover gives them. */
export const rangeOf = (cover: string): DateRange | null => {
  const printed = /^(?:vom|am)\s+.*\d{4}.*$/im.exec(cover)?.[0];
  return printed ? dayFirstRange(printed) : null;
};
