import { BatchEvent } from '@heatsync/shared';

/** The numbered events of a stream's text, each as the shared schema has it. */
export const parseFrames = (text: string): BatchEvent[] =>
  text
    .split('\n\n')
    .filter((frame) => frame.startsWith('id: '))
    .map((frame) => {
      const [id, event, data] = frame.split('\n').map((line) => line.replace(/^\w+: /, ''));
      const parsed = BatchEvent.parse(JSON.parse(data ?? ''));
      if (id !== String(parsed.seq) || event !== parsed.type)
        throw new Error(`odd frame: ${frame}`);
      return parsed;
    });
