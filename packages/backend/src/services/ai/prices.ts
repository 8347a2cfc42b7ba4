/** What models cost, to tell the operator; the bill is the provider's. */
import type { AiUsage } from './problems.ts';

type Price = { input: number; output: number };

/**
 * List prices in US dollars per million tokens, as the adk-model crate's table of March 2026 has them. The price of a model that
 * is not here, or of another provider's, is not known.
 */
const PRICES: Record<string, Price> = {
  'gpt-5.4': { input: 2.5, output: 15 },
  'gpt-5.4-mini': { input: 0.75, output: 4.5 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
};

const MILLION = 1_000_000;
const withoutDate = (model: string): string => model.replace(/-\d{4}-\d{2}-\d{2}$/, '');

/** In US dollars; null where the price is not known. */
export const costOf = (model: string, { inputTokens, outputTokens }: AiUsage): number | null => {
  const price = PRICES[withoutDate(model)];
  return price ? (inputTokens * price.input + outputTokens * price.output) / MILLION : null;
};
