/** The sentence of an error, for the page. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
