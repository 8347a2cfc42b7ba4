/** The event log and the stream that sends it. */
import type { BatchEvent } from '@heatsync/shared';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createBroadcast } from '../src/services/eventBroadcast.ts';
import { follow, readEvents } from './support/follower.ts';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

const DONE = { sheet: EMPTY_SHEET, eventCount: 0, cached: false };
let t: TestApp;
let batchId: string;

beforeAll(async () => {
  t = await testApp();
  ({ batchId } = await t.create({ files: [stub('a.pdf'), stub('b.pdf'), stub('c.pdf')] }));
});
afterAll(() => t.close());

describe('the stream', () => {
  it('begins with a snapshot, goes on without a gap, and ends with the batch', async () => {
    const opened = t.events(batchId);
    await t.startWorker({}, async () => DONE);
    const events = await opened;
    const [snapshot] = events;
    expect(snapshot).toMatchObject({ type: 'snapshot', jobs: [{}, {}, {}] });
    expect(events.map((event) => event.seq)).toEqual(
      events.map((_, index) => (snapshot?.seq ?? 0) + index),
    );
    expect(events.at(-1)).toMatchObject({
      type: 'batch_completed',
      batch: { status: 'completed', completedPdfs: 3 },
    });
  });

  it('numbers from 1 and tells of each job once', async () => {
    const events = await t.events(batchId, 0);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]?.type).toBe('batch_started');
    expect(events.filter((event) => event.type === 'job_completed')).toHaveLength(3);
    expect(events.filter((event) => event.type === 'batch_completed')).toHaveLength(1);
  });

  it('goes on exactly after the last event seen, whichever that is', async () => {
    const all = await t.events(batchId, 0);
    for (const { seq } of all) expect(await t.events(batchId, seq)).toEqual(all.slice(seq));
  });

  it('misses nothing for whoever comes while events are written', async () => {
    const batch = await t.create({ files: [1, 2, 3, 4, 5, 6].map((one) => stub(`${one}.pdf`)) });
    const watched = Array.from({ length: 40 }, async (_, index) => {
      await setImmediate();
      return { from: index % 2, events: await t.events(batch.batchId, index % 2) };
    });
    const all = await t.events(batch.batchId, 0);
    for (const { from, events } of await Promise.all(watched))
      expect(events).toEqual(all.slice(from));
  });

  it('misses nothing for whoever is cut off after any event and comes back', async () => {
    const { url } = await t.listen();
    const batch = await t.create({ files: [1, 2, 3].map((one) => stub(`${one}.pdf`)) });
    /** Is cut off once event `last` has come, then follows to the end. */
    const leaveAfter = async (last: number) => {
      const seen: BatchEvent[] = [];
      const leaving = new AbortController();
      const response = await fetch(`${url}/api/batch/${batch.batchId}/stream`, {
        headers: { 'Last-Event-ID': '0' },
        signal: leaving.signal,
      });
      await readEvents(response.body ?? new ReadableStream(), (events) => {
        seen.push(...events.filter(({ seq }) => seq <= last));
        if (seen.length === last) leaving.abort();
      }).catch(() => undefined);
      return [...seen, ...(await follow([url], batch.batchId, { from: last }))];
    };
    const followed = Array.from({ length: 8 }, (_, index) => leaveAfter(index + 1));
    await t.startWorker({ places: 1 }, () => setTimeout(50, DONE));
    const all = await t.events(batch.batchId, 0);
    expect(all).toHaveLength(8);
    for (const events of await Promise.all(followed)) expect(events).toEqual(all);
  });

  it('answers 204 when the batch is finished and all is seen', async () => {
    const all = await t.events(batchId, 0);
    const headers = { 'Last-Event-ID': String(all.length) };
    expect((await t.request(`/api/batch/${batchId}/stream`, { headers })).status).toBe(204);
  });

  it('is not buffered by a proxy and tells when to come back', async () => {
    const response = await t.request(`/api/batch/${batchId}/stream`);
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(await response.text()).toMatch(/^retry: \d+\n\n/);
  });
});

describe('a heartbeat', () => {
  afterEach(() => vi.useRealTimers());
  it('without a number comes every quarter of a minute to who hears nothing else', async () => {
    const quiet = await t.create({ files: [stub('q.pdf')] });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const broadcast = createBroadcast(t.context);
    const said: string[] = [];
    const write = (frames: Uint8Array) => said.push(new TextDecoder().decode(frames)) > 0;
    const nothing = () => undefined;
    broadcast.watch(quiet.batchId, 1, { write, end: nothing, drop: nothing });
    vi.advanceTimersByTime(15_000);
    expect(said).toEqual(['event: heartbeat\ndata: {}\n\n']);
    broadcast.close();
  });
});

describe('the bus', () => {
  it('wakes all but whoever made the change', () => {
    const told: string[] = [];
    const listeners = ['a', 'b'].map((name) => (id: string) => void told.push(name + id));
    const leave = listeners.map((listener) => t.context.bus.subscribe(listener));
    t.context.bus.changed('1', listeners[0]);
    t.context.bus.changed('2');
    expect(told).toEqual(['b1', 'a2', 'b2']);
    for (const one of leave) one();
  });
});

describe('a client that takes nothing any more', () => {
  let own: TestApp;
  beforeAll(async () => {
    own = await testApp();
    return () => own.close();
  });
  /** Events of half a megabyte each, as if they had happened. */
  const writeLargeEvents = async (id: string, from: number, to: number) => {
    await own.sql(`insert into batch_events (batch_id, seq, type, data)
      select batch_id, n, 'job_progress',
        jsonb_set(data || jsonb_build_object('seq', n), '{batch,swimmerName}', to_jsonb(repeat('x', 500000)))
      from batch_events, generate_series(${from}, ${to}) n where batch_id = '${id}' and seq = 1`);
    await own.sql(`update processing_batches set last_event_id = ${to} where id = '${id}'`);
    own.context.bus.changed(id);
  };

  it('is dropped, and the others get everything', async () => {
    const { batchId: id } = await own.create({ files: [stub('a.pdf')] });
    const { server, url } = await own.listen();
    const stalled = connect(Number(new URL(url).port)).pause();
    await once(stalled, 'connect');
    stalled.on('error', () => undefined);
    stalled.write(`GET /api/batch/${id}/stream HTTP/1.1\r\nHost: x\r\n\r\n`);
    const connections = () =>
      new Promise<number>((resolve) => {
        server.getConnections((_error, count) => resolve(count));
      });
    await expect.poll(connections).toBe(1);
    await writeLargeEvents(id, 2, 41);
    for (let seq = 42; (await connections()) > 0 && seq < 200; seq++) {
      await writeLargeEvents(id, seq, seq);
      await setTimeout(50);
    }
    expect(await connections()).toBe(0);
    stalled.destroy();
    const healthy = follow([url], id, { from: 0 });
    await own.request(`/api/batch/${id}/cancel`, { method: 'POST' });
    const events = await healthy;
    expect(events.length).toBeGreaterThan(41);
    expect(events.at(-1)?.type).toBe('batch_cancelled');
  });
});
