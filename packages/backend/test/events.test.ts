/** The event log and the stream that sends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_SHEET, stub } from './support/sheets.ts';
import { testApp, type TestApp } from './support/testApp.ts';

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
    await t.startWorker({}, async () => ({ sheet: EMPTY_SHEET, eventCount: 0, cached: false }));
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

  it('goes on exactly after the last event seen', async () => {
    const all = await t.events(batchId, 0);
    expect(await t.events(batchId, 2)).toEqual(all.slice(2));
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
