import type { SheetLine } from '../../types.ts';
import type { Building } from '../common/building.ts';
import type { Cells, Columns } from '../common/cells.ts';
import type { Listed } from './totals.ts';

export type State = Building & {
  /** Headings are larger than this. */
  bodySize: number;
  columns: Columns | null;
  at: Cells['at'] | null;
  /** A cover, a list of events, judges: what stands there is no entry. */
  inOtherSection: boolean;
  listed: Listed[];
  /** Lists of events whose session has no heading above them. */
  headless: SheetLine[];
};
