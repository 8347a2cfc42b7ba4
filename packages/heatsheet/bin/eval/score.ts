/** One sheet's score: what was read, against its truth. */
import type { SheetReport } from '../../src/report.ts';
import { compareFields, eventNames, FIELDS, type Field, type Score } from './fields.ts';
import { matchEntries, type Matched } from './match.ts';
import { scoreSessions } from './sessions.ts';
import type { Truth } from './truth.ts';

export type SheetScore = {
  kind: { truth: string; read: string; ok: boolean };
  /** Entries of a sheet, rows of a session report; nothing where the truth holds the kind only. */
  counted: 'entries' | 'rows' | 'nothing';
  truth: number;
  read: number;
  matched: number;
  fields: Record<Field, Score>;
  /** Session reports only. */
  sessions: Score;
  missing: Matched['missing'];
  extra: Matched['extra'];
};

const NOTHING: Score = { right: 0, of: 0 };

const noFields = (): Record<Field, Score> =>
  Object.fromEntries(FIELDS.map((field) => [field, { ...NOTHING }])) as Record<Field, Score>;

/** A PDF without text has no kind to tell. */
const kindIsRight = (truth: Truth, read: string): boolean =>
  truth.kind === read || (truth.noTextLayer === true && read === 'other');

const scoreFields = (truth: Truth, report: SheetReport, { pairs }: Matched) => {
  const names = {
    right: eventNames(truth.events),
    found: eventNames(report.events),
    software: truth.software,
  };
  const fields = noFields();
  for (const [right, found] of pairs) {
    const compared = compareFields(right, found, names);
    for (const field of FIELDS) {
      if (compared[field] === null) continue;
      fields[field].of += 1;
      fields[field].right += Number(compared[field]);
    }
  }
  return fields;
};

/** Scores a report, as `heatsheet --json` gives it, against the truth. */
export const scoreSheet = (truth: Truth, report: SheetReport): SheetScore => {
  const kind = { truth: truth.kind, read: report.kind, ok: kindIsRight(truth, report.kind) };
  const blank = { kind, fields: noFields(), sessions: NOTHING, missing: [], extra: [] };
  if (truth.kind === 'session_report' && truth.sessions) {
    const { rows, fields } = scoreSessions(truth.sessions, report.sessions ?? []);
    return { ...blank, counted: 'rows', ...rows, sessions: fields };
  }
  if (!truth.entries) return { ...blank, counted: 'nothing', truth: 0, read: 0, matched: 0 };
  const matched = matchEntries(truth.entries, report.entries);
  return {
    kind,
    counted: 'entries',
    truth: truth.entries.length,
    read: report.entries.length,
    matched: matched.pairs.length,
    fields: scoreFields(truth, report, matched),
    sessions: NOTHING,
    missing: matched.missing,
    extra: matched.extra,
  };
};

/** Share of what was read that is true. A file whose truth is its kind has nothing to read. */
export const precisionOf = ({ matched, read, truth }: SheetScore): number =>
  read > 0 ? matched / read : truth > 0 ? 0 : 1;

/** Share of what is true that was read. */
export const recallOf = ({ matched, truth }: SheetScore): number =>
  truth > 0 ? matched / truth : 1;
