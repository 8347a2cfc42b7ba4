import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { createSheetReader } from '../src/services/sheetReader/index.ts';
import { warmUp } from '../src/services/warmUp.ts';

const STATIC = fileURLToPath(new URL('../../webapp/static', import.meta.url));
const LIMITS = { threads: 1, timeoutSeconds: 30, maxPages: 500, maxMemoryMb: 256 };

/** What the log says of a warm-up with the page in `folder`. */
const warmedUp = async (folder: string, reader = createSheetReader(LIMITS)): Promise<object> => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  await warmUp({ config: loadConfig({ WEBAPP_OUT: folder }), reader, log });
  await reader.close();
  return JSON.parse(lines.join(''));
};

it('reads the sheets of the sample meet', async () => {
  expect(await warmedUp(STATIC)).toMatchObject({ sheets: 3 });
});

it('reads nothing where no page is built', async () => {
  expect(await warmedUp('/nowhere')).toMatchObject({ sheets: 0 });
});

it('ends with the reader, whatever is left', async () => {
  const reader = createSheetReader(LIMITS);
  await reader.close();
  expect(await warmedUp(STATIC, reader)).toMatchObject({ err: { code: 'ABORTED' } });
});
