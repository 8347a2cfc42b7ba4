/** Follows a batch: the event stream first, asking every two seconds where that does not work. */
import './strictParsing.ts';
import { BatchEvent } from '@heatsync/shared';

const EVENT_TYPES = [...BatchEvent.options.map((option) => option.shape.type.value), 'heartbeat'];
const POLL_MS = 2_000;
const MAX_WAIT_MS = 15_000;
/** A stream that says nothing for so long is dead, whatever the socket believes. */
const SILENCE_MS = 45_000;
/** Streams that broke without a word before the page stops trying and only asks. */
const MAX_MUTE_STREAMS = 3;

export type Connection = 'live' | 'asking' | 'offline';

export type Follower = {
  /** Number of the last event known: the stream goes on after it. */
  lastSeq: () => number;
  onEvent: (event: BatchEvent) => void;
  onConnection: (connection: Connection) => void;
  /** Gets the whole from the server; true if the batch is finished. Throws when the server is out of reach. */
  refetch: () => Promise<boolean>;
};

const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    addEventListener('online', wake);
    stop.addEventListener('abort', wake, { once: true });
  });

const streamUrl = (batchId: string, seq: number): string => {
  const path = `/api/batch/${encodeURIComponent(batchId)}/stream`;
  return seq > 0 ? `${path}?lastEventId=${seq}` : path;
};

/** Reads one stream until it ends, breaks or falls silent; resolves to how many messages came. */
const readStream = (batchId: string, follower: Follower, stop: AbortSignal): Promise<number> =>
  new Promise((resolve) => {
    const source = new EventSource(streamUrl(batchId, follower.lastSeq()));
    let messages = 0;
    const end = (): void => {
      clearTimeout(silence);
      source.close();
      resolve(messages);
    };
    let silence = setTimeout(end, SILENCE_MS);
    const onMessage = ({ type, data }: MessageEvent<string>): void => {
      messages += 1;
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MS);
      follower.onConnection('live');
      if (type !== 'heartbeat') follower.onEvent(BatchEvent.parse(JSON.parse(data)));
    };
    for (const type of EVENT_TYPES) source.addEventListener(type, onMessage);
    source.addEventListener('error', end);
    stop.addEventListener('abort', end, { once: true });
  });

/** Follows until the batch is finished or `stop` fires; a lost connection is waited out. */
export const follow = async (
  batchId: string,
  follower: Follower,
  stop: AbortSignal,
): Promise<void> => {
  let muteStreams = 0;
  let wait = POLL_MS;
  while (!stop.aborted) {
    if (muteStreams < MAX_MUTE_STREAMS) {
      const messages = await readStream(batchId, follower, stop);
      muteStreams = messages > 0 ? 0 : muteStreams + 1;
    }
    if (stop.aborted) return;
    try {
      if (await follower.refetch()) return;
      follower.onConnection('asking');
      wait = POLL_MS;
    } catch {
      follower.onConnection('offline');
      muteStreams = 0;
      wait = Math.min(wait * 1.5, MAX_WAIT_MS);
    }
    await sleep(wait, stop);
  }
};
