/** The AI provider's stand-in: it reads the first sheet of the sample meet as its truth has it, and has no opinion on links. */
import * as fail from '../packages/backend/test/support/openai/failures.ts';
import { NO_FACTS, swimmersIn, truthful } from '../packages/backend/test/support/openai/brains.ts';
import { startOpenAi, type Asked } from '../packages/backend/test/support/openai/server.ts';
import { sampleMeet } from './sampleMeet.ts';

/** How it fails over a sheet that is read for somebody of this name: the code that a person is told of then. */
export const FAILURES = {
  'Refused, Rita': ['AI_REFUSED', fail.refused],
  'Cutoff, Cleo': ['AI_TRUNCATED', fail.cutOff],
  'Toolong, Tove': ['AI_CONTEXT_TOO_LONG', fail.tooLong],
  'Busy, Bo': ['AI_RATE_LIMITED', fail.busy(7200)],
  'Moneyless, Mo': ['AI_UNAVAILABLE', fail.noQuota],
} as const;

const failureFor = ({ text }: Asked) => {
  const [swimmer = ''] = swimmersIn(text);
  return FAILURES[swimmer as keyof typeof FAILURES]?.[1];
};

/** `env` is what the program needs to ask it. */
export const startAiProvider = async () => {
  const { url, close } = await startOpenAi(async (asked) => {
    if (asked.pdf === null) return { meetName: null, links: [] };
    const [sheet] = (await sampleMeet()).files;
    return failureFor(asked) ?? (sheet ? truthful(sheet.truth)(asked) : NO_FACTS);
  });
  return { env: { OPENAI_API_KEY: 'sk-of-the-tests', OPENAI_BASE_URL: url }, close };
};
