/** Who wants no mail. What is kept is a keyed hash of the mailbox; the address is not. */
import { deleteOptOut, insertOptOut, isOptedOut } from '../db/queries/mail.ts';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';
import { mailboxKey, readStopToken, stopTokenOf } from './secrets.ts';

type Keys = Pick<Context, 'db' | 'secret'>;

/** One person's mailbox, however it is written: capitals and what stands behind a "+" do not count. */
export const mailboxOf = (address: string): string => {
  const [local = '', host = ''] = address.toLowerCase().split('@');
  return `${local.replace(/(?<=.)\+.*$/, '')}@${host}`;
};

export const keyOfAddress = ({ secret }: Pick<Context, 'secret'>, address: string): string =>
  mailboxKey(secret, mailboxOf(address));

export const wantsNoMail = (context: Keys, address: string): Promise<boolean> =>
  isOptedOut(context.db, keyOfAddress(context, address));

/** For the link in a mail to this address. */
export const stopToken = (context: Pick<Context, 'secret'>, address: string): string =>
  stopTokenOf(context.secret, keyOfAddress(context, address));

const keyOf = ({ secret }: Keys, token: string): string => {
  const key = readStopToken(secret, token);
  if (key === null) throw new AppError('NOT_FOUND');
  return key;
};

/** Whether mail to the token's mailbox is stopped. Throws `NOT_FOUND` for a token that is not ours. */
export const isStopped = async (context: Keys, token: string): Promise<boolean> =>
  isOptedOut(context.db, keyOf(context, token));

/** No mail goes to the token's mailbox from now on; or it may again. Throws `NOT_FOUND`. */
export const setStopped = async (context: Keys, token: string, stop: boolean): Promise<void> => {
  await (stop ? insertOptOut : deleteOptOut)(context.db, keyOf(context, token));
};
