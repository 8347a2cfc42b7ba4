/** A browser's EventSource, in short: it comes back with the last number seen until it is told 204. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchEvent } from '@heatsync/shared';
import { parseFrames } from './frames.ts';

const AGAIN_MS = 100;

/** Tells of events as they come, until the stream ends. */
export const readEvents = async (
  body: ReadableStream<Uint8Array>,
  onEvents: (e: BatchEvent[]) => void,
) => {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const whole = text.lastIndexOf('\n\n') + 2;
    rest = whole > 1 ? text.slice(whole) : text;
    if (whole > 1) onEvents(parseFrames(text.slice(0, whole)));
  }
};

/** All events of a batch until its end. Each connection goes to the next of the addresses. */
export const follow = async (
  urls: string[],
  batchId: string,
  options: { get?: typeof fetch; from?: number } = {},
): Promise<BatchEvent[]> => {
  const { get = fetch, from } = options;
  const events: BatchEvent[] = [];
  for (let tries = 0; ; tries++) {
    const last = events.at(-1)?.seq ?? from;
    const headers: Record<string, string> =
      last === undefined ? {} : { 'Last-Event-ID': String(last) };
    try {
      const url = `${urls[tries % urls.length]}/api/batch/${batchId}/stream`;
      const response = await get(url, { headers });
      if (response.status === 204) return events;
      if (response.status !== 200) throw new Error('not now');
      if (response.body) await readEvents(response.body, (news) => events.push(...news));
    } catch {
      await sleep(AGAIN_MS);
    }
  }
};

/** Whether each event is numbered one above the one before. */
export const isGapless = (events: BatchEvent[]): boolean =>
  events.every((event, index) => index === 0 || event.seq === (events[index - 1]?.seq ?? 0) + 1);
