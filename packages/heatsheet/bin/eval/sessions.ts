/** Compares a session report with its truth: rows on session, event and round; then what the session's head says. */
import type { ReportSession } from '../../src/report.ts';
import type { SessionRow } from '../../src/types.ts';
import { isSameClock, numberOf, plain, roundOf, tight } from './same.ts';
import type { Score } from './fields.ts';
import type { TruthSession } from './truth.ts';

type Row = Exclude<SessionRow, { break: string }> & { session: ReportSession['number'] };

const isRow = (row: SessionRow): row is Exclude<SessionRow, { break: string }> => !('break' in row);

const rowsOf = (sessions: ReportSession[]): Row[] =>
  sessions.flatMap(({ number, rows }) =>
    rows.filter(isRow).map((row) => ({ ...row, session: number })),
  );

const keyOf = ({ session, event, round }: Row): string =>
  `${numberOf(session)} ${numberOf(event)} ${roundOf(round)}`;

/** Minutes of a session's breaks, in order. */
const breaksOf = ({ rows }: ReportSession): string =>
  rows
    .flatMap((row) => ('break' in row ? (/(\d+)\s*Min/.exec(row.break)?.[1] ?? []) : []))
    .join(' ');

const rowFields = (truth: Row & { nameSeen?: string }, read: Row): boolean[] => [
  numberOf(truth.entries) === numberOf(read.entries),
  numberOf(truth.heats) === numberOf(read.heats),
  isSameClock(truth.start, read.start),
  [tight(truth.name), tight(truth.nameSeen ?? truth.name)].includes(tight(read.name)),
];

const headFields = (truth: ReportSession, read: ReportSession | undefined): boolean[] =>
  read
    ? [
        isSameClock(truth.start, read.start),
        isSameClock(truth.finish, read.finish),
        numberOf(truth.intervalSeconds) === numberOf(read.intervalSeconds),
        numberOf(truth.backInterval) === numberOf(read.backInterval),
        numberOf(truth.day) === numberOf(read.day),
        plain(truth.title) === plain(read.title),
        breaksOf(truth) === breaksOf(read),
      ]
    : [false];

const scoreOf = (fields: boolean[]): Score => ({
  right: fields.filter(Boolean).length,
  of: fields.length,
});

export type SessionScore = {
  rows: { truth: number; read: number; matched: number };
  fields: Score;
};

/** Sessions that are a picture in the PDF do not count for a reader of text. */
export const scoreSessions = (truth: TruthSession[], read: ReportSession[]): SessionScore => {
  const pictures = new Set(truth.filter((one) => one.readFromPicture).map((one) => one.number));
  const [right, found] = [truth, read].map((all) => all.filter((one) => !pictures.has(one.number)));
  const index = Map.groupBy(rowsOf(found ?? []), keyOf);
  const all = rowsOf(right ?? []);
  const fields = all.map((row) => {
    const rest = index.get(keyOf(row)) ?? [];
    const at = rest.findIndex((other) => isSameClock(other.start, row.start));
    const [hit] = rest.splice(Math.max(at, 0), 1);
    return hit ? rowFields(row, hit) : null;
  });
  const heads = (right ?? []).flatMap((session) =>
    headFields(
      session,
      found?.find((other) => other.number === session.number),
    ),
  );
  const matched = fields.filter((one) => one !== null);
  return {
    rows: { truth: all.length, read: rowsOf(found ?? []).length, matched: matched.length },
    fields: scoreOf([...matched.flat(), ...heads]),
  };
};
