/** The cell between name and team: an age, or a year at school. */
import type { Run } from '../../text/runs.ts';
import type { CellColumns } from './columns.ts';

/** Years of birth have four figures; some hosts print brackets around either. */
export const AGE = /^\(?[MWFGBX]?(\d{1,3}|(?:19|20)\d{2})\)?$/;
const YEAR = /^(FR|SO|JR|SR|GR|GS|RS|5Y|\d{1,2}TH)$/i;
/** The year of one who sat a season out. */
const REDSHIRT = /^RS?[-.]?(?:FR|SO|JR|SR)\.?$/i;
/** What else may stand under "Yr": "Fr.", "8". */
const ANY_YEAR = /^(?:[A-Z0-9]{1,4}\.?|RS?-[A-Z]{2})$/i;
/** An age or a relay letter may stand this far left of its header. */
export const SLACK = 14;
/** Closer than this, a piece goes on with the word before it. */
export const TOUCHING = 0.7;

export const isAge = (text: string): boolean => AGE.test(text) || YEAR.test(text);

/** Whether a piece is that cell. */
export const isSecond = ({ text, x, right }: Run, columns: CellColumns, edge: number): boolean => {
  const second = edge + columns.second;
  if (x < second - SLACK) return columns.years && right > second && REDSHIRT.test(text);
  if (isAge(text)) return true;
  return columns.years && ANY_YEAR.test(text) && x < edge + columns.third - TOUCHING * 4;
};

const letterOf = ({ text, x, right }: Run): number => (right - x) / text.length;

/** Where all letters are of one width, only a blank may part a long name from its age, and that from the team: one piece. */
const NAME_AND_AGE = /^(.*\p{L}.*?)\s+([MWFGBX]?\d{1,2}|FR|SO|JR|SR)(?:\s+(\S.*))?$/u;

const nameApart = (run: Run, columns: CellColumns, edge: number): Run[] => {
  const [, name, age, team = ''] = NAME_AND_AGE.exec(run.text) ?? [];
  const letter = letterOf(run);
  const end = run.right - (team ? team.length + 1 : 0) * letter;
  const x = end - (age?.length ?? 0) * letter;
  if (!name || !age || x < edge + columns.second - SLACK) return [run];
  return [
    { ...run, text: name, right: x - letter },
    { ...run, text: age, x, right: end },
    ...(team ? [{ ...run, text: team, x: end + letter }] : []),
  ];
};

/** Where letters are painted one by one, a year stands as near to its team as words do. */
const yearApart = (run: Run, columns: CellColumns, edge: number): Run[] => {
  const [, year, team] = /^(\S+)\s+(\S.*)$/.exec(run.text) ?? [];
  if (!year || !team || run.x > edge + columns.third - TOUCHING * 4) return [run];
  const first = { ...run, text: year, right: run.x + year.length * letterOf(run) };
  const rest = { ...run, text: team, x: run.right - team.length * letterOf(run) };
  return isSecond(first, columns, edge) ? [first, rest] : [run];
};

/** Cuts a name, or a team, from the age or the year that it touches. */
export const withAgeApart = (runs: Run[], columns: CellColumns, edge: number): Run[] => {
  if (runs.some((run) => isSecond(run, columns, edge))) return runs;
  return runs
    .flatMap((run) => nameApart(run, columns, edge))
    .flatMap((run) => yearApart(run, columns, edge));
};
