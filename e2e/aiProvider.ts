/** The AI provider's stand-in: it reads the first sheet of the sample meet as its truth has it, and has no opinion on links. */
import type { ErrorCode } from '@heatsync/shared';
import * as fail from '../packages/backend/test/support/openai/failures.ts';
import { NO_FACTS, swimmersIn, truthful } from '../packages/backend/test/support/openai/brains.ts';
import {
  startOpenAi,
  type Asked,
  type Failure,
} from '../packages/backend/test/support/openai/server.ts';
import { sampleMeet } from './sampleMeet.ts';

/** How it fails over a sheet that is read for somebody of this name: the code that a person is told of then. */
export const FAILURES = {
  'Refused, Rita': ['AI_REFUSED', fail.refused],
  'Cutoff, Cleo': ['AI_TRUNCATED', fail.cutOff],
  'Toolong, Tove': ['AI_CONTEXT_TOO_LONG', fail.tooLong],
  'Busy, Bo': ['AI_RATE_LIMITED', fail.busy(7200)],
  'Moneyless, Mo': ['AI_UNAVAILABLE', fail.noQuota],
} as const;

/** The same for failures that are told of only after the retries, on a server that waits two seconds for an answer. */
export const PASSING_FAILURES = {
  'Broken, Bea': ['AI_SERVER_ERROR', fail.broken],
  'Silent, Sid': ['AI_TIMEOUT', fail.silent],
  'Prosy, Pru': ['AI_BAD_ANSWER', fail.prose],
} as const;

const failing: Partial<Record<string, readonly [ErrorCode, Failure]>> = {
  ...FAILURES,
  ...PASSING_FAILURES,
};

const failureFor = ({ text }: Asked) => failing[swimmersIn(text)[0] ?? '']?.[1];

/** `env` is what the program needs to ask it. */
export const startAiProvider = async () => {
  const { url, close } = await startOpenAi(async (asked) => {
    if (asked.pdf === null) return { meetName: null, links: [] };
    const [sheet] = (await sampleMeet()).files;
    return failureFor(asked) ?? (sheet ? truthful(sheet.truth)(asked) : NO_FACTS);
  });
  return { env: { OPENAI_API_KEY: 'sk-of-the-tests', OPENAI_BASE_URL: url }, close };
};
