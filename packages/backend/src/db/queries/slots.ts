import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { aiSlots } from '../schema.ts';

const until = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
const ownedBy = (slot: number, owner: string) =>
  and(eq(aiSlots.slot, slot), eq(aiSlots.leaseOwner, owner));

/** Makes the slots 1 to `count` where they are missing. */
export const insertSlots = async (db: Db, count: number): Promise<void> => {
  await db
    .insert(aiSlots)
    .select(
      sql`select slot, null::uuid, null::timestamptz from generate_series(1, ${count}::int) slot`,
    )
    .onConflictDoNothing();
};

/** Takes one of the slots 1 to `count` that nobody holds; null when all are held. */
export const takeSlot = async (
  db: Db,
  owner: string,
  count: number,
  leaseSeconds: number,
): Promise<number | null> => {
  const [row] = await db
    .update(aiSlots)
    .set({ leaseOwner: owner, leaseUntil: until(leaseSeconds) })
    .where(
      sql`${aiSlots.slot} = (select slot from ${aiSlots} where slot <= ${count}
        and (lease_until is null or lease_until < now()) order by slot limit 1 for update skip locked)`,
    )
    .returning({ slot: aiSlots.slot });
  return row?.slot ?? null;
};

/** False when the slot is no longer the owner's. */
export const renewSlot = async (
  db: Db,
  slot: number,
  owner: string,
  leaseSeconds: number,
): Promise<boolean> => {
  const rows = await db
    .update(aiSlots)
    .set({ leaseUntil: until(leaseSeconds) })
    .where(ownedBy(slot, owner))
    .returning({ slot: aiSlots.slot });
  return rows.length > 0;
};

export const releaseSlot = async (db: Db, slot: number, owner: string): Promise<void> => {
  await db.update(aiSlots).set({ leaseOwner: null, leaseUntil: null }).where(ownedBy(slot, owner));
};
