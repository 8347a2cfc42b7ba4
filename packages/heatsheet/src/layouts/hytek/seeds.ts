/** What stands behind a name or a relay: its team, its seed and what marks that. */
import { joinRuns } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';

export type Seed = { team: string | null; seed: string | null; seedFlags: string[] };

const FIGURES = String.raw`\d{1,2}:\d{2}:\d{2}[.,]\d{1,2}|\d{1,2}\.\d{2}[.,]\d{2}(?!\d)|\d{0,2}:?\d{1,2}[.,]\d{1,2}`;
/** What stands for a time: none yet, none swum, or none to be swum. */
const WORDS = 'NT|NP|NS|DQ|DSQ|DNS|DNF|DFS|SCR|WD|EXH|Exh';
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

/** A seed in one piece. */
const SEED_ALONE = new RegExp(String.raw`^${MARK}?(?:[\d:.]*\d[.,]\d{2}|${WORDS})[YLS]?$`);
/** Behind a figure or a colon a piece may be the rest of a time that the font kerned: "14:" + "11.21". */
const ENDS_TEAM = /[^\d:.,Xx]$/;
/** What qualifies or marks a seed, where the seed itself is left out. */
const FLAG = /^(?:[XxYLSB*#]|[&%@$+]?[A-Z\d]{1,5}[*+]?)$/;
/** Flags stand this far behind the team, at least, in sizes. */
const BEHIND_TEAM = 1.5;

/** A sheet without seeds may still print their flags. */
const flagsAlone = (runs: Run[]): Run[] => {
  const at = runs.findIndex(
    (run, i) => i > 0 && run.x - (runs[i - 1]?.right ?? 0) > BEHIND_TEAM * run.size,
  );
  const behind = at < 0 ? [] : runs.slice(at);
  return behind.every(({ text }) => FLAG.test(text) && !SEED_ALONE.test(text)) ? behind : [];
};

const withoutSeed = (runs: Run[]): Seed | null => {
  const flags = flagsAlone(runs);
  if (!flags.length) return null;
  const team = teamAndSeed(joinRuns(runs.slice(0, -flags.length)));
  return team.seed === null ? { ...team, seedFlags: flags.map(({ text }) => text) } : null;
};

/** A seed is a piece of its own, even where a long team's name runs into it, or it into its flags. */
export const teamAndSeedIn = (runs: Run[]): Seed => {
  const at = runs.findLastIndex(
    ({ text }, i) => SEED_ALONE.test(text) && ENDS_TEAM.test(runs[i - 1]?.text ?? ''),
  );
  if (at < 0) return withoutSeed(runs) ?? teamAndSeed(joinRuns(runs));
  const parts = [runs.slice(0, at), runs.slice(at, at + 1), runs.slice(at + 1)];
  return teamAndSeed(parts.map(joinRuns).join(' ').trim());
};
