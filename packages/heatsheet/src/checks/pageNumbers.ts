/** Printed page numbers count on; each session may begin again at 1. */
import { LANGUAGES } from '../languages/index.ts';
import { anyOf } from '../languages/language.ts';
import type { Reading } from '../layouts/layout.ts';
import type { SheetLine, Warning } from '../types.ts';
import { warn } from './warn.ts';

const WORDS = anyOf(LANGUAGES.flatMap(({ lists }) => lists.page));
const PRINTED = new RegExp(`(?:^|\\s)(?:${WORDS}):?\\s+(\\d+)$`);
/** Where this many sessions begin at page 1 for each that does not, that one lacks its first page. */
const USUALLY = 2;

/** A page of the file, the number printed on it, and what else stands there. */
type Printed = { page: number; number: number; titles: string };

const printedPages = (lines: SheetLine[]): Printed[] =>
  [...Map.groupBy(lines, ({ page }) => page)].flatMap(([page, own]) => {
    const found = own.flatMap(({ line }) => PRINTED.exec(line)?.[1] ?? []);
    const titles = own.filter(({ line }) => !PRINTED.test(line)).map(({ line }) => line);
    return found.map((number) => ({ page, number: Number(number), titles: titles.join('\n') }));
  });

const gapsIn = (printed: Printed[]): Warning[] => {
  const [first] = printed;
  if (first && first.number > 1)
    return [warn('pages_run_on', 1, `The sheet begins with page ${first.number}.`)];
  const at = printed.findIndex(
    ({ number }, i) => i > 0 && number !== (printed[i - 1]?.number ?? 0) + 1 && number !== 1,
  );
  const [before, gap] = printed.slice(at - 1, at + 1);
  return at < 0 || !gap || !before
    ? []
    : [warn('pages_run_on', gap.page, `Page ${gap.number} follows page ${before.number}.`)];
};

/** Sessions that begin with page 2 where the others begin with page 1. */
const headlessSessions = (printed: Printed[]): Warning[] => {
  const begin = printed.filter(({ titles }, i) => i > 0 && titles !== printed[i - 1]?.titles);
  const later = begin.filter(({ number }) => number !== 1);
  if (begin.length - later.length < USUALLY * Math.max(later.length, 1)) return [];
  return later.map(({ page, number }) =>
    warn('pages_run_on', page, `A session begins with page ${number}.`),
  );
};

/** Whether pages are numbered: then none in the middle can lack unnoticed. */
export const numbersPages = ({ lines }: Reading): boolean =>
  lines.some(
    ({ role, line }) => (role === 'page_header' || role === 'footer') && PRINTED.test(line),
  );

/** Pages that are missing by the numbers at the head or the foot of those that are there. A last page leaves no trace. */
export const pagesRunOn = ({ lines }: Reading): Warning[] =>
  (['page_header', 'footer'] as const).flatMap((where) => {
    const printed = printedPages(lines.filter(({ role }) => role === where));
    return [...gapsIn(printed), ...headlessSessions(printed)];
  });
