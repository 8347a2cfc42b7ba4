import type { Broadcast } from '../services/eventBroadcast.ts';

/** A client that lets this much pile up has stalled: it is dropped and comes back by itself. */
const MAX_UNSENT_BYTES = 1024 * 1024;
const RETRY = 'retry: 2000\n\n';

export const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

type Opening = { text: string; seq: number; ended: boolean };

const encoder = new TextEncoder();
const strategy = new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNSENT_BYTES });

/** The body of an event stream: the opening, then what the broadcast sends. No closure holds the opening, which is large. */
export const eventStream = (
  broadcast: Broadcast,
  batchId: string,
  { text, seq, ended }: Opening,
): ReadableStream<Uint8Array> => {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let leave = () => undefined as void;
  const body = new ReadableStream<Uint8Array>(
    { start: (given) => void (controller = given), cancel: () => leave() },
    strategy,
  );
  controller.enqueue(encoder.encode(RETRY + text));
  if (ended) controller.close();
  else
    leave = broadcast.watch(batchId, seq, {
      // However much has happened at once is sent; only what is still unsent then is too much.
      write: (frames) => {
        if ((controller.desiredSize ?? 0) <= 0) return false;
        controller.enqueue(frames);
        return true;
      },
      end: () => controller.close(),
      drop: () => controller.error(new Error('the client takes nothing any more')),
    });
  return body;
};
