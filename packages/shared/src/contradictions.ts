/** What is said of a race that two sheets contradict each other about. */
import type { ResultsResponse, SwimEvent } from './types.ts';

/** The heat and lane that another sheet gives the same race. */
export type OtherPlace = Pick<SwimEvent, 'page' | 'heatNumber' | 'lane'> & { filename: string };

/** By the id of each race that stands elsewhere in another heat or lane. */
export const otherPlaces = ({ sources }: Pick<ResultsResponse, 'sources'>) => {
  const places = new Map<string, OtherPlace>(
    sources.flatMap(({ filename, events }) =>
      events.map(({ id, page, heatNumber, lane }) => [id, { filename, page, heatNumber, lane }]),
    ),
  );
  return new Map<string, OtherPlace>(
    sources.flatMap(({ events }) =>
      events.flatMap(({ id, conflictsWith }) => {
        const other = conflictsWith === null ? undefined : places.get(conflictsWith);
        return other ? [[id, other] as const] : [];
      }),
    ),
  );
};

const says = (who: string, { heatNumber, lane }: Omit<OtherPlace, 'filename'>): string =>
  `${who} says heat ${heatNumber ?? '–'}, lane ${lane ?? '–'}. Check which sheet is newer.`;

/** "new.pdf, page 3, says heat 2, lane 7. Check which sheet is newer." */
export const otherPlaceWords = (place: OtherPlace): string =>
  says(`${place.filename}, page ${place.page},`, place);

/** The same where a file's name, which may be a child's, has no business. */
export const otherPlaceUnnamed = (place: OtherPlace): string => says('Another sheet', place);
