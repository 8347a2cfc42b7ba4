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

export type Connection = 'live' | 'offline';

export type Follower = {
  /** Number of the last event known: the stream goes on after it. */
  lastSeq: () => number;
  onEvent: (event: BatchEvent) => void;
  onConnection: (connection: Connection) => void;
  /** Gets the whole from the server; true if there is nothing more to wait for. Throws when it is out of reach. */
  refetch: () => Promise<boolean>;
};

/** Waits; the phone coming back online or `stop` ends it early. */
const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      stop.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    addEventListener('online', wake);
    stop.addEventListener('abort', wake);
  });

const streamUrl = (batchId: string, seq: number): string => {
  const path = `/api/batch/${encodeURIComponent(batchId)}/stream`;
  return seq > 0 ? `${path}?lastEventId=${seq}` : path;
};

/** Reads one stream until it ends, breaks or falls silent; resolves to whether anything came. */
const readStream = (batchId: string, follower: Follower, stop: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const source = new EventSource(streamUrl(batchId, follower.lastSeq()));
    let hasSpoken = false;
    const end = (): void => {
      clearTimeout(silence);
      source.close();
      stop.removeEventListener('abort', end);
      resolve(hasSpoken);
    };
    let silence = setTimeout(end, SILENCE_MS);
    const onMessage = ({ type, data }: MessageEvent<string>): void => {
      hasSpoken = true;
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MS);
      if (type !== 'heartbeat') follower.onEvent(BatchEvent.parse(JSON.parse(data)));
    };
    for (const type of EVENT_TYPES) source.addEventListener(type, onMessage);
    source.addEventListener('error', end);
    stop.addEventListener('abort', end);
  });

const ask = async ({ refetch, onConnection }: Follower): Promise<'ended' | 'open' | 'lost'> => {
  try {
    const isEnded = await refetch();
    onConnection('live');
    return isEnded ? 'ended' : 'open';
  } catch {
    onConnection('offline');
    return 'lost';
  }
};

/** Follows until nothing more will come or `stop` fires; a lost connection is waited out. */
export const follow = async (
  batchId: string,
  follower: Follower,
  stop: AbortSignal,
): Promise<void> => {
  let muteStreams = 0;
  let wait = POLL_MS;
  while (!stop.aborted) {
    const answer = await ask(follower);
    if (answer === 'ended' || stop.aborted) return;
    if (answer === 'lost') {
      muteStreams = 0;
      wait = Math.min(wait * 1.5, MAX_WAIT_MS);
    } else {
      wait = POLL_MS;
      if (muteStreams < MAX_MUTE_STREAMS)
        muteStreams = (await readStream(batchId, follower, stop)) ? 0 : muteStreams + 1;
    }
    await sleep(wait, stop);
  }
};
