/** What stands between an event's header and its heats: records, standards, notes. */
import type { LineRole } from '../../types.ts';
import type { State } from './state.ts';

const DATE_OR_HOLDER = /\d{1,2}\/\d{1,2}\/\d{2,4}|^\S.*:\s/;
const HAS_TIME = /\d[.,]\d{2}\b|\bNT\b/;

/** A lane or a rank, a name and a time: somebody's race, wherever it stands. */
export const RACE = /^\d{1,3}\s+\p{L}[\p{L}\p{M}'’.-]*,?\s.*(?:\d[.,]\d{2}|\bNT)(?!\d)/u;

/** A lane that nobody has, of a heat whose header is lost. */
const LANE_ALONE = /^\d{1,2}$/;

/** A row before the first heat: a record names its holders, perhaps on a line below; a standard only its time. */
export const preambleRole = (text: string, before: LineRole | undefined): LineRole | null => {
  if (RACE.test(text) || LANE_ALONE.test(text)) return 'unknown';
  if (DATE_OR_HOLDER.test(text)) return 'record';
  if (HAS_TIME.test(text)) return 'standard';
  return before === 'record' || before === 'standard' ? 'record' : null;
};

/**
 * What stands between an event's header and its columns' is no entry unless it has a time ("1 heat only, fastest first"); below a
 * record it may name those who hold it.
 */
export const explainPreamble = ({ lines }: State): void => {
  let role: LineRole = 'note';
  for (const line of lines.slice(lines.findLastIndex((one) => one.role === 'event_header') + 1)) {
    if (line.role === 'unknown' && !RACE.test(line.line)) line.role = role;
    else if (line.role === 'record') role = 'record';
  }
};
