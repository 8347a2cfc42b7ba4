/** What does not add up in a Meet Manager sheet and only its own layout can see. */
import { anotherMeet } from '../common/pages.ts';
import { rowDoubt } from '../../checks/rowDoubt.ts';
import type { Warning } from '../../types.ts';
import { cutBottoms } from '../common/cutBottoms.ts';
import { laneDoubts } from '../common/lanes.ts';
import { missingFrom } from '../common/shownLanes.ts';
import { spacingDoubts } from '../common/spacing.ts';
import { cutBetween, cutColumns, edgesIn } from '../common/cutColumns.ts';
import type { State } from './state.ts';

/** Heats without "of N" (finals by letter, events swum together) still count from 1. */
const heatDoubts = ({ events, together }: State): Warning[] => {
  const paired = new Set(together.flat());
  const groups = [...together, ...events.filter((one) => !paired.has(one)).map((one) => [one])];
  return groups.flatMap((group) => {
    const heats = group.flatMap((event) => event.heats).filter((heat) => heat.number !== null);
    const [event] = group;
    if (!event || heats.some((heat) => heat.of !== null)) return [];
    const missing = missingFrom(
      heats.map((heat) => heat.number ?? 0),
      1,
    );
    const text = `Event ${event.number}: heat ${missing.join(', ')} is missing.`;
    return missing.length ? [{ reason: 'heats_of' as const, page: event.page, text }] : [];
  });
};

/** A page-top header that comes first of all continues something that is not there. */
const beginningDoubts = ({ beginsInside, events }: State): Warning[] =>
  beginsInside
    ? [
        {
          reason: 'events_run_on',
          page: 1,
          text: `The sheet begins inside event ${events[0]?.number ?? ''}.`,
        },
      ]
    : [];

/** A relay's row read under the columns of single swimmers, a heat's under those of a ranked list: its own header is missing. */
const columnDoubts = ({ events, underRanks }: State): Warning[] =>
  events
    .filter((event) => event.relay)
    .flatMap((event) => event.heats.flatMap((heat) => heat.entries))
    .filter((entry) => entry.relay === null)
    .concat(underRanks)
    .map(({ page, line }) => ({ reason: 'rows_explained', page, text: line }));

/** Pages on which nothing but the columns' header stands. */
const bareHeaders = ({ events, lines }: State): Warning[] => {
  const heats = events.flatMap((event) => event.heats);
  const filled = new Set(heats.flatMap(({ entries }) => entries.map(({ page }) => page)));
  const body = lines.filter(({ role }) => role !== 'page_header' && role !== 'footer');
  return [...Map.groupBy(body, ({ page }) => page)].flatMap(([page, [first, ...others]]) => {
    const bare = !filled.has(page) && first?.role === 'column_header' && others.length === 0;
    return bare ? [rowDoubt(first, 'Nothing stands below')] : [];
  });
};

/** The numbers of the events that stand on a page, in the order printed. */
const numbersIn = ({ events }: State): ((page: number) => number[]) => {
  const pages = events.flatMap((event) => {
    const own = event.heats.flatMap((heat) => [heat.page, ...heat.entries.map(({ page }) => page)]);
    return [...new Set([event.page, ...own])].map((page) => ({ page, number: event.number }));
  });
  const byPage = Map.groupBy(pages, ({ page }) => page);
  return (page) => (byPage.get(page) ?? []).map(({ number }) => Number(number)).filter(Boolean);
};

export const doubtsOf = (state: State): Warning[] => [
  ...heatDoubts(state),
  ...laneDoubts(state, true),
  ...beginningDoubts(state),
  ...state.otherMeets.map(anotherMeet),
  ...columnDoubts(state),
  ...bareHeaders(state),
  ...cutColumns(state.spreads),
  ...cutBetween(state.spreads, numbersIn(state)),
  ...cutBottoms(state, state.spreads),
  ...spacingDoubts(state, { edges: edgesIn(state.spreads) }),
];
