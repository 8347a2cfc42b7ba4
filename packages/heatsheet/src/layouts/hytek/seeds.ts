/** What stands behind a name or a relay: its team, its seed and what marks that. */
import { joinRuns } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';

export type Seed = { team: string | null; seed: string | null; seedFlags: string[] };

const FIGURES = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,2})?|\d{1,2}\.\d{2}[.,]\d{2}(?!\d)|\d{0,2}:?\d{1,2}[.,]\d{1,2}(?!\d?%)`;
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

/** A seed in one piece; then whatever stands in front of it marks it. */
const SEED_ALONE = new RegExp(
  String.raw`^([^\d\s.,:-]{0,2}(?=\d|[:.]\d)|[Xx]?)([\d:.]*\d[.,]\d{2}|\d{1,2}:\d{2}:\d{2}|${WORDS})([YLS]?)\)?$`,
);
/** Behind a figure or a colon a piece that touches it may be the rest of a time that the font kerned: "14:" + "11.21". */
const OF_TIME = /^\D?[\d:.,]*[\d:.,Xx]$/;
const TOUCHING = 0.14;
/** What qualifies or marks a seed, where the seed itself is left out. */
const FLAG = /^(?:[XxJBF*#]?[YLSB*#]|[Xx]|[&%@$+]?[A-Z\d]{1,5}[*+]?)$/;
/** Flags stand this far behind the team, at least, in sizes. */
const BEHIND_TEAM = 1.5;
/** A seed may stand this far beside its header, in sizes. */
const BESIDE = 2;

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

/** What hosts write for a time; flags are other capitals. */
const SEED_WORD =
  /^(?:NT|TBD|TBA|N\/A|UNK|BYE|NSW|N\.T\.|SCRATCH(?:ED)?|NO (?:TIME|SHOW)|[^\d]*\p{Ll}{2}[^\d]*|[-–—]+)$/u;

/** What the seeds' header covers, and where the standards in front of them begin. */
export type Edges = { left: number; right: number; standard: number };

/** A word under the seeds' header stands in a seed's place: "TBD", "Scratched". */
const underHeader = (runs: Run[], header: Edges): Seed | null => {
  const at = runs.findIndex(({ x, right, size }, i) => {
    const before = runs[i - 1];
    const apart = !before || x - before.right > TOUCHING * size;
    const inside = x > header.left - BESIDE * size && right < header.right + BESIDE * size;
    return apart && inside && right > header.left;
  });
  const rest = runs.slice(at);
  const end = rest.findIndex(({ x, size }, i) => i > 0 && x > (rest[i - 1]?.right ?? 0) + size / 2);
  const flags = end < 0 ? [] : rest.slice(end).map(({ text }) => text);
  if (at < 0) return null;
  const text = joinRuns(end < 0 ? rest : rest.slice(0, end));
  const [, seed = text, mark] = /^(NT)(\W)$/.exec(text) ?? [];
  // A part of a time is none, nor is a flag whose time was cut out.
  if (!SEED_WORD.test(seed)) return null;
  return {
    team: orNull(joinRuns(runs.slice(0, at))),
    seed: /^[-–—]+$/.test(seed) ? null : seed,
    seedFlags: [...(mark ? [mark] : []), ...flags],
  };
};

/** A standard may begin this far left of its header, in points. */
const NEAR_STANDARD = 6;

/** Which of the pieces is the seed: where there are times of two sorts, the one nearest to the seeds' header. */
const seedAmong = (runs: Run[], header: Edges | null): number => {
  const seeds = runs.flatMap(({ text, x, right, size }, i) => {
    // Most cells stand left of the seeds, and need no closer look.
    if (header && i < runs.length - 1 && right < header.left) return [];
    const before = runs[i - 1];
    const goesOn = before && x - before.right < TOUCHING * size && OF_TIME.test(before.text);
    return SEED_ALONE.test(text) && !goesOn ? [i] : [];
  });
  if (!header || seeds.length < 2) return seeds.at(-1) ?? -1;
  const away = (i: number) => Math.abs((runs[i]?.right ?? 0) - header.right);
  return seeds.reduce((best, i) => (away(i) <= away(best) ? i : best));
};

/** A seed is a piece of its own, even where a long team's name runs into it, or it into its flags. */
export const teamAndSeedIn = (runs: Run[], header: Edges | null = null): Seed => {
  const at = seedAmong(runs, header);
  if (at < 0) {
    const read = withoutSeed(runs) ?? teamAndSeed(joinRuns(runs));
    return (read.seed === null && header && underHeader(runs, header)) || read;
  }
  const [, mark = '', seed = '', course = ''] = SEED_ALONE.exec(runs[at]?.text ?? '') ?? [];
  const before = runs.slice(0, at);
  const standards = before.filter(({ x }) => header && x > header.standard - NEAR_STANDARD);
  const marks = mark === 'x' ? ['X'] : [...mark];
  const behind = joinRuns(runs.slice(at + 1)).split(/\s+/);
  const flags = [...marks, course, ...behind, ...standards.map(({ text }) => text)];
  return {
    team: orNull(joinRuns(before.slice(0, before.length - standards.length))),
    seed,
    seedFlags: flags.filter((flag) => !/^[()]*$/.test(flag)),
  };
};
