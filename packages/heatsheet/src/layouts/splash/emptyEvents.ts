/** Events that a list names though nobody entered: the next one follows as closely as any other. */
import type { Place, SheetEvent, SheetLine } from '../../types.ts';
import { median } from '../common/median.ts';
import type { State } from './state.ts';

/** More than this of a row's height, and heats may have stood in between. */
const ROOM = 1;

const bottomOf = ({ box }: Place): number => box[3];
const heightOf = ({ box: [, top, , bottom] }: Place): number => bottom - top;

const rowsOf = ({ events }: State): Place[] =>
  events
    .flatMap(({ heats }) => heats)
    .flatMap(({ entries }) => entries.flatMap((entry) => [entry, ...(entry.relay?.legs ?? [])]));

/** From the last row of an event to the header of the next one, on the same page. */
const usualGap = (state: State, headers: SheetLine[]): number | null => {
  const pages = Map.groupBy([...rowsOf(state), ...state.lines], ({ page }) => page);
  const rows = new Set<Place>(rowsOf(state));
  const gaps = headers.flatMap((header) => {
    const above = (pages.get(header.page) ?? [])
      .filter((item) => bottomOf(item) < header.box[1] + 1)
      .toSorted((a, b) => bottomOf(b) - bottomOf(a));
    return above[0] && rows.has(above[0]) ? [header.box[1] - bottomOf(above[0])] : [];
  });
  return gaps.length ? median(gaps) : null;
};

/** Whether below an event's header, its day, records and standards the next event begins, with no room for a heat. */
export const isFollowedClosely = (state: State): ((event: SheetEvent) => boolean) => {
  const { lines, patterns } = state;
  const numberOf = (line: SheetLine) =>
    line.role === 'event_header' ? patterns.event.exec(line.line)?.[1] : undefined;
  const headers = lines.filter((line) => numberOf(line) !== undefined);
  const usual = usualGap(state, headers);
  return ({ number, page }) => {
    const at = lines.findIndex((line) => line.page === page && numberOf(line) === number);
    const end = lines.findIndex((line, i) => i > at && numberOf(line) !== undefined);
    const [next, above] = [lines[end], lines[end - 1]];
    if (at < 0 || usual === null || next?.page !== page || !above) return false;
    const block = lines.slice(at, end + 1);
    // Nothing lacks within the header either.
    return block.slice(1).every((line, i) => {
      const gap = line.box[1] - bottomOf(block[i] ?? line);
      return gap < usual + ROOM * heightOf(line);
    });
  };
};
