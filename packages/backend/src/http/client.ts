import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Config } from '../config.ts';

const MAX_USER_AGENT = 300;

const socketAddress = (c: Context): string | null => {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown };
  return incoming ? (getConnInfo(c).remote.address ?? null) : null;
};

/** Proxies append: only the last address is what the trusted one saw itself. */
const forwardedAddress = (c: Context, header: string): string | null => {
  const last = c.req.header(header)?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) ? last : null;
};

/** Who asks: the socket's other end, or whom the header of `TRUST_PROXY` names. */
export const addressOf = (c: Context, { trustProxy }: Pick<Config, 'trustProxy'>): string | null =>
  (trustProxy === null ? null : forwardedAddress(c, trustProxy)) ?? socketAddress(c);

/** Who asks, as stored with a batch and erased a day later. */
export const clientOf = (c: Context, config: Pick<Config, 'trustProxy'>) => ({
  clientIp: addressOf(c, config),
  userAgent: c.req.header('User-Agent')?.slice(0, MAX_USER_AGENT) ?? null,
});
