/** The rows of lanes in a Splash start list: "4 Deniz ŞAN 09 Club 24.98", relays, empty lanes. */
import { rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Entry } from '../../types.ts';
import { readCells, toCells, type Cells, type Columns } from '../common/cells.ts';

const LANE = /^\d{1,2}$/;
const PERSON = /^[\p{L}('’"]/u;
/** Some clubs begin with a figure. */
const CLUB = /\p{L}/u;
/** "Club 2", "Club B": which of a club's relays it is. */
const RELAY_TEAM = /^(.*\D)\s+(\d{1,2}|[A-D])$/u;

export type LaneRow =
  { kind: 'empty'; lane: number } | { kind: 'entry'; entry: Entry; at: Cells['at'] };

/** A relay's name is its club's and a number; where the club stands beside it, what is left is the number. */
const relayCells = ({ name, team }: Pick<Entry, 'name' | 'team'>) => {
  const who = name ?? '';
  const [, club, number] = RELAY_TEAM.exec(who) ?? [];
  const beside = team !== null && who.startsWith(team) ? who.slice(team.length).trim() : null;
  return {
    name: null,
    team: team ?? club ?? name,
    relay: { letter: beside ?? number ?? '', legs: [] },
  };
};

/** Reads a row that begins with a lane and holds a name and more; null for any other. */
export const readLaneRow = (
  row: Row,
  columns: Columns | null,
  { page, isRelay }: { page: number; isRelay: boolean },
): LaneRow | null => {
  const [lane, ...rest] = row.runs;
  if (!lane || !LANE.test(lane.text)) return null;
  if (rest.length === 0) return { kind: 'empty', lane: Number(lane.text) };
  const cells = toCells(rest, columns);
  if (cells.length < 2 || !(isRelay ? CLUB : PERSON).test(cells[0]?.text ?? '')) return null;
  const { at, ...read } = readCells(cells, columns);
  if (read.name === null) return null;
  const entry: Entry = {
    ...read,
    lane: Number(lane.text),
    rank: null,
    year: null,
    relay: null,
    ...(isRelay && relayCells(read)),
    note: null,
    page,
    box: rowBox(row),
    line: rowText(row),
  };
  return { kind: 'entry', entry, at };
};
