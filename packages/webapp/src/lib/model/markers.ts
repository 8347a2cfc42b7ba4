/** The marker: one colour a child, in the order the names were typed, the initial beside it. */
export const MARKERS = ['yellow', 'pink', 'green', 'blue', 'orange', 'violet'] as const;
export type MarkerColour = (typeof MARKERS)[number];

export const markerOf = (index: number): MarkerColour => MARKERS[index] ?? 'yellow';

/** First letter of the name as typed, for a reader who cannot tell the colours apart. */
export const initialOf = (name: string): string => name.trim().charAt(0).toLocaleUpperCase('en');
