/** The AI provider's stand-in: it reads the first sheet of the sample meet as its truth has it, and has no opinion on links. */
import { NO_FACTS, truthful } from '../packages/backend/test/support/openai/brains.ts';
import { startOpenAi } from '../packages/backend/test/support/openai/server.ts';
import { sampleMeet } from './sampleMeet.ts';

/** `env` is what the program needs to ask it. */
export const startAiProvider = async () => {
  const { url, close } = await startOpenAi(async (asked) => {
    if (asked.pdf === null) return { meetName: null, links: [] };
    const [sheet] = (await sampleMeet()).files;
    return sheet ? truthful(sheet.truth)(asked) : NO_FACTS;
  });
  return { env: { OPENAI_API_KEY: 'sk-of-the-tests', OPENAI_BASE_URL: url }, close };
};
