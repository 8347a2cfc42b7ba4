import type { Config } from '../../packages/backend/src/config.ts';
import { createOpenAi } from '../../packages/backend/src/services/openai.ts';
import { off, ok, type Outcome } from './finding.ts';

/** Asks the server for its list of models: no page is sent and nothing is spent. */
export const checkAi = async ({ ai }: Config): Promise<Outcome> => {
  if (!ai) return off('no page is sent to an AI model');
  const problem = await createOpenAi(ai).check();
  if (problem !== null)
    throw new Error(
      `the AI server says ${problem}: check OPENAI_API_KEY, and OPENAI_BASE_URL if it is set`,
    );
  return ok('the AI server takes our key');
};
