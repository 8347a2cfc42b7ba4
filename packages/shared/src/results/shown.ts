/** Which of a sheet's races are shown beside those of the batch's other sheets. */
import type { HeatSheet, SheetKind } from '@heatsync/heatsheet';
import type { SwimEvent } from '../types.ts';

type Found = { sheet: HeatSheet; found: { races: SwimEvent[] } };

const WITH_RACES: SheetKind[] = ['heat_sheet', 'psych_sheet', 'entry_book'];

/** Results tell of races that are over. */
export const hasRaces = ({ kind }: HeatSheet): boolean => WITH_RACES.includes(kind);

const eventKey = (sheet: HeatSheet, eventNumber: string): string =>
  JSON.stringify([sheet.meetName, eventNumber]);

const isSeeded = (event: HeatSheet['events'][number]): boolean =>
  event.heats.some((heat) => heat.number !== null);

/** The events that a heat sheet has, by meet and number. */
export const seededEvents = (sheets: HeatSheet[]): Set<string> =>
  new Set(
    sheets
      .filter(({ kind }) => kind === 'heat_sheet')
      .flatMap((sheet) =>
        sheet.events.filter(isSeeded).map((event) => eventKey(sheet, event.number)),
      ),
  );

/** Ranks count only while no heat sheet of the meet has the event; results hold no races to come. */
export const shownRaces = ({ sheet, found }: Found, seeded: ReadonlySet<string>): SwimEvent[] => {
  if (!hasRaces(sheet)) return [];
  if (sheet.kind === 'heat_sheet') return found.races;
  return found.races.filter(
    (race) => race.heatNumber !== null || !seeded.has(eventKey(sheet, race.eventNumber)),
  );
};
