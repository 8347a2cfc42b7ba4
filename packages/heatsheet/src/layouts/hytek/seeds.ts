/** The text behind a name or a relay → its team, its seed and what marks that. */

export type Seed = { team: string | null; seed: string | null; seedFlags: string[] };

const FIGURES = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,2})?|\d{1,2}\.\d{2}[.,]\d{2}(?!\d)|\d{0,2}:?\d{1,2}[.,]\d{1,2}(?!\d?%)`;
/** What stands for a time: none yet, none swum, or none to be swum. */
export const WORDS = 'NT|NP|NS|DQ|DSQ|DNS|DNF|DFS|SCR|WD|EXH|Exh';
/** Glued in front of a time: exhibition, bonus, a judge's decision, a time that counts less. */
const MARK = '[XxJjBFPq*#~(]';
const BEHIND = String.raw`(?:\s*([YLS])(?![A-Za-z]))?(?:\s*(\S.*))?$`;
const WHOLE = String.raw`(?=[YLS]?(?![\p{L}\d]))`;
/** The likelier way first: a time, or a word, behind a blank; a time that the team's name runs into. */
const SEEDS = [
  new RegExp(String.raw`^(?:(.*)\s)?(${MARK})?(${FIGURES}|NT${WHOLE})${BEHIND}`, 'u'),
  new RegExp(String.raw`^(?:(.*)\s)?(X|x)?((?:${WORDS})${WHOLE})${BEHIND}`, 'u'),
  new RegExp(String.raw`^(.*?[^\d:.,])(X|x)?(${FIGURES})${BEHIND}`),
];

export const orNull = (text: string): string | null => text.trim() || null;

/** "SCAL-CA 2:10.82 &JAG" → team, seed, flags. */
export const teamAndSeed = (text: string): Seed => {
  const pattern = SEEDS.find((one) => one.test(text));
  const found = pattern?.exec(text);
  if (!found) return { team: orNull(text), seed: null, seedFlags: [] };
  const [, team = '', mark, seed = '', course, flags = ''] = found;
  const seedFlags = [mark === 'x' ? 'X' : mark, course, ...flags.split(/\s+/)].filter(
    (flag) => flag !== undefined && !/^[()]*$/.test(flag),
  ) as string[];
  return { team: orNull(team), seed, seedFlags };
};
