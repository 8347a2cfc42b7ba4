/** Dates with the day first, as German, Turkish, French and Polish sheets print them: "24.06.2023", "19 - 22/1/2022". */
import { isoDate, rangeOf, type DateRange } from './dates.ts';

const SEPARATED = /(\d{1,2})([./])(\d{1,2})\2(\d{4})/;
const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})/;
const RANGE =
  /(\d{1,2})(?:[./](\d{1,2}))?(?:[./](\d{4}))?\.?\s*(?:-|–|bis|to)\s*(\d{1,2})[./](\d{1,2})[./](\d{4})/;

/** The first date of a text, day first, or year first: "24.06.2023", "20/9/2026", "2026-09-20". */
export const dayFirstDate = (text: string): string | null => {
  const [, day, , month, year] = SEPARATED.exec(text) ?? [];
  if (day && month && year) return isoDate(Number(year), Number(month), Number(day));
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  return isoYear ? isoDate(Number(isoYear), Number(isoMonth), Number(isoDay)) : null;
};

/** "12. - 13.3.2026", "30.4. - 2.5.2026", "vom 03.12.2022 bis 04.12.2022", or one date. */
export const dayFirstRange = (text: string): DateRange | null => {
  const found = RANGE.exec(text);
  if (!found) return rangeOf(dayFirstDate(text), dayFirstDate(text));
  const [, day, month, year, endDay, endMonth, endYear] = found;
  return rangeOf(
    isoDate(Number(year ?? endYear), Number(month ?? endMonth), Number(day)),
    isoDate(Number(endYear), Number(endMonth), Number(endDay)),
  );
};
