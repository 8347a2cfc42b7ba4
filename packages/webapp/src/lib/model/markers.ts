/** The marker: one colour a child, in the order the names were typed, the initial beside it. */
export const MARKERS = ['yellow', 'pink', 'green', 'blue', 'orange', 'violet'] as const;
export type MarkerColour = (typeof MARKERS)[number];

export const markerOf = (index: number): MarkerColour => MARKERS[index] ?? 'yellow';

/** "Ada" of "Fairwater, Ada M" and of "Ada Fairwater". */
export const firstNameOf = (name: string): string =>
  (name.split(',')[1]?.trim() || name.trim()).split(/\s+/)[0] ?? '';

/** First letter of the first name, beside the colour for who cannot see it. */
export const initialOf = (name: string): string =>
  firstNameOf(name).charAt(0).toLocaleUpperCase('en');
