import { isIPv6 } from 'node:net';
import { countHit } from '../db/queries/rates.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { visitorKey } from './secrets.ts';

/** What is left of a visitor's share of this minute. */
export type Share = { allowed: boolean; limit: number; remaining: number; secondsLeft: number };

/** Mails that may be asked for in an hour: to one mailbox, so that nobody is flooded; by one address, behind which a whole pool deck may be. */
const MAILS_TO_ONE = 5;
const MAILS_BY_ONE = 100;

/** Groups of an IPv6 address that one visitor has to himself. */
const NETWORK_GROUPS = 4;

/** An IPv6 visitor has a whole network of addresses: it counts as one. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const zeros: string[] = tail === undefined ? [] : Array<string>(missing).fill('0');
  const all = [...groups(head), ...zeros, ...groups(tail)];
  return all
    .slice(0, NETWORK_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
};

/** Takes one from the visitor's share, counted in all processes together; null when there is no limit. */
export const takeShare = async (
  { db, config, secret }: Pick<Context, 'db' | 'config' | 'secret'>,
  address: string | null,
): Promise<Share | null> => {
  const limit = config.rateLimitPerMinute;
  if (limit === 0) return null;
  const bucket = visitorKey(secret, networkOf(address ?? ''));
  const { hits, secondsLeft } = await countHit(db, bucket);
  return { allowed: hits <= limit, limit, remaining: Math.max(0, limit - hits), secondsLeft };
};

/**
 * Takes one from what may be mailed to a mailbox, given by its key, and, where visitors are limited
 * at all, one from what the visitor may have mailed. Throws `RATE_LIMITED`.
 */
export const takeMailShare = async (
  { db, config, secret }: Pick<Context, 'db' | 'config' | 'secret'>,
  visitor: string | null,
  mailbox: string,
): Promise<void> => {
  const sender = visitorKey(secret, networkOf(visitor ?? ''));
  const by = config.rateLimitPerMinute > 0 && (await countHit(db, `mail-by:${sender}`, 'hour'));
  const to = await countHit(db, `mail-to:${mailbox}`, 'hour');
  if ((by && by.hits > MAILS_BY_ONE) || to.hits > MAILS_TO_ONE) throw new AppError('RATE_LIMITED');
};
