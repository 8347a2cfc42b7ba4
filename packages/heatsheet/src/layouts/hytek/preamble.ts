/** What stands between an event's header and its heats: records, standards, notes. */
import type { LineRole, SheetLine } from '../../types.ts';
import type { State } from './state.ts';

const DATE_OR_HOLDER = /\d{1,2}\/\d{1,2}\/\d{2,4}|^\S.*:\s/;
const isRecord = (text: string): boolean => DATE_OR_HOLDER.test(text);
const HAS_TIME = /\d[.,]\d{2}\b|\bNT\b/;

/** A lane or a rank, a name, and a time or an age with a team behind it: somebody's race, wherever it stands. */
export const RACE =
  /^L?\d{1,3}\.?\s+\p{L}[\p{L}\p{M}'’.-]*,?\s.*(?:(?:\d[.,]\d{2}|\bNT)(?!\d)|\s(?:[MW]?\d{1,2}|FR|SO|JR|SR)\s\p{Lu}[\p{Lu}\d-])/u;

/** A lane that nobody has, of a heat whose header is lost. */
const LANE_ALONE = /^L?\d{1,2}\.?$/;
/** "1) Teal, Ada 14 2) …": who swims a relay that is lost. */
const LEGS = /^\d\)\s.*\s\d\)\s/;
/** A lane or a rank with something behind it: nobody who holds a record begins so. */
const PLACE = /^L?\d{1,3}\.?\s+\p{Lu}/u;
/** Lines below a record, at most, that name who holds it. */
const MOST_HOLDERS = 4;

/** Whether a line may name those who hold the record above it. */
const mayHold = (lines: SheetLine[]): boolean =>
  lines.slice(-MOST_HOLDERS - 1).some(({ role, line }) => role === 'standard' || isRecord(line)) &&
  (lines.at(-1)?.role === 'record' || lines.at(-1)?.role === 'standard');

/** A row before the first heat: a record names its holders, perhaps on lines below; a standard only its time. */
export const preambleRole = (text: string, lines: SheetLine[]): LineRole | null => {
  if (RACE.test(text) || LANE_ALONE.test(text) || LEGS.test(text)) return 'unknown';
  if (isRecord(text)) return 'record';
  if (HAS_TIME.test(text)) return 'standard';
  if (!mayHold(lines)) return null;
  return PLACE.test(text) ? 'unknown' : 'record';
};

/**
 * What stands between an event's header and its columns' is no entry unless it has a time ("1 heat only, fastest first"); below a
 * record it may name those who hold it.
 */
export const explainPreamble = ({ lines }: State): void => {
  let role: LineRole = 'note';
  for (const line of lines.slice(lines.findLastIndex((one) => one.role === 'event_header') + 1)) {
    if (line.role === 'unknown' && !RACE.test(line.line) && !LEGS.test(line.line)) line.role = role;
    else if (line.role === 'record') role = 'record';
  }
};
