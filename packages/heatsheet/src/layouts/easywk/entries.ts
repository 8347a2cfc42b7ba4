/** The rows of lanes in an EasyWk start list: swimmers, relays ("1. Mannschaft"), withdrawals, empty lanes. */
import { joinRuns, rowBox, rowText, type Row } from '../../text/rows.ts';
import type { Entry } from '../../types.ts';
import { isTime, readCells, toCells, type Cells, type Columns } from '../common/cells.ts';

const LANE = /^Bahn\s*(\d{1,2})(?:\s+(.*))?$/i;
const WITHDRAWN = /^(?:abgem|abgemeldet|abg|Abm)\b\.?/i;
const RELAY_TEAM = /^(?:(\d+)\.\s*)?Mannschaft(?:\s+(\d+))?\b/i;
/** Left of the name by more than this, a piece belongs to the lane. */
const LEFT_OF_NAME = 3;
const DEFAULT_NAME = 100;

export type LaneRow =
  | { kind: 'empty'; lane: number }
  | { kind: 'entry'; entry: Entry; at: Cells['at'] }
  | { kind: 'incomplete' };

const splitLane = (row: Row, columns: Columns | null) => {
  const edge = (columns?.name ?? DEFAULT_NAME) - LEFT_OF_NAME;
  const front = row.runs.filter((run) => run.x < edge);
  return { front: joinRuns(front), rest: row.runs.filter((run) => run.x >= edge) };
};

const relayOf = (name: string | null, isRelay: boolean): Entry['relay'] => {
  const [, before, behind] = RELAY_TEAM.exec(name ?? '') ?? [];
  if (!isRelay && before === undefined) return null;
  return { letter: before ?? behind ?? '', legs: [] };
};

/** Reads a row that begins with a lane or "abgem."; null for any other. */
export const readLaneRow = (
  row: Row,
  columns: Columns | null,
  { page, isRelay }: { page: number; isRelay: boolean },
): LaneRow | null => {
  const { front, rest } = splitLane(row, columns);
  const lane = LANE.exec(front)?.[1];
  const withdrawn = WITHDRAWN.test(front);
  if (lane === undefined && !withdrawn) return null;
  if (rest.length === 0)
    return withdrawn ? { kind: 'incomplete' } : { kind: 'empty', lane: Number(lane) };
  const { at, ...cells } = readCells(toCells(rest, columns), columns);
  if (cells.name === null || isTime(cells.name)) return { kind: 'incomplete' };
  const relay = relayOf(cells.name, isRelay);
  const entry: Entry = {
    ...cells,
    lane: withdrawn ? null : Number(lane),
    rank: null,
    name: relay ? null : cells.name,
    team: relay ? (cells.team ?? cells.name) : cells.team,
    year: null,
    relay,
    note: withdrawn ? 'withdrawn' : null,
    page,
    box: rowBox(row),
    line: rowText(row),
  };
  return { kind: 'entry', entry, at };
};
