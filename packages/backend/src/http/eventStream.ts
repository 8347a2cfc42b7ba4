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

/** The body of an event stream: the opening, then what the broadcast sends. */
export const eventStream = (
  broadcast: Broadcast,
  batchId: string,
  opening: Opening,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let leave = () => undefined as void;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        controller.enqueue(encoder.encode(RETRY + opening.text));
        if (opening.ended) {
          controller.close();
          return;
        }
        leave = broadcast.watch(batchId, opening.seq, {
          // However much has happened at once is sent; only what is still unsent then is too much.
          write: (frames) => {
            if ((controller.desiredSize ?? 0) <= 0) return false;
            controller.enqueue(frames);
            return true;
          },
          end: () => controller.close(),
          drop: () => controller.error(new Error('the client takes nothing any more')),
        });
      },
      cancel: () => leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNSENT_BYTES }),
  );
};
