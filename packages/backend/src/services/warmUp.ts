/** The first sheet after a start takes three times as long as the next ones: a thread starts, and all code is compiled. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from './context.ts';

/** The sample meet's sheets, where the page is built. */
const samplesOf = async (webappDir: string): Promise<string[]> => {
  const folder = join(webappDir, 'sample');
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.pdf')).map((name) => join(folder, name));
};

/**
 * Reads the page's sample meet before anybody comes. Who comes meanwhile waits for one of its sheets at most; an error
 * leaves the reader as cold as it was.
 */
export const warmUp = async ({
  config,
  reader,
  log,
}: Pick<Context, 'config' | 'reader' | 'log'>): Promise<void> => {
  const { signal } = new AbortController();
  try {
    const files = await samplesOf(config.webappDir);
    for (const file of files) await reader.read(await readFile(file), { signal });
    log.debug({ sheets: files.length }, 'the reader is warm');
  } catch (error) {
    log.debug({ err: error }, 'the reader stays cold');
  }
};
