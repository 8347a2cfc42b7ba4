import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { BatchStatus } from '@heatsync/shared';
import type { Db } from '../client.ts';
import { mailOptOuts, processingBatches } from '../schema.ts';
import type { BatchRow } from './batches.ts';

const ENDED: BatchStatus[] = ['completed', 'failed', 'partial', 'cancelled'];
const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
const NO_LEASE = { notificationLeaseOwner: null, notificationLeaseUntil: null };
/** Nothing more is to be sent: the address is not needed any longer. */
const SETTLED = { ...NO_LEASE, notificationEmail: null, notificationDueAt: null };
const owned = (batchId: string, owner: string) =>
  and(eq(processingBatches.id, batchId), eq(processingBatches.notificationLeaseOwner, owner));

/**
 * Notes that a batch's mail goes to this address. Changes nothing once it is out, or tried: where
 * it then went cannot be taken back.
 */
export const saveMailRequest = async (db: Db, batchId: string, email: string): Promise<void> => {
  const { notificationSentAt, notificationAttempts, notificationError } = processingBatches;
  await db
    .update(processingBatches)
    .set({
      ...NO_LEASE,
      notificationEmail: email,
      notificationDueAt: sql`now()`,
      notificationAttempts: 0,
      notificationTriedAt: null,
      notificationError: null,
    })
    .where(
      and(
        eq(processingBatches.id, batchId),
        isNull(notificationSentAt),
        or(eq(notificationAttempts, 0), isNotNull(notificationError)),
      ),
    );
};

/** Takes a mail that is due: its batch has ended, and no mailer has it or the one that had it is late. */
export const claimMail = async (
  db: Db,
  owner: string,
  leaseSeconds: number,
): Promise<BatchRow | null> => {
  const due = db
    .select({ id: processingBatches.id })
    .from(processingBatches)
    .where(
      and(
        isNotNull(processingBatches.notificationEmail),
        lt(processingBatches.notificationDueAt, sql`now()`),
        inArray(processingBatches.status, ENDED),
        or(
          isNull(processingBatches.notificationLeaseUntil),
          lt(processingBatches.notificationLeaseUntil, sql`now()`),
        ),
      ),
    )
    .orderBy(asc(processingBatches.notificationDueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(processingBatches)
    .set({
      notificationLeaseOwner: owner,
      notificationLeaseUntil: inSeconds(leaseSeconds),
      notificationAttempts: sql`${processingBatches.notificationAttempts} + 1`,
      notificationTriedAt: sql`coalesce(${processingBatches.notificationTriedAt}, now())`,
    })
    .where(inArray(processingBatches.id, due))
    .returning();
  return row ?? null;
};

/** The mail is out, and its address forgotten. False when another mailer has it. */
export const markMailSent = async (db: Db, batchId: string, owner: string): Promise<boolean> => {
  const rows = await db
    .update(processingBatches)
    .set({ ...SETTLED, notificationSentAt: sql`now()` })
    .where(owned(batchId, owner))
    .returning({ id: processingBatches.id });
  return rows.length > 0;
};

/** The mail will not come, for the reason given; its address is forgotten. */
export const markMailFailed = async (
  db: Db,
  batchId: string,
  owner: string,
  reason: string,
): Promise<void> => {
  await db
    .update(processingBatches)
    .set({ ...SETTLED, notificationError: reason })
    .where(owned(batchId, owner));
};

/** The mail is tried again after a while. */
export const putBackMail = async (
  db: Db,
  batchId: string,
  owner: string,
  delaySeconds: number,
): Promise<void> => {
  await db
    .update(processingBatches)
    .set({ ...NO_LEASE, notificationDueAt: inSeconds(delaySeconds) })
    .where(owned(batchId, owner));
};

/** Forgets addresses whose mail did not get out for so long after the batch's end, say because no mailer runs. */
export const eraseStaleAddresses = async (db: Db, hours: number): Promise<void> => {
  await db
    .update(processingBatches)
    .set({ ...SETTLED, notificationError: 'gave_up' })
    .where(
      and(
        isNotNull(processingBatches.notificationEmail),
        inArray(processingBatches.status, ENDED),
        lt(
          sql`greatest(${processingBatches.completedAt}, ${processingBatches.notificationDueAt})`,
          sql`now() - make_interval(hours => ${hours})`,
        ),
      ),
    );
};

export const isOptedOut = async (db: Db, mailbox: string): Promise<boolean> =>
  (await db.$count(mailOptOuts, eq(mailOptOuts.mailbox, mailbox))) > 0;

export const insertOptOut = async (db: Db, mailbox: string): Promise<void> => {
  await db.insert(mailOptOuts).values({ mailbox }).onConflictDoNothing();
};

export const deleteOptOut = async (db: Db, mailbox: string): Promise<void> => {
  await db.delete(mailOptOuts).where(eq(mailOptOuts.mailbox, mailbox));
};
