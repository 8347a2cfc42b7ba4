/** The middle one of some values, the lower of two; 0 of none. */
export const median = (values: number[]): number =>
  Float64Array.from(values).sort()[Math.floor((values.length - 1) / 2)] ?? 0;
