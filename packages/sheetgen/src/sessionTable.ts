/** What stands in a session's table of its report, and what ends it. */
import { poolsOf, timedRows, type TimedRow } from './timeline.ts';
import type { MeetSession, SessionBreak } from './types.ts';

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** "Girls 11-12 100 LC Meter Freestyle" → "Girls 11-12 100 Freestyle": a session report leaves the course out. */
export const shortName = ({ name }: TimedRow): string => name.replace(/ (?:[LS]C Meter|Yard)/, '');

/** Entries of the whole event: each row of a flighted one shows them all. */
export const entriesOf = (rows: TimedRow[], number: string): number =>
  sum(
    rows
      .filter((row) => row.number === number)
      .flatMap(({ heats }) => heats.map(({ entries }) => entries.length)),
  );

export const breakText = ({ minutes, label }: SessionBreak): string =>
  `Break: ${minutes} Minutes:${label === undefined ? '' : ` ${label}`}`;

type TableRow = { row: TimedRow } | { pause: SessionBreak } | { note: string };

/** Each pool's rows below its name. */
const pooledTable = (session: MeetSession): TableRow[] =>
  poolsOf(session).flatMap(({ name, rows }) => [{ note: name }, ...rows.map((row) => ({ row }))]);

/** The rows of a session with its breaks between them. */
export const tableOf = (session: MeetSession, pools = false): TableRow[] => {
  if (pools) return pooledTable(session);
  const rows = timedRows(session);
  return rows.flatMap((row, index) => {
    const begins = rows[index - 1]?.block !== row.block;
    const pauses = (session.breaks ?? []).filter(({ before }) => begins && before === row.block);
    return [...pauses.map((pause) => ({ pause })), { row }];
  });
};

/** The finish of the pool that is in use longest. */
export const finishOf = (session: MeetSession, pools = false): string =>
  pools
    ? poolsOf(session).reduce((last, { finish }) => (finish > last ? finish : last), '')
    : session.finish;
