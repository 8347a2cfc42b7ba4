/** Printed page numbers count on; each session may begin again at 1. */
import { LANGUAGES } from '../languages/index.ts';
import { anyOf } from '../languages/language.ts';
import type { Reading } from '../layouts/layout.ts';
import type { Warning } from '../types.ts';

const WORDS = anyOf(LANGUAGES.flatMap(({ lists }) => lists.page));
const PRINTED = new RegExp(`(?:^|\\s)(?:${WORDS}):?\\s+(\\d+)$`);

const warn = (page: number, text: string): Warning => ({ reason: 'pages_run_on', page, text });

const gapsIn = (printed: number[]): Warning[] => {
  const [first] = printed;
  if (first !== undefined && first > 1) return [warn(1, `The sheet begins with page ${first}.`)];
  const gap = printed.findIndex(
    (page, i) => i > 0 && page !== (printed[i - 1] ?? 0) + 1 && page !== 1,
  );
  return gap < 0 ? [] : [warn(gap + 1, `Page ${printed[gap]} follows page ${printed[gap - 1]}.`)];
};

/** Pages that are missing by the numbers at the head or the foot of those that are there. A last page leaves no trace. */
export const pagesRunOn = ({ lines }: Reading): Warning[] =>
  (['page_header', 'footer'] as const).flatMap((where) =>
    gapsIn(
      lines
        .filter(({ role }) => role === where)
        .flatMap(({ line }) => PRINTED.exec(line)?.[1] ?? [])
        .map(Number),
    ),
  );
