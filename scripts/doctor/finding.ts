import { getSystemErrorMessage } from 'node:util';
import type { Config } from '../../packages/backend/src/config.ts';

export type Outcome = { state: 'ok' | 'off'; detail: string };
export type Finding = { what: string; state: Outcome['state'] | 'BAD'; detail: string };
/**
 * `ask` rejects with what is wrong, in words for the operator. It is not called where the check that it `needs` found
 * something wrong: one fault, one line.
 */
export type Check = { what: string; needs?: string; ask(config: Config): Promise<Outcome> };

/** No check may keep the others waiting for longer. */
const LIMIT_MS = 30_000;

export const ok = (detail: string): Outcome => ({ state: 'ok', detail });
export const off = (detail: string): Outcome => ({ state: 'off', detail });

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return error.message || (errno === undefined ? error.name : getSystemErrorMessage(errno));
};

const late = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) =>
    signal.addEventListener('abort', () =>
      reject(new Error(`no answer within ${LIMIT_MS / 1000} seconds`)),
    ),
  );

/** One check's finding, in one line whatever happens; `before` are those of earlier checks. */
export const examine = async (
  { what, needs, ask }: Check,
  config: Config,
  before: Finding[] = [],
): Promise<Finding> => {
  if (before.some((finding) => finding.what === needs && finding.state === 'BAD'))
    return { what, ...off(`not asked: see ${needs}`) };
  try {
    return { what, ...(await Promise.race([ask(config), late(AbortSignal.timeout(LIMIT_MS))])) };
  } catch (error) {
    return { what, state: 'BAD', detail: reasonOf(error).replaceAll(/\s*\n\s*/g, ' ') };
  }
};
