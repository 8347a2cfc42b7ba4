/** The marker: one colour a child, in the order the names were typed, the initial beside it. */
export const MARKERS = ['yellow', 'pink', 'green', 'blue', 'orange', 'violet'] as const;
export type MarkerColour = (typeof MARKERS)[number];

export const markerOf = (index: number): MarkerColour => MARKERS[index] ?? 'yellow';

/** First letter of the first name ("Fairwater, Ada" or "Ada Fairwater"), beside the colour for who cannot see it. */
export const initialOf = (name: string): string =>
  (name.split(',')[1]?.trim() || name.trim()).charAt(0).toLocaleUpperCase('en');
