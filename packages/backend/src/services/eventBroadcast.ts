import type { BatchEvent } from '@heatsync/shared';
import { eventsAfter, lastEventNumbers } from '../db/queries/events.ts';
import { getBatch, isFinished } from './batches.ts';
import type { Context } from './context.ts';

/** Where a stream's text goes: one open connection. */
export type Outlet = {
  /** False when the client takes nothing any more: it is then dropped. */
  write(text: string): boolean;
  end(): void;
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
const HEARTBEAT = 'event: heartbeat\ndata: {}\n\n';
const LAST: BatchEvent['type'][] = ['batch_completed', 'batch_cancelled'];

/** An event as a frame of the stream; its number is what `Last-Event-ID` says later. */
export const toFrame = (event: BatchEvent): string =>
  `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

type Watcher = { seq: number; outlet: Outlet };
type Channel = { watchers: Set<Watcher>; pumping: boolean; again: boolean };

const deliver = (channel: Channel, events: BatchEvent[]): void => {
  const frames = events.map((event) => ({ seq: event.seq, text: toFrame(event) }));
  const last = events.at(-1);
  if (!last) return;
  for (const watcher of channel.watchers) {
    const news = frames.filter((frame) => frame.seq > watcher.seq);
    watcher.seq = Math.max(watcher.seq, last.seq);
    const taken = news.length === 0 || watcher.outlet.write(news.map(({ text }) => text).join(''));
    if (taken && !(news.length > 0 && LAST.includes(last.type))) continue;
    channel.watchers.delete(watcher);
    watcher.outlet.end();
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

  const pumpOnce = async (batchId: string, channel: Channel) => {
    channel.again = false;
    deliver(channel, await eventsAfter(db, batchId, oldestSeen(channel)));
    if (channel.watchers.size === 0) channels.delete(batchId);
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
      log.warn(
        { err: error, batch: batchId },
        'events could not be read; they are asked for again',
      );
    } finally {
      channel.pumping = false;
    }
  };
  const poll = async () => {
    if (channels.size === 0) return;
    for (const { id, seq } of await lastEventNumbers(db, [...channels.keys()])) {
      const channel = channels.get(id);
      if (channel && oldestSeen(channel) < seq) void pump(id);
    }
  };
  const beat = () => {
    for (const channel of channels.values())
      for (const { outlet } of channel.watchers) if (!outlet.write(HEARTBEAT)) outlet.end();
  };
  const unsubscribe = bus.subscribe((batchId) => void pump(batchId));
  const polling = setInterval(() => void poll().catch(() => undefined), POLL_MS);
  const beating = setInterval(beat, HEARTBEAT_MS);

  return {
    watch: (batchId, seq, outlet) => {
      const channel = channels.get(batchId) ?? {
        watchers: new Set(),
        pumping: false,
        again: false,
      };
      const watcher = { seq, outlet };
      channels.set(batchId, channel);
      channel.watchers.add(watcher);
      void pump(batchId);
      return () => {
        channel.watchers.delete(watcher);
        if (channel.watchers.size === 0) channels.delete(batchId);
      };
    },
    close: () => {
      unsubscribe();
      clearInterval(polling);
      clearInterval(beating);
      for (const { watchers } of channels.values()) for (const { outlet } of watchers) outlet.end();
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
