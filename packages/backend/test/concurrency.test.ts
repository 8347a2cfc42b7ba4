/** Slots for AI requests, counted over several processes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../src/db/client.ts';
import { insertSlots, takeSlot } from '../src/db/queries/slots.ts';
import { createAiSlots, type SlotTiming } from '../src/services/concurrency.ts';
import { RetryLater } from '../src/services/decide.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const COUNT = 4;
let t: TestApp;
const pools: Database[] = [];
beforeAll(async () => {
  t = await testApp({ MAX_CONCURRENT_AI_CALLS: String(COUNT) });
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await t.close();
});

const TIMING: SlotTiming = { leaseSeconds: 4, renewMs: 100, safetyMs: 3000, pollMs: 20 };
const never = new AbortController().signal;

/** Slots with a pool of their own, as in another process. */
const openSlots = () => {
  const pool = openDatabase(t.url, null, 3);
  pools.push(pool);
  return { pool, slots: createAiSlots({ ...t.context, db: pool.db }, TIMING) };
};
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });

it('never opens more requests than allowed, and all get their turn', async () => {
  let open = 0;
  let most = 0;
  const request = async () => {
    most = Math.max(most, ++open);
    await sleep(5);
    open -= 1;
  };
  const processes = [openSlots(), openSlots(), openSlots()];
  await Promise.all(
    processes.flatMap(({ slots }) => Array.from({ length: 15 }, () => slots.run(never, request))),
  );
  expect(most).toBeLessThanOrEqual(COUNT);
  expect(most).toBeGreaterThan(1);
  expect(open).toBe(0);
});

it('gets the slots of a dead process back when their leases end', async () => {
  await insertSlots(t.context.db, COUNT);
  for (let taken = 0; taken < COUNT; taken++)
    expect(await takeSlot(t.context.db, randomUUID(), COUNT, 0.2)).not.toBeNull();
  expect(await openSlots().slots.run(never, async () => 'done')).toBe('done');
});

it('aborts a request while the lease still runs when the database is out of reach', async () => {
  const { pool, slots } = openSlots();
  const begun = Promise.withResolvers<void>();
  const request = slots.run(never, (signal) => {
    begun.resolve();
    return untilAborted(signal);
  });
  await begun.promise;
  await pool.close();
  await expect(request).rejects.toBeInstanceOf(RetryLater);
  const others = [1, 2, 3, 4].map(() => takeSlot(t.context.db, randomUUID(), COUNT, 60));
  expect((await Promise.all(others)).filter((slot) => slot !== null).length).toBeLessThan(COUNT);
});

it('aborts at once a request whose slot was taken from it', async () => {
  await t.sql('delete from ai_slots');
  const { slots } = openSlots();
  const request = slots.run(never, async (signal) => {
    await t.sql(`update ai_slots set lease_owner = '${randomUUID()}'`);
    return untilAborted(signal);
  });
  await expect(request).rejects.toBeInstanceOf(RetryLater);
});

it('lets go of whoever no longer waits', async () => {
  const slots = openSlots().slots;
  const stop = new AbortController();
  await t.sql(`update ai_slots set lease_owner = '${randomUUID()}',
    lease_until = now() + interval '1 minute'`);
  const request = slots.run(stop.signal, async () => 'never');
  stop.abort(new Error('enough'));
  await expect(request).rejects.toThrow('enough');
});
