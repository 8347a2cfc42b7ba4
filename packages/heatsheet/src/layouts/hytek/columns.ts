/** The line "Lane Name Age Team Seed Time": where each cell of the rows below it begins, from the column's left edge. */
import { joinRuns, type Row } from '../../text/rows.ts';

export type CellColumns = {
  ranked: boolean;
  relay: boolean;
  /** Left edge of the swimmer's name, or of the team in a relay. */
  who: number;
  /** Left edge of the age, or of the relay's letter. */
  second: number;
  /** Left edge of the team, or of a relay's seed. */
  third: number;
};

const HEADER = /^(Lane\s+)?(Name|Team)\b(?=.*\b(Age|Yr|Relay)\b)[^\d]*$/;

/** Reads a column header; null for any other row. `edge` is the column's left edge. */
export const cellColumns = (row: Row, edge: number): CellColumns | null => {
  const text = joinRuns(row.runs);
  if (!HEADER.test(text)) return null;
  const at = (pattern: RegExp): number =>
    (row.runs.find((run) => pattern.test(run.text))?.x ?? Number.POSITIVE_INFINITY) - edge;
  const relay = /\bRelay\b/.test(text);
  return {
    ranked: !text.startsWith('Lane'),
    relay,
    who: at(relay ? /Team|T$/ : /Name|N$/),
    second: at(relay ? /Relay/ : /Age|Yr/),
    third: at(relay ? /Seed|Prelim|Final|Time/ : /Team|School/),
  };
};
