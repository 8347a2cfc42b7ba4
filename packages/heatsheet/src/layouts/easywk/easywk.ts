/** EasyWk's "Meldeergebnis", the start list of German meets: one column, 24-hour heat times, years of birth. */
import { rowDoubt } from '../../checks/rowDoubt.ts';
import { rowText, type Row } from '../../text/rows.ts';
import { addLine, startBuilding, toReading } from '../common/building.ts';
import type { Columns } from '../common/cells.ts';
import { laneDoubts } from '../common/lanes.ts';
import { anotherMeet, bodySize, repeatedRows, textOf } from '../common/pages.ts';
import { spacingDoubts } from '../common/spacing.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { courseOf, meetNameOf, otherMeetsOn, PAGE_HEADER, rangeOf } from './cover.ts';
import { repairCzechNames } from './czech.ts';
import { columnHeading } from './headers.ts';
import { readRow } from './rows.ts';
import type { State } from './state.ts';
import { fillHeatCounts, missingEntries, missingEvents, printedTotals } from './totals.ts';

/** A cover and tables may come before the first heat, so many pages at most. */
const LOOK_AT_PAGES = 16;
const readPage = (state: State, page: TextPage, repeated: Set<Row>): void => {
  state.page = page.page;
  for (const [index, row] of page.rows.entries()) {
    if (index === 0 && PAGE_HEADER.test(rowText(row))) addLine(state, row, 'page_header');
    else if (repeated.has(row)) addLine(state, row, 'footer');
    else readRow(state, row);
  }
};

const firstColumns = (pages: TextPage[]): Columns | null => {
  for (const row of pages.flatMap((page) => page.rows)) {
    const columns = columnHeading(row);
    if (columns) return columns;
  }
  return null;
};

const read = (pages: TextPage[]): Reading => {
  const state: State = {
    ...startBuilding(),
    bodySize: bodySize(pages),
    // Withdrawals may stand above the first column header.
    columns: firstColumns(pages),
    at: null,
    inOtherSection: true,
    listed: [],
    headless: [],
  };
  const repeated = repeatedRows(pages);
  for (const page of pages) readPage(state, page, repeated);
  fillHeatCounts(state, state.listed);
  repairCzechNames(state.events, pages);
  const cover = textOf(pages.slice(0, 2));
  const course = courseOf(cover);
  return toReading(state, rangeOf(cover), {
    software: 'easywk',
    meetName: meetNameOf(pages),
    course,
    events: state.events.map((event) => ({ ...event, course })),
    doubts: [
      ...otherMeetsOn(pages).map(anotherMeet),
      ...laneDoubts(state, false),
      ...missingEntries(state, printedTotals(pages)),
      ...missingEvents(state, state.listed),
      ...state.headless.map((line) => rowDoubt(line, 'A heading is missing above')),
      ...spacingDoubts(state),
    ],
  });
};

export const easyWk: Layout = {
  recognises: (pages) => {
    const text = textOf(pages.slice(0, LOOK_AT_PAGES));
    const heats = /^(?:noch )?Wettkampf \d+/m.test(text) && /^Lauf \d+/m.test(text);
    return heats && /^Bahn\s+\d/m.test(text) && !/^(Protokoll|Ergebnisliste)\b/m.test(text);
  },
  read,
};
