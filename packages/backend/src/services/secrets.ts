import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '../db/client.ts';
import { findSetting, insertSetting } from '../db/queries/settings.ts';

const SECRET = 'secret';

/** The installation's random secret; made by whichever process starts first. */
export const loadSecret = async (db: Db): Promise<string> => {
  await insertSetting(db, SECRET, randomBytes(32).toString('hex'));
  const secret = await findSetting(db, SECRET);
  if (!secret) throw new Error('the installation has no secret');
  return secret;
};

/** SHA-256 in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Takes the same time wherever the two differ. */
export const isSameSecret = (given: string, known: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(known)));

const keyed = (secret: string, purpose: string, text: string) =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`);

/** The same for a batch whenever it is asked for, so that a repeated request gets the same answer. */
export const manageTokenOf = (secret: string, batchId: string): string =>
  keyed(secret, 'manage', batchId).digest('base64url');

/** Stands for an address where visits are counted. */
export const visitorKey = (secret: string, address: string): string =>
  keyed(secret, 'visitor', address).digest('hex').slice(0, 32);

/** Stands for a person in calendar UIDs without telling who it is. */
export const calendarPersonKey = (secret: string, personKey: string): string =>
  keyed(secret, 'calendar', personKey).digest('hex').slice(0, 24);

/** Stands for a mailbox wherever it is counted or remembered. */
export const mailboxKey = (secret: string, mailbox: string): string =>
  keyed(secret, 'mailbox', mailbox).digest('hex').slice(0, 32);

/** What the link that stops a mailbox's mail bears: the key and its proof, 256 bits in all. */
export const stopTokenOf = (secret: string, key: string): string =>
  `${key}${keyed(secret, 'stop', key).digest('hex').slice(0, 32)}`;

/** The mailbox's key, or null where the token is not ours. */
export const readStopToken = (secret: string, token: string): string | null => {
  const key = token.slice(0, 32);
  return isSameSecret(token, stopTokenOf(secret, key)) ? key : null;
};

/** A batch's Message-ID does not tell the batch, whose id opens its results, to the servers on the way. */
export const messageKey = (secret: string, batchId: string): string =>
  keyed(secret, 'message', batchId).digest('hex').slice(0, 32);
