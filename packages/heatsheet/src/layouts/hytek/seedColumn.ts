/** The pieces behind a name or a relay → its team, its seed and what marks that, by where they stand. */
import { joinRuns } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { CellColumns } from './columns.ts';
import { orNull, teamAndSeed, WORDS, type Seed } from './seeds.ts';

/** A seed in one piece; then whatever stands in front of it marks it. */
const SEED_ALONE = new RegExp(
  String.raw`^([^\d\s.,:-]{0,2}(?=\d|[:.]\d)|[Xx]?)((?:\d{0,2}[:.]){0,2}\d{1,3}[.,]\d{1,2}|\d{1,2}:\d{2}:\d{2}|${WORDS})([YLS]?)\)?$`,
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
const flagsAlone = (runs: Run[]): { team: Run[]; flags: string[] } | null => {
  const at = runs.findIndex(
    (run, i) => i > 0 && run.x - (runs[i - 1]?.right ?? 0) > BEHIND_TEAM * run.size,
  );
  if (at < 0) return null;
  const flags = runs.slice(at).flatMap(({ text }) => text.split(' '));
  const areFlags = flags.every((flag) => FLAG.test(flag) && !SEED_ALONE.test(flag));
  return areFlags ? { team: runs.slice(0, at), flags } : null;
};

const withoutSeed = (runs: Run[]): Seed | null => {
  const apart = flagsAlone(runs);
  if (!apart) return null;
  const team = teamAndSeed(joinRuns(apart.team));
  return team.seed === null ? { ...team, seedFlags: apart.flags } : null;
};

/** What hosts write for a time; flags are other capitals. */
const SEED_WORD =
  /^(?:NT|TBD|TBA|N\/A|UNK|BYE|NSW|N\.T\.|SCRATCH(?:ED)?|NO (?:TIME|SHOW)|[^\d]*\p{Ll}{2}[^\d]*|[-–—]+)$/u;

type Edges = NonNullable<CellColumns['seed']>;

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

/** Which of the pieces is the seed: where there are several, the one nearest to the seeds' header. */
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

/** Times under another header than the seeds' are none. */
const withoutOthers = (runs: Run[], header: Edges | null): Run[] =>
  header?.others.length
    ? runs.filter(({ text, right }) => {
        const isNearer = (other: number) =>
          Math.abs(right - other) < Math.abs(right - header.right);
        return !(/\d/.test(text) && SEED_ALONE.test(text) && header.others.some(isNearer));
      })
    : runs;

/** A seed is a piece of its own, even where a long team's name runs into it, or it into its flags. */
export const teamAndSeedIn = (all: Run[], header: Edges | null = null): Seed => {
  const runs = withoutOthers(all, header);
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
