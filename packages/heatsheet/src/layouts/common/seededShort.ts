/** Sheets that print no empty lanes, of meets whose heats are full but for the first ones: there the slowest swim. */
import { isAll, mostShown, numbersIn, sizeOf, type Shown } from './shownLanes.ts';

/** So many short heats, all but a few where seeding puts them, are no chance. */
const MANY = 3;
const NEARLY_ALL = 0.8;

/** Heats with fewer lanes than most. */
export const shortHeats = (heats: Shown[]): Shown[] => {
  const [usual = ''] = mostShown(heats);
  return heats.filter((heat) => sizeOf(heat) < numbersIn(usual).length);
};

/** An event's first heat, or where the fastest swim first its last one, with nobody missing between two others. */
export const isSeededShort = ({ event, heat, lanes }: Shown): boolean => {
  const heats = event.heats.filter(({ number }) => number !== null);
  return isAll(numbersIn(lanes)) && (heat === heats[0] || heat === heats.at(-1));
};

export const seedsShort = (heats: Shown[]): boolean => {
  const short = shortHeats(heats);
  return short.length >= MANY && short.filter(isSeededShort).length >= short.length * NEARLY_ALL;
};
