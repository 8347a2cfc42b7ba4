/** Splash Meet Manager's start lists: one clock time an event, two-digit years of birth, many languages. */
import { dayFirstRange } from '../../dottedDates.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { rowText } from '../../text/rows.ts';
import type { SheetEvent, Warning } from '../../types.ts';
import { addLine, startBuilding, toReading } from '../common/building.ts';
import { toCells } from '../common/cells.ts';
import { countedOnDoubts, isGappy } from '../common/countedOn.ts';
import { cutBottoms } from '../common/cutBottoms.ts';
import { laneDoubts } from '../common/lanes.ts';
import { anotherMeet, repeatedRows, singleColumns, textOf } from '../common/pages.ts';
import { spacingDoubts } from '../common/spacing.ts';
import type { Layout, Reading, TextPage } from '../layout.ts';
import { readOtherKind } from '../otherKinds.ts';
import { isFollowedClosely } from './emptyEvents.ts';
import { DAY, eventHeading, heatHeading, patternsOf, whenOf, type Patterns } from './headers.ts';
import { readRow } from './rows.ts';
import type { State } from './state.ts';
import { titleRows, type Titles } from './titles.ts';

const FOOTER = /Splash Meet Manager|^Registered to\b/i;
const PATTERNS = LANGUAGES.map(patternsOf);
/** So many pages tell what a document is. */
const LOOK_AT_PAGES = 12;

/** The language in which most lines are headers of events and heats. */
const bestPatterns = (text: string): Patterns | null => {
  const lines = text.split('\n');
  const scored = PATTERNS.map((patterns) => {
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    return { patterns, score: Math.min(count(patterns.event), 1) * count(patterns.heat) };
  });
  const best = scored.reduce((most, other) => (other.score > most.score ? other : most));
  return best.score > 0 ? best.patterns : null;
};

const isResults = (patterns: Patterns, pages: TextPage[]): boolean =>
  pages.some((page) =>
    page.rows.some((row) => {
      const [first, ...others] = toCells(row.runs).map((cell) => cell.text);
      return DAY.test(first ?? '') && patterns.results.test(others.join(' '));
    }),
  );

/** Splash prints day and time below every event's name, or below none. */
const undatedDoubts = ({ dated, undated }: State): Warning[] =>
  dated
    ? undated.map(({ page, number }) => ({
        ...{ reason: 'rows_explained', page },
        text: `Event ${number}: its day and start are missing.`,
      }))
    : [];

/** The list's title stands beside the first event's day: without both that row is missing. */
const untitledDoubts = ({ dated, undated, patterns, lines }: State): Warning[] => {
  const [event] = undated;
  if (!event || dated || lines.some(({ line }) => patterns.startList.test(line))) return [];
  const text = `Event ${event.number}: neither its day nor the list's title is there.`;
  return [{ reason: 'rows_explained', page: event.page, text }];
};

/** An event that nobody entered has no heats; one whose heats were cut out leaves room for them. */
const lacksHeats = (state: State): ((event: SheetEvent) => boolean) => {
  if (state.events.every(({ heats }) => heats.length > 0)) return isGappy;
  const isFollowed = isFollowedClosely(state);
  return (event) => (event.heats.length > 0 ? isGappy(event) : !isFollowed(event));
};

/** Every page names the meet: one that does not belongs to another. */
const untitledPages = (pages: TextPage[], titles: Titles, patterns: Patterns): Warning[] =>
  pages
    .filter(({ rows }) => titles.rows.size > 0 && !rows.some((row) => titles.rows.has(row)))
    .filter(({ rows }) => rows.some((row) => heatHeading(patterns, rowText(row))))
    .map(({ page, rows }) => anotherMeet({ page, name: rows[0] ? rowText(rows[0]) : '' }));

const read = (pages: TextPage[]): Reading => {
  const patterns = bestPatterns(textOf(pages));
  if (!patterns) return readOtherKind(pages);
  const state: State = {
    ...startBuilding(),
    patterns,
    columns: null,
    at: null,
    pending: null,
    start: null,
    named: false,
    undated: [],
    repeated: [],
    dated: false,
  };
  const titles = titleRows(pages, (row) => eventHeading(patterns, row) !== null);
  const repeated = repeatedRows(pages);
  for (const page of pages) {
    state.page = page.page;
    for (const row of page.rows) {
      if (titles.rows.has(row)) addLine(state, row, 'page_header');
      else if (FOOTER.test(rowText(row)) || repeated.has(row)) addLine(state, row, 'footer');
      else readRow(state, row);
    }
  }
  const range = titles.dateLine ? dayFirstRange(titles.dateLine) : null;
  return toReading(state, range, {
    software: 'splash',
    meetName: titles.meetName,
    venue: titles.venue,
    doubts: [
      ...laneDoubts(state, false),
      ...spacingDoubts(state, { tops: false }),
      ...cutBottoms(state, singleColumns(state), { headed: true }),
      ...undatedDoubts(state),
      ...untitledDoubts(state),
      ...countedOnDoubts(state, lacksHeats(state)),
      ...untitledPages(pages, titles, patterns),
    ],
  });
};

export const splash: Layout = {
  recognises: (pages) => {
    const first = pages.slice(0, LOOK_AT_PAGES);
    const text = textOf(first);
    const patterns = bestPatterns(text);
    if (!patterns) return false;
    const isDated = () =>
      first.some((page) => page.rows.some((row) => whenOf(patterns, row)?.start));
    const isSplash =
      /Splash Meet Manager/i.test(text) || (patterns.startList.test(text) && isDated());
    return isSplash && !isResults(patterns, first);
  },
  read,
};
