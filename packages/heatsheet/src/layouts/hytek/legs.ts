/** The swimmers below a relay: numbered or not, one or more a line. */
import { joinRuns, rowBox, type Row } from '../../text/rows.ts';
import type { Run } from '../../text/runs.ts';
import type { RelayLeg } from '../../types.ts';

/** Or a year at school: "SR", "R-SR", "8TH"; "Jr." may be the end of a name. */
const LEG_AGE = String.raw`[MWFGBX]?(\d{1,3}|(?:RS?[-.]?)?(?:FR|SO|JR|SR|GR)|Fr\.|So\.|\d{1,2}TH)`;
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
