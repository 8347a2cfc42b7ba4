import type { BatchEvent } from '@heatsync/shared';
import { eventsAfter, lastEventNumbers } from '../db/queries/events.ts';
import { getBatch, isFinished } from './batches.ts';
import type { Context } from './context.ts';

/** Where a stream's text goes: one open connection. */
export type Outlet = {
  /** False when the client takes nothing any more: it is then dropped. */
  write(frames: Uint8Array): boolean;
  /** Ends the stream after what was written. */
  end(): void;
  /** Ends it at once; what the client has not taken is lost to it until it comes back. */
  drop(): void;
};

/** Sends the events of batches to whoever watches them. */
export type Broadcast = {
  /** From event `seq` + 1 on. Answers with how to leave. */
  watch(batchId: string, seq: number, outlet: Outlet): () => void;
  /** Ends all streams. */
  close(): void;
};

const HEARTBEAT_MS = 15_000;
/** Finds what no wake-up told of; one question for all watched batches together. */
const POLL_MS = 1000;
const encoder = new TextEncoder();
const HEARTBEAT = encoder.encode('event: heartbeat\ndata: {}\n\n');
const LAST: BatchEvent['type'][] = ['batch_completed', 'batch_cancelled'];

/** An event as a frame of the stream; its number is what `Last-Event-ID` says later. */
export const toFrame = (event: BatchEvent): string =>
  `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

type Watcher = { seq: number; outlet: Outlet };
type Channel = { watchers: Set<Watcher>; pumping: boolean; again: boolean };

/** Encodes once what several watchers get: most have seen the same. */
const createEncoder = (events: BatchEvent[]) => {
  const texts = events.map((event) => ({ seq: event.seq, text: toFrame(event) }));
  const encoded = new Map<number, Uint8Array>();
  return (seen: number): Uint8Array => {
    const news = texts.filter(({ seq }) => seq > seen);
    const bytes = encoded.get(news.length) ?? encoder.encode(news.map(({ text }) => text).join(''));
    encoded.set(news.length, bytes);
    return bytes;
  };
};

const drop = (channel: Channel, watcher: Watcher): void => {
  channel.watchers.delete(watcher);
  watcher.outlet.drop();
};

const endAll = ({ watchers }: Channel): void => {
  for (const { outlet } of watchers) outlet.end();
  watchers.clear();
};

/** Sends the events after number `from`. Whoever came meanwhile and has seen less gets a turn of its own. */
const deliver = (channel: Channel, from: number, events: BatchEvent[]): void => {
  const last = events.at(-1);
  if (!last) return;
  const framesAfter = createEncoder(events);
  for (const watcher of channel.watchers) {
    if (watcher.seq < from || watcher.seq >= last.seq) continue;
    const taken = watcher.outlet.write(framesAfter(watcher.seq));
    watcher.seq = last.seq;
    if (!taken) drop(channel, watcher);
    else if (LAST.includes(last.type)) {
      channel.watchers.delete(watcher);
      watcher.outlet.end();
    }
  }
};

const oldestSeen = ({ watchers }: Channel): number =>
  Math.min(...[...watchers].map((watcher) => watcher.seq));

export const createBroadcast = ({
  db,
  bus,
  log,
}: Pick<Context, 'db' | 'bus' | 'log'>): Broadcast => {
  const channels = new Map<string, Channel>();

  const forget = (batchId: string, channel: Channel) => {
    if (channel.watchers.size === 0 && channels.get(batchId) === channel) channels.delete(batchId);
  };
  const pumpOnce = async (batchId: string, channel: Channel) => {
    channel.again = false;
    const from = oldestSeen(channel);
    deliver(channel, from, await eventsAfter(db, batchId, from));
    forget(batchId, channel);
  };
  /** One read of a batch's log at a time, for all its watchers. */
  const pump = async (batchId: string): Promise<void> => {
    const channel = channels.get(batchId);
    if (!channel) return;
    channel.again = true;
    if (channel.pumping) return;
    channel.pumping = true;
    try {
      while (channel.again && channel.watchers.size > 0) await pumpOnce(batchId, channel);
    } catch (error) {
      log.warn({ err: error, batch: batchId }, 'events are unread; they are asked for again');
    } finally {
      channel.pumping = false;
    }
  };
  /** A batch that was deleted has no more events. */
  const poll = async () => {
    if (channels.size === 0) return;
    const asked = [...channels];
    const numbers = await lastEventNumbers(
      db,
      asked.map(([id]) => id),
    );
    const lastOf = new Map(numbers.map(({ id, seq }) => [id, seq]));
    for (const [id, channel] of asked) {
      const last = lastOf.get(id);
      if (last === undefined) endAll(channel);
      else if (oldestSeen(channel) < last) void pump(id);
      forget(id, channel);
    }
  };
  const beat = () => {
    for (const [id, channel] of channels) {
      for (const watcher of channel.watchers)
        if (!watcher.outlet.write(HEARTBEAT)) drop(channel, watcher);
      forget(id, channel);
    }
  };
  const unsubscribe = bus.subscribe((batchId) => void pump(batchId));
  const polling = setInterval(() => void poll().catch(() => undefined), POLL_MS);
  const beating = setInterval(beat, HEARTBEAT_MS);

  return {
    watch: (batchId, seq, outlet) => {
      const known = channels.get(batchId);
      const channel = known ?? { watchers: new Set(), pumping: false, again: false };
      const watcher = { seq, outlet };
      channels.set(batchId, channel);
      channel.watchers.add(watcher);
      void pump(batchId);
      return () => {
        channel.watchers.delete(watcher);
        forget(batchId, channel);
      };
    },
    close: () => {
      unsubscribe();
      clearInterval(polling);
      clearInterval(beating);
      for (const channel of channels.values()) endAll(channel);
      channels.clear();
    },
  };
};

/**
 * Where a client that has seen event `seen` (null: nothing) takes up a batch's stream: the text to
 * begin with, the event number it then knows, and whether anything can follow.
 */
export const openingOf = async (
  context: Pick<Context, 'db'>,
  batchId: string,
  seen: number | null,
): Promise<{ text: string; seq: number; ended: boolean }> => {
  const { batch, jobs } = await getBatch(context, batchId);
  const seq = batch.lastEventId;
  const finished = isFinished(batch.status);
  if (seen !== null) return { text: '', seq: Math.min(seen, seq), ended: finished && seen >= seq };
  const at = new Date().toISOString();
  const text = toFrame({ type: 'snapshot', seq, at, batch, jobs });
  return { text, seq, ended: finished };
};
