/** One row's runs → the cells of an entry. */
import { joinRuns, rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { Entry, RelayLeg } from '../../types.ts';
import type { CellColumns } from './columns.ts';

export type Seed = { team: string | null; seed: string | null; seedFlags: string[] };

const AGE = /^[MWFGBX]?(\d{1,3})$/;
const YEAR = /^(FR|SO|JR|SR|GR|GS|RS|5Y|\d{1,2}TH)$/i;
/** What else may stand under "Yr". */
const ANY_YEAR = /^[A-Z0-9]{1,4}$/i;
const FIGURES = String.raw`\d{1,2}:\d{2}:\d{2}[.,]\d{1,2}|\d{1,2}\.\d{2}[.,]\d{2}(?!\d)|\d{0,2}:?\d{1,2}[.,]\d{1,2}`;
/** What stands for a time: none yet, none swum, or none to be swum. */
const WORDS = 'NT|NP|NS|DQ|DSQ|DNS|DNF|DFS|SCR|WD|EXH|Exh';
/** Glued in front of a time: exhibition, bonus, a judge's decision, a time that counts less. */
const MARK = '[XxJjBFPq*#~]';
const BEHIND = String.raw`(?:\s*([YLS])(?![A-Za-z]))?(?:\s*(\S.*))?$`;
const WHOLE = String.raw`(?=[YLS]?(?![\p{L}\d]))`;
/** The likelier way first: a time, or a word, behind a blank; a time that the team's name runs into. */
const SEEDS = [
  new RegExp(String.raw`^(?:(.*)\s)?(${MARK})?(${FIGURES}|NT${WHOLE})${BEHIND}`, 'u'),
  new RegExp(String.raw`^(?:(.*)\s)?(X|x)?((?:${WORDS})${WHOLE})${BEHIND}`, 'u'),
  new RegExp(String.raw`^(.*?[^\d:.,])(X|x)?(${FIGURES})${BEHIND}`),
];
/** An age or a relay letter may stand this far left of its header. */
const SLACK = 14;
/** A name begins this near to its header. */
const NAME_SLACK = 6;
/** Closer than this, a piece goes on with the word before it. */
const TOUCHING = 0.7;

const orNull = (text: string): string | null => text.trim() || null;

/** "SCAL-CA 2:10.82 &JAG" → team, seed, flags. */
export const teamAndSeed = (text: string): Seed => {
  const found = SEEDS.map((pattern) => pattern.exec(text)).find(Boolean);
  if (!found) return { team: orNull(text), seed: null, seedFlags: [] };
  const [, team = '', mark, seed = '', course, flags = ''] = found;
  const seedFlags = [mark === 'x' ? 'X' : mark, course, ...flags.split(/\s+/)].filter(
    (flag) => flag !== undefined && flag !== '',
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
const teamAndSeedIn = (runs: Run[]): Seed => {
  const at = runs.findLastIndex(
    ({ text }, i) => SEED_ALONE.test(text) && ENDS_TEAM.test(runs[i - 1]?.text ?? ''),
  );
  if (at < 0) return withoutSeed(runs) ?? teamAndSeed(joinRuns(runs));
  const parts = [runs.slice(0, at), runs.slice(at, at + 1), runs.slice(at + 1)];
  return teamAndSeed(parts.map(joinRuns).join(' ').trim());
};

const isAge = (text: string): boolean => AGE.test(text) || YEAR.test(text);

const isSecond = ({ text, x }: Run, columns: CellColumns, edge: number): boolean =>
  x >= edge + columns.second - SLACK &&
  (isAge(text) ||
    (columns.years && ANY_YEAR.test(text) && x < edge + columns.third - TOUCHING * 4));

/** Where the name ends: the age cell, or the first piece in the team's column. */
const endOfName = (runs: Run[], columns: CellColumns, edge: number): number => {
  const index = runs.findIndex((run, i) => {
    const before = runs[i - 1];
    if (!before) return false;
    if (isSecond(run, columns, edge)) return true;
    if (isAge(run.text)) return false;
    const touches = Math.abs(run.x - before.right) < TOUCHING;
    return !touches && run.x >= edge + columns.third - TOUCHING * 4;
  });
  return index < 0 ? runs.length : index;
};

/** A group ("A, 12+") stands between rank and name on some sheets: what begins well left of the name's column. */
const withoutGroup = (runs: Run[], columns: CellColumns, edge: number): Run[] => {
  const name = edge + columns.who;
  const at = runs.findIndex((run) => Math.abs(run.x - name) < NAME_SLACK);
  const before = runs.slice(0, Math.max(at, 0));
  return before.every((run) => run.right < name - NAME_SLACK) ? runs.slice(before.length) : runs;
};

type Who = Pick<Entry, 'name' | 'age' | 'year' | 'team' | 'seed' | 'seedFlags' | 'relay'>;

const swimmer = (all: Run[], columns: CellColumns, edge: number): Who => {
  const runs = withoutGroup(all, columns, edge);
  const end = endOfName(runs, columns, edge);
  const cell = runs[end];
  const second = cell?.text ?? '';
  const hasAge = cell !== undefined && isSecond(cell, columns, edge);
  const age = hasAge ? (AGE.exec(second)?.[1] ?? null) : null;
  return {
    name: orNull(joinRuns(runs.slice(0, end))),
    age,
    year: hasAge && age === null ? second : null,
    ...teamAndSeedIn(runs.slice(hasAge ? end + 1 : end)),
    relay: null,
  };
};

/** Sex and summed ages: "W109", "X240", "M200+". */
const RELAY_CODE = /^[WMXFGB]\d{2,3}\+?$/;
const RELAY_LETTER = /^(?:[WMXFGB]\d{2,3}\+?\s*)?([A-Z])$/;

const relay = (runs: Run[], columns: CellColumns, edge: number): Who => {
  const isCode = (run: Run, i: number) => i > 0 && RELAY_CODE.test(run.text);
  const letters = runs.filter(
    (run, i) =>
      i > 0 &&
      RELAY_LETTER.test(run.text) &&
      (run.x >= edge + columns.second - SLACK || isCode(runs[i - 1] ?? run, i - 1)),
  );
  const [cell] = letters;
  const rest = runs.filter((run, i) => run !== cell && !isCode(run, i));
  const letter = (cell && RELAY_LETTER.exec(cell.text)?.[1]) ?? 'A';
  return {
    name: null,
    age: null,
    year: null,
    ...teamAndSeedIn(rest),
    relay: { letter, legs: [] },
  };
};

/** The row's leading number and the runs behind it; null if the row begins otherwise. */
export const leadingNumber = (row: Row, who: number): { number: number; rest: Run[] } | null => {
  const [first, ...rest] = row.runs;
  const found = first && /^(\d{1,4})(?:\s+(.*))?$/.exec(first.text);
  if (!first || !found || first.x > who - 3) return null;
  if (!found[2]) return { number: Number(found[1]), rest };
  return { number: Number(found[1]), rest: [{ ...first, text: found[2], x: who }, ...rest] };
};

/** The entry that one or, for a wrapped name, two rows hold. */
export const readEntry = (
  rows: Row[],
  { number, rest }: { number: number; rest: Run[] },
  place: { page: number; edge: number; columns: CellColumns; alternate: boolean },
): Entry => {
  const { page, edge, columns, alternate } = place;
  const cells = columns.relay ? relay(rest, columns, edge) : swimmer(rest, columns, edge);
  return {
    lane: columns.ranked ? null : number,
    rank: columns.ranked ? number : null,
    ...cells,
    note: alternate ? 'alternate' : null,
    page,
    box: rowBox(...rows),
    line: rows.map(rowText).join(' '),
  };
};

const LEG_AGE = String.raw`[MWFGBX]?(\d{1,3}|FR|SO|JR|SR|GR)`;
/** Behind a leg's age there may be how fast its swimmer left the block: "r:+0.45". */
const LEG = new RegExp(
  String.raw`^(?:\d\)\s*)?(.*?)(?:\s+\(?${LEG_AGE}\)?)?(?:\s+r:[+-]?[\d.]+)?$`,
);
const ENDS_LEG = new RegExp(String.raw`\s${LEG_AGE}$`);
const NUMBERED = /^\d\)/;
/** A gap wider than this, in sizes, separates two legs of a line. */
const LEG_GAP = 1;

/** Cuts "1) Teal, Xan 82) Underhill, Yara 7", two legs in one piece, where the second begins. */
const cutLegs = (run: Run): Run[] => {
  const pieces = run.text.split(/(?<=.)(?=\d\)\s?[^\d\s])|(?<=\s[MW]?\d{1,2})(?=\p{Lu}\p{Ll})/u);
  const width = (run.right - run.x) / Math.max(run.text.length, 1);
  let x = run.x;
  return pieces.map((text) => {
    const piece = { ...run, text: text.trim(), x, right: x + text.length * width };
    x = piece.right;
    return piece;
  });
};

/** Without numbers a leg begins behind a gap, or behind the age that ends the leg before. */
const beginsLeg = (run: Run, before: Run | undefined): boolean =>
  !before || run.x - before.right > LEG_GAP * run.size || ENDS_LEG.test(before.text);

const legParts = (row: Row): Run[][] => {
  const numbered = NUMBERED.test(row.runs[0]?.text ?? '');
  const parts: Run[][] = [];
  let before: Run | undefined;
  for (const run of row.runs.flatMap(cutLegs)) {
    if (numbered ? NUMBERED.test(run.text) : beginsLeg(run, before)) parts.push([run]);
    else parts.at(-1)?.push(run);
    before = run;
  }
  return parts;
};

const BARE_LEG = /^[^\d,]+,[^\d,]+$/;

/** Whether a row below a relay is one of its legs: numbered, or "Last, First" that each end in an age. */
export const isLegRow = (row: Row): boolean => {
  const parts = legParts(row).map(joinRuns);
  if (NUMBERED.test(parts[0] ?? '')) return true;
  return parts.every((part) => ENDS_LEG.test(part) && BARE_LEG.test(part.replace(ENDS_LEG, '')));
};

/**
 * A row of relay legs, two a line: "1) Inkwell, Bram 15  2) Larkspur, Cleo 15"; some psych sheets leave the numbers out, then
 * they are counted on from `before`.
 */
export const readLegs = (row: Row, page: number, before: number): RelayLeg[] =>
  legParts(row).map((runs, index) => {
    const line = joinRuns(runs);
    const [, name = '', age = null] = LEG.exec(line) ?? [];
    const printed = /^(\d)\)/.exec(line)?.[1];
    const order = printed ? Number(printed) : before + index + 1;
    return { order, name: name.trim(), age, page, box: rowBox({ y: row.y, runs }), line };
  });
