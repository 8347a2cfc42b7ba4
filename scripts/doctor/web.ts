import { HealthResponse } from '@heatsync/shared';
import type { Config } from '../../packages/backend/src/config.ts';
import { off, ok, type Outcome } from './finding.ts';

const LIMIT_MS = 10_000;

/** Null when HeatSync answers there, else what is there instead. */
const wrongAt = async (base: string): Promise<string | null> => {
  const options = { signal: AbortSignal.timeout(LIMIT_MS), redirect: 'manual' } as const;
  try {
    const answer = await fetch(new URL('/api/health', base), options);
    if (HealthResponse.safeParse(await answer.json().catch(() => null)).success) return null;
    return `something else than HeatSync answers there (status ${answer.status})`;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return `nobody answers there (${cause?.code ?? message}): look at DNS, firewall and proxy`;
  }
};

/** Asked only while the program runs here: before the first start nobody can answer. */
export const checkBaseUrl = async ({ baseUrl, port }: Config): Promise<Outcome> => {
  if (baseUrl === null) return off('links in mails begin with http://localhost until it is set');
  const wrong = await wrongAt(baseUrl);
  if (wrong === null) return ok('HeatSync answers there');
  if (await wrongAt(`http://127.0.0.1:${port}`))
    return off('not asked: HeatSync does not run on this machine’s PORT');
  throw new Error(wrong);
};

/** Behind a proxy that is not believed, all visitors share one address and one rate limit. */
export const checkProxy = async ({
  baseUrl,
  trustProxy,
  rateLimitPerMinute,
}: Config): Promise<Outcome> => {
  if (trustProxy !== null) return ok(`visitors’ addresses come from ${trustProxy}`);
  if (baseUrl?.startsWith('https:') && rateLimitPerMinute > 0)
    throw new Error(
      'https means a proxy, but TRUST_PROXY is not set: all visitors count as one address',
    );
  return off('visitors connect straight');
};
