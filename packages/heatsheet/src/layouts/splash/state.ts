import type { SheetEvent } from '../../types.ts';
import type { Building } from '../common/building.ts';
import type { Cells, Columns } from '../common/cells.ts';
import type { Repeated } from '../common/countedOn.ts';
import type { Patterns, SplashEvent } from './headers.ts';

export type State = Building & {
  patterns: Patterns;
  columns: Columns | null;
  at: Cells['at'] | null;
  /** An event's header whose date and round stand on the next row. */
  pending: SplashEvent | null;
  /** The open event's clock time: Splash prints one for all its heats. */
  start: string | null;
  /** Events below whose header no day stands; and whether one stands below others'. */
  undated: SheetEvent[];
  /** Where a heat of an event is opened a second time. */
  repeated: Repeated[];
  dated: boolean;
  /** Whether the sheet names its sessions; if not, each day is one. */
  named: boolean;
};
