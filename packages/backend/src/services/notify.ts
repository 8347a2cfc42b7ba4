/** Somebody asks to be told by mail when a batch has ended. The mailer sends it. */
import { EmailAddress, type BatchView } from '@heatsync/shared';
import { saveMailRequest } from '../db/queries/mail.ts';
import { AppError } from '../errors.ts';
import { getBatch, getBatchRow } from './batches.ts';
import type { Context } from './context.ts';
import { keyOfAddress, wantsNoMail } from './optOut.ts';
import { takeMailShare } from './rateLimit.ts';

const parseAddress = (typed: string): string => {
  const address = EmailAddress.safeParse(typed);
  if (!address.success) throw new AppError('INVALID_EMAIL');
  return address.data;
};

/**
 * Notes that the batch's one mail goes to `typed`; a later request replaces the address until the
 * mail is first tried, and changes nothing afterwards. Throws `EMAIL_UNAVAILABLE`, `INVALID_EMAIL`,
 * `BATCH_NOT_FOUND`, `EMAIL_OPTED_OUT` and `RATE_LIMITED`.
 */
export const askForMail = async (
  context: Context,
  batchId: string,
  { typed, visitor }: { typed: string; visitor: string | null },
): Promise<BatchView> => {
  if (!context.email) throw new AppError('EMAIL_UNAVAILABLE');
  const address = parseAddress(typed);
  const batch = await getBatchRow(context, batchId);
  if (!batch.notificationSentAt && batch.notificationEmail !== address) {
    if (await wantsNoMail(context, address)) throw new AppError('EMAIL_OPTED_OUT');
    await takeMailShare(context, visitor, keyOfAddress(context, address));
    await saveMailRequest(context.db, batchId, address);
    context.bus.changed(batchId);
  }
  return (await getBatch(context, batchId)).batch;
};
