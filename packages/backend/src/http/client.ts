import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const MAX_ADDRESS = 45;
const MAX_USER_AGENT = 300;

const addressOf = (c: Context): string | null => {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown };
  return incoming ? (getConnInfo(c).remote.address ?? null) : null;
};

/** Who asks, as stored with a batch and erased a day later. */
export const clientOf = (c: Context) => ({
  clientIp: addressOf(c)?.slice(0, MAX_ADDRESS) ?? null,
  userAgent: c.req.header('User-Agent')?.slice(0, MAX_USER_AGENT) ?? null,
});
